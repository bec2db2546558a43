import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asEditor } from "../kit/office.ts";
import { type Answer, openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { everything, finalResults, openSurvey, QUESTIONS } from "../kit/surveys.ts";
import { fieldsOf } from "../kit/visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const results = (id: string) => finalResults(place, id);
const countsOf = (body: Awaited<ReturnType<typeof results>>, question: string, revision = 0) =>
  body.revisions[revision].questions.find(({ id }: { id: string }) => id === question);

const lettersTo = (email: string) => place.mailbox.mails("0", email);

/** Goes through a survey as a browser does: what the form holds, and what is typed; and whether it keeps cookies. */
const walker = (path: string, language = "", { keeps = true } = {}) => {
  const visitor = stepVisitor(place);
  const at = `${language}${path}`;
  let text = "";
  let address = at;
  const seen = async (answered: Answer): Promise<Answer> => {
    if (!keeps) visitor.jar.clear();
    const isLed = answered.status === 303;
    if (isLed) address = visitor.locationOf(answered);
    const page = isLed ? await visitor.go(`GET ${address}`) : answered;
    if (!keeps) visitor.jar.clear();
    ({ text } = page);
    expect(faultsOfPage(text)).toEqual([]);
    return page;
  };
  /** Sends the form of the page, to where a button of it leads. */
  const go = async (typed: Readonly<Record<string, string | string[]>>, to?: string) => {
    const held: Record<string, string | string[]> = {};
    const action = /^(?:\/uk)?\/ankiety\/[^?]*/.exec(address)?.[0] ?? "";
    for (const [name, value] of fieldsOf(text, action))
      held[name] = name in held ? [held[name] ?? "", value].flat() : value;
    const answered = await visitor.go(`POST ${to ?? action}`, { form: { ...held, ...typed } });
    if (answered.status !== 303) address = to ?? action;
    return seen(answered);
  };
  const open = async (to = at) => {
    address = to;
    const page = await seen(await visitor.go(`GET ${to}`));
    expect(page.status).toBe(200);
    return page;
  };
  return { open, go, at: () => address, jar: visitor.jar };
};
const answering = (id: string) => `/ankiety/${id}/odpowiedz`;

describe("a survey on its pages", () => {
  test("is answered a question a page, without a script; what does not apply is not asked; answers stand there for print", async () => {
    const { id } = await openSurvey(place);
    const walk = walker(answering(id));
    const start = (await walk.open(`/ankiety/${id}`)).text;
    expect([start.includes("Zacznij ankietę"), start.includes("tel. 32 123 45 67")]).toEqual([true, true]);
    expect(start).toContain(`href="${answering(id)}"`);
    expect((await walk.open()).text).toContain("Pytanie 1 z 6");
    const missing = await walk.go({ go: "next" });
    expect([missing.status, missing.text.includes("Wybierz odpowiedź.")]).toEqual([422, true]);
    const second = await walk.go({ q1: "1", go: "next" });
    expect(second.text).toContain("Czego tam brakuje?");
    expect((await walk.go({ go: "back" })).text).toContain("Jak często bywasz w parku?");
    expect((await walk.go({ q1: "2", go: "next" })).text).toContain("Jak oceniasz park?");
    await walk.go({ q3: "5", go: "next" });
    const twice = await walk.go({ "q4-1": "1", "q4-2": "1", go: "next" });
    expect(twice.status).toBe(422);
    expect((await walk.go({ "q4-1": "2", "q4-2": "1", go: "next" })).text).toContain("Jedno słowo o parku");
    await walk.go({ q5: "<b>", go: "next" });
    await walk.go({ go: "next" });
    const checked = await walk.go({ "q7-district": "L13", "q7-where": "Rynek", go: "next" });
    expect(checked.text).toContain("Sprawdź odpowiedzi");
    expect(checked.text).toContain("1. Oświetlenie, 2. Alejki");
    expect((await walk.go({ show: "q3" })).text).toContain("Jak oceniasz park?");
    expect((await walk.go({ q3: "4", go: "next" })).text).toContain("Sprawdź odpowiedzi");
    await walk.go({ show: "q1" });
    expect((await walk.go({ q1: "2", go: "next" })).text).toContain("Sprawdź odpowiedzi");
    await walk.go({ show: "q1" });
    expect((await walk.go({ q1: "1", go: "next" })).text).toContain("Czego tam brakuje?");
    const check = await walk.go({ go: "next" });
    expect(check.text).toContain("Sprawdź odpowiedzi");
    const done = await walk.go({ go: "send" });
    expect([done.status, done.text.includes("Odpowiedzi zapisane"), done.text.includes("&lt;b&gt;")]).toEqual(
      [200, true, true],
    );
    expect(countsOf(await results(id), "q3").answered).toBe(1);
    const token = await place.staff("editor");
    const { items } = (await place.call("GET /v1/staff/forms", { token })).body;
    const [counted] = items.find((one: { form: string }) => one.form === "postSurveyAnswering").days;
    expect(counted).toMatchObject({ started: 1, finished: 1 });
    const shown = await stepVisitor(place).go(`GET /ankiety/${id}/wyniki`);
    expect([shown.status, faultsOfPage(shown.text)]).toEqual([200, []]);
  });

  test("keeps every answer, whatever was typed before where nothing is asked any more", async () => {
    const [once, several] = QUESTIONS;
    const third = { ...once, after: { question: "q2", option: "1" } };
    const { id } = await openSurvey(place, { questions: [once, several, third] });
    const walk = walker(answering(id));
    await walk.open();
    await walk.go({ q1: "1", go: "next" });
    expect((await walk.go({ q2: ["1", "2", "3"], go: "next" })).status).toBe(422);
    await walk.go({ go: "back" });
    const checked = await walk.go({ q1: "2", go: "next" });
    expect(checked.text).toContain("Sprawdź odpowiedzi");
    expect((await walk.go({ go: "send" })).text).toContain("Odpowiedzi zapisane");
    const body = await results(id);
    expect(["q1", "q2", "q3"].map((one) => countsOf(body, one).answered ?? 0)).toEqual([1, 0, 0]);
  });

  test("keeps what was answered through Back, reload and another language, and only in the browser", async () => {
    const { id } = await openSurvey(place);
    const walk = walker(answering(id));
    await walk.open();
    const before = await everything(place);
    await walk.go({ q1: "1", go: "next" });
    expect(walk.at()).toBe(`${answering(id)}?step=q2`);
    await walk.go({ q2: ["1", "3"], go: "next" });
    const checked = (text: string) => [...text.matchAll(/value="(\d)" checked/g)].map(([, value]) => value);
    expect(checked((await walk.open(`${answering(id)}?step=q2`)).text)).toEqual(["1", "3"]);
    expect(checked((await walk.open(`${answering(id)}?step=q1`)).text)).toEqual(["1"]);
    await walk.open(`${answering(id)}?step=q2`);
    const switched = await walk.go({ q2: ["2"], go: "stay" }, `/uk${answering(id)}`);
    expect(walk.at()).toBe(`/uk${answering(id)}?step=q2`);
    expect([switched.text.includes('lang="uk"'), checked(switched.text)]).toEqual([true, ["2"]]);
    await walk.open(answering(id));
    expect(checked((await walk.open(`${answering(id)}?step=q1`)).text)).toEqual(["1"]);
    expect((await everything(place)).length).toBe(before.length);
    await walk.open(`${answering(id)}?step=q7`);
    await walk.go({ "q7-district": "L13", go: "next" });
    expect(walk.at()).toBe(`${answering(id)}?step=check`);
    expect((await walk.go({ go: "send" })).text).toContain("Odpowiedzi zapisane");
    expect(walk.at()).toBe(`${answering(id)}?step=done`);
    const done = (await walk.open(`${answering(id)}?step=done`)).text;
    expect(done).toContain("Drzew");
    // The way on: where the results are.
    expect(done).toContain(`<a href="/ankiety/${id}/wyniki">Zobacz wyniki</a>`);
    expect((await walk.open(`${answering(id)}?step=check`)).text).toContain("Odpowiedzi zapisane");
    expect((await walk.open(`/uk${answering(id)}?step=done`)).text).toContain("Відповіді збережено");
    expect((await walk.open(answering(id))).text).not.toContain("checked");
    expect(countsOf(await results(id), "q1").answered).toBe(1);
  });

  test("is answered as well by a browser that keeps no cookies, and where answers are longer than a cookie", async () => {
    const { id } = await openSurvey(place, {
      questions: [...QUESTIONS.slice(4, 6), ...QUESTIONS.slice(5, 6)],
    });
    const long = (seed: number) =>
      Array.from({ length: 1000 }, (_, n) =>
        String.fromCodePoint(0x4e00 + ((n * n * 31 + n * seed) % 20_000)),
      ).join("");
    for (const keeps of [false, true]) {
      const walk = walker(answering(id), "", { keeps });
      await walk.open();
      await walk.go({ q1: `słowo ${keeps}`, go: "next" });
      await walk.go({ q2: long(7), go: "next" });
      await walk.go({ q3: long(11), go: "next" });
      const checked = await walk.go({ go: "stay" }, `/uk${answering(id)}`);
      expect([checked.text.includes(long(7)), checked.text.includes(long(11))]).toEqual([true, true]);
      expect((await walk.go({ go: "send" })).text.includes("збережено")).toBe(true);
    }
    const { items } = (await asEditor(place, `GET /v1/staff/surveys/${id}/answers`)).body;
    expect(
      items
        .map(({ answers }: { answers: object }) => answers)
        .toSorted((a: { q1: string }, b: { q1: string }) => (a.q1 < b.q1 ? -1 : 1)),
    ).toEqual([
      { q1: "słowo false", q2: long(7), q3: long(11) },
      { q1: "słowo true", q2: long(7), q3: long(11) },
    ]);
  });

  test("is in Ukrainian where somebody wrote it, else in Polish and marked so", async () => {
    const { id } = await openSurvey(place);
    const walk = walker(answering(id), "/uk");
    expect((await walk.open(`/uk/ankiety/${id}`)).text).toContain("Парк Богуцьких");
    expect((await walk.open()).text).toContain("Як часто ви буваєте в парку?");
    const next = await walk.go({ q1: "1", go: "next" });
    expect(next.text).toContain('<span lang="pl">Czego tam brakuje?</span>');
  });

  test("sends a copy of the answers to the proved address alone, and keeps nothing of the letter", async () => {
    const { id } = await openSurvey(place, { access: "address" });
    const email = "kopia@example.com";
    const walk = walker(`/ankiety/${id}`);
    await walk.open();
    expect((await walk.go({ email: "nie adres" })).status).toBe(422);
    expect((await walk.go({ email })).text).toContain("Sprawdź pocztę");
    await place.settle();
    const [letter] = lettersTo(email);
    const link = /(\/ankiety\/\S*odpowiedz\/[\w.-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
    const answering = walker(link);
    expect((await answering.open()).text).toContain(`href="${link}?step=first"`);
    await answering.open(`${link}?step=first`);
    await answering.go({ q1: "3", go: "next" });
    await answering.go({ go: "next" });
    await answering.go({ go: "next" });
    await answering.go({ q5: "tajne-slowo", go: "next" });
    await answering.go({ go: "next" });
    await answering.go({ "q7-district": "L13", go: "next" });
    const other = await answering.go({ copyTo: "inny@example.com", go: "send" });
    expect([other.status, other.text.includes("na inny adres")]).toEqual([422, true]);
    const done = await answering.go({ copyTo: email, go: "send" });
    expect(done.text).toContain("Twoje odpowiedzi wysłaliśmy");
    await place.settle();
    const copy = lettersTo(email).find(({ text }) => text.includes("tajne-slowo"));
    expect(copy?.subject).toBe("Twoje odpowiedzi w ankiecie");
    const again = await walker(link).open();
    expect([again.text.includes("już odpowiedziano"), again.text.includes("Zacznij")]).toEqual([true, false]);
    expect(
      (await everything(place)).filter((one) => one.includes("tajne-slowo") && one.includes("kopia@")),
    ).toEqual([]);
  });
});
