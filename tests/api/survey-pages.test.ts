import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localMoment } from "../../shared/domain/local-moment.ts";
import { type Answer, openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { aSurvey, asEditor, everything, inHours, openSurvey, QUESTIONS } from "../kit/surveys.ts";
import { fieldsOf } from "../kit/visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

/** All that was counted: of a survey that is over. */
const results = async (id: string) => {
  await asEditor(place, `POST /v1/staff/surveys/${id}/closing`);
  return (await place.call(`GET /v1/surveys/${id}/results`)).body;
};
const countsOf = (body: Awaited<ReturnType<typeof results>>, question: string, revision = 0) =>
  body.revisions[revision].questions.find(({ id }: { id: string }) => id === question);

const lettersTo = (email: string) => place.mailbox.mails("0", email);

const faultsIn = (page: string): string[] =>
  [...page.matchAll(/<a href="#([^"]+)">([^<]*)<\/a>/g)]
    .map(([, field, text]) => `${field}: ${text}`)
    .filter((one) => !one.startsWith("main"));

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
    expect((await walk.open(`${answering(id)}?step=done`)).text).toContain("Drzew");
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

describe("a survey at the office", () => {
  test("has one revision of questions that were saved as they were", async () => {
    const { id } = await openSurvey(place);
    const browser = stepVisitor(place);
    await browser.signIn("editor");
    for (const question of ["q1", "q2", "q3"]) {
      const address = `/urzad/ankiety/${id}/pytania/${question}`;
      const held = Object.fromEntries(fieldsOf((await browser.go(`GET ${address}`)).text, address));
      expect((await browser.go(`POST ${address}`, { form: held })).status).toBe(303);
    }
    expect((await place.call(`GET /v1/surveys/${id}`)).body.revision).toBe(1);
  });

  test("moves a question to another place, but not before the one that it depends on", async () => {
    const { id } = await openSurvey(place, { questions: QUESTIONS.slice(0, 3) });
    const browser = stepVisitor(place);
    await browser.signIn("editor");
    const page = `/urzad/ankiety/${id}/pytania/`;
    const move = async (question: string, to: string) => {
      const held = Object.fromEntries(
        fieldsOf((await browser.go(`GET ${page}${question}`)).text, `${page}${question}/miejsce`),
      );
      return browser.go(`POST ${page}${question}/miejsce`, { form: { ...held, place: to } });
    };
    const early = await move("q2", "1");
    expect([early.status, early.text.includes("stoi po tym, od którego zależy")]).toEqual([409, true]);
    expect((await move("q3", "41")).status).toBe(422);
    expect((await move("q3", "1")).status).toBe(303);
    const { body } = await place.call(`GET /v1/surveys/${id}`);
    expect([body.revision, body.questions.map((one: { id: string }) => one.id)]).toEqual([
      2,
      ["q3", "q1", "q2"],
    ]);
    const moved = await asEditor(place, `POST /v1/staff/surveys/${id}/questions/q3/place`, { place: 3 });
    expect(moved.body.questions.map((one: { id: string }) => one.id)).toEqual(["q1", "q2", "q3"]);
  });

  test("shows each language in its own words, and prints a blank paper with the numbers of the form", async () => {
    const { id } = await openSurvey(place);
    const browser = stepVisitor(place);
    await browser.signIn("clerk");
    const page = (await browser.go(`GET /urzad/ankiety/${id}`)).text;
    const preview = page.slice(page.indexOf('<div lang="uk">'));
    expect([preview.includes("(необовʼязково)"), preview.includes("(nieobowiązkowe)")]).toEqual([
      true,
      false,
    ]);
    const print = async (language: string) => browser.go(`GET /urzad/ankiety/${id}/druk/${language}`);
    const paper = await print("uk");
    expect([paper.status, faultsOfPage(paper.text)]).toEqual([200, []]);
    const form = (await browser.go(`GET /urzad/ankiety/${id}/papier`)).text;
    for (const n of [1, 7]) {
      expect(paper.text).toContain(`<h2>${n}. `);
      expect(form).toContain(`Pytanie ${n} z 7`);
    }
    expect(paper.text).toContain("1. Як часто ви буваєте в парку?");
    expect(paper.text).toContain(`☐ <span lang="pl">Codziennie`);
    expect((await print("de")).status).toBe(404);
  });

  test("gives its answers in parts that a function can send, and leaves out none", async () => {
    const long = { ...QUESTIONS[5] };
    const { id } = await openSurvey(place, { questions: Array.from({ length: 8 }, () => long) });
    const paper = (n: number) =>
      Object.fromEntries(Array.from({ length: 8 }, (_, q) => [`q${q + 1}`, `${n}.${"ż".repeat(990)}`]));
    const clerk = await place.staff("clerk");
    for (let batch = 0; batch < 20; batch++) {
      const body = {
        origin: { place: "Filia 5", collectedOn: "2026-12-01" },
        answers: Array.from({ length: 15 }, (_, n) => paper(batch * 15 + n)),
      };
      const entered = await place.call(`POST /v1/staff/surveys/${id}/paper-answers`, {
        token: clerk,
        key: true,
        body,
      });
      expect(entered.status).toBe(201);
    }
    const browser = stepVisitor(place);
    await browser.signIn("editor");
    const numbers: number[] = [];
    let query = "";
    let parts = 0;
    do {
      const part = await browser.go(`GET /urzad/ankiety/${id}/odpowiedzi.csv${query}`);
      expect(Buffer.byteLength(part.text)).toBeLessThan(4_100_000);
      numbers.push(...[...part.text.matchAll(/;Filia 5;(\d+)\./g)].map(([, n]) => Number(n)));
      query = /<(\?cursor=[^>]+)>/.exec(part.headers.get("link") ?? "")?.[1] ?? "";
      parts++;
    } while (query !== "");
    expect(parts).toBe(2);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, n) => n));
  });

  test("has one primary button on a draft", async () => {
    const { body } = await asEditor(place, "POST /v1/staff/surveys", aSurvey(place));
    const browser = stepVisitor(place);
    await browser.signIn("editor");
    const { text } = await browser.go(`GET /urzad/ankiety/${body.id}`);
    expect(text.match(/<button class="button"[^>]*>/g)).toHaveLength(1);
    expect(text).toContain('<button class="button second" type="submit">Utwórz szkic');
  });

  test("takes no paper of a day that has not come", async () => {
    const { id } = await openSurvey(place, { questions: QUESTIONS.slice(2, 3) });
    const browser = stepVisitor(place);
    await browser.signIn("clerk");
    const address = `/urzad/ankiety/${id}/papier`;
    const held = Object.fromEntries(fieldsOf((await browser.go(`GET ${address}`)).text, address));
    const on = (day: string) =>
      browser.go(`POST ${address}`, { form: { ...held, place: "Filia 5", q1: "1", collectedOn: day } });
    const tomorrow = await on(inHours(place, 48).slice(0, 10));
    expect([tomorrow.status, tomorrow.text.includes('href="#collectedOn"')]).toEqual([422, true]);
    expect((await on(inHours(place, -48).slice(0, 10))).status).toBe(303);
  });

  test("takes no paper for questions that changed while it was typed", async () => {
    const { id, version } = await openSurvey(place, { questions: QUESTIONS.slice(0, 1) });
    const browser = stepVisitor(place);
    await browser.signIn("clerk");
    const address = `/urzad/ankiety/${id}/papier`;
    const held = Object.fromEntries(fieldsOf((await browser.go(`GET ${address}`)).text, address));
    const paper = { ...held, place: "Filia 5", collectedOn: "2026-12-01", q1: "1" };
    const turned = { options: { pl: ["Nigdy", "Czasem", "Codziennie"] } };
    await asEditor(place, `PATCH /v1/staff/surveys/${id}/questions/q1`, turned, version);
    const sent = await browser.go(`POST ${address}`, { form: paper });
    expect([sent.status, sent.text.includes("urząd zmienił pytania")]).toEqual([422, true]);
    const again = { ...paper, ...Object.fromEntries(fieldsOf(sent.text, address)), q1: "3" };
    expect((await browser.go(`POST ${address}`, { form: again })).status).toBe(303);
    expect((await results(id)).revisions.map(({ paper: count }: { paper: number }) => count)).toEqual([1]);
  });

  test("is made, asked, published, keyed from paper, closed and made final by the console, without a script", async () => {
    const browser = stepVisitor(place);
    await browser.signIn("editor");
    const open = async (path: string) => {
      const page = await browser.go(`GET ${path}`);
      expect([path, page.status, faultsOfPage(page.text)]).toEqual([path, 200, []]);
      return page.text;
    };
    const send = async (
      on: string,
      action: string,
      typed: Readonly<Record<string, string | string[]>> = {},
    ) => {
      const held = Object.fromEntries(fieldsOf(await open(on), action));
      return browser.go(`POST ${action}`, { form: { ...held, ...typed } });
    };
    const local = (hours: number) => localMoment(inHours(place, hours));
    const made = await send("/urzad/ankiety/nowa", "/urzad/ankiety/nowa", {
      "title-pl": "Ankieta z konsoli",
      "about-pl": "Pytamy o park.",
      startsAt: local(-1),
      endsAt: local(5),
      access: "anonymous",
      results: "live",
    });
    expect([made.status, faultsIn(made.text)]).toEqual([303, []]);
    const page = made.headers.get("location") ?? "";
    const half = await send(`${page}/pytania`, `${page}/pytania`, {
      kind: "one",
      "text-pl": "Która alejka?",
      "options-pl": "Jedna",
    });
    expect(half.status).toBe(422);
    expect(half.text).toContain("Która alejka?");
    expect(faultsIn(half.text)).toEqual(["options-pl: Za mało pozycji na tej liście. Co najmniej: 2."]);
    const untold = await send(`${page}/pytania`, `${page}/pytania`, {
      "text-pl": "Która alejka?",
      "options-pl": "Lewa\nPrawa\nŚrodkowa",
      "options-uk": "Ліва\nПрава",
    });
    expect(faultsIn(untold.text)).toEqual(["kind: Wybierz jedną z podanych wartości."]);
    const uneven = await send(`${page}/pytania`, `${page}/pytania`, {
      kind: "one",
      "text-pl": "Która alejka?",
      "options-pl": "Lewa\nPrawa\nŚrodkowa",
      "options-uk": "Ліва\nПрава",
    });
    expect(faultsIn(uneven.text)).toEqual(["options-uk: Za mało pozycji na tej liście. Co najmniej: 3."]);
    expect(
      (
        await send(`${page}/pytania`, `${page}/pytania`, {
          kind: "one",
          "text-pl": "Która alejka?",
          "options-pl": "Lewa\nPrawa",
          isRequired: "yes",
        })
      ).status,
    ).toBe(303);
    expect(
      (
        await send(`${page}/pytania`, `${page}/pytania`, {
          kind: "short",
          "text-pl": "Dlaczego?",
          "after-question": "q1",
          "after-option": "2",
        })
      ).status,
    ).toBe(303);
    const after = { kind: "short", "text-pl": "Dlaczego?", "after-question": "q1" };
    const unnumbered = await send(`${page}/pytania`, `${page}/pytania`, after);
    expect(faultsIn(unnumbered.text)).toEqual(["after-option: To pole jest wymagane."]);
    const third = await send(`${page}/pytania`, `${page}/pytania`, { ...after, "after-option": "3" });
    expect(faultsIn(third.text)).toEqual(["after-option: Wybierz jedną z podanych wartości."]);
    const shorter = await send(`${page}/pytania/q1`, `${page}/pytania/q1`, {
      kind: "scale",
      "options-pl": "",
    });
    expect([shorter.status, shorter.text.includes("Od tego pytania zależy inne.")]).toEqual([409, true]);
    expect(await open(`${page}/pytania/q1`)).toContain("Od tego pytania zależy inne.");
    expect(await open(page)).toContain("tylko po odpowiedzi „Prawa” na pytanie 1");
    expect((await send(page, `${page}/ogloszenie`)).status).toBe(303);
    const published = await open(page);
    for (const said of [
      "trwa",
      "Ankieta jest ogłoszona.",
      "Mieszkańcy odpowiadają od jej początku do końca.",
    ])
      expect(published).toContain(said);
    expect(await open(page)).not.toContain("Ankieta jest ogłoszona.");
    const paper = await send(`${page}/papier`, `${page}/papier`, {
      place: "Urna w holu",
      collectedOn: "2026-12-01",
      q1: "2",
      q2: "cień",
    });
    expect(paper.status).toBe(303);
    const next = paper.headers.get("location") ?? "";
    expect(await open(next)).toContain("W tej partii wpisano: 1.");
    expect((await send(next, `${page}/papier`, { q1: "1" })).status).toBe(303);
    expect(await open(page)).toContain(`<a href="${next}">Urna w holu`);
    expect((await send(page, `${page}/zamkniecie`)).status).toBe(303);
    expect(await open(page)).toContain("Do tego trzeba dwóch osób");
    expect((await send(page, `${page}/wyniki`)).status).toBe(303);
    const waiting = await open(page);
    expect(waiting).toContain("Proponuje Magda Pliszka. Druga osoba może to przyjąć do: ");
    expect(waiting).not.toContain(`action="${page}/wyniki"`);
    const [, proposal = ""] = /href="(\/urzad\/sprawy\/[^"]+)"/.exec(waiting) ?? [];
    expect(await open(proposal)).toContain("To Twoja propozycja.");
    const second = stepVisitor(place);
    await second.signIn("coordinator");
    const seen = await second.go(`GET ${proposal}`);
    expect(faultsOfPage(seen.text)).toEqual([]);
    for (const text of ["<h1>Ogłoś ostateczne wyniki</h1>", `href="${page}"`, "Przyjmij propozycję"])
      expect(seen.text).toContain(text);
    expect((await second.go(`POST ${proposal}`, { form: { act: "accept" } })).status).toBe(303);
    expect(await open(page)).toContain("wyniki ostateczne");
    const file = await browser.go(`GET ${page}/odpowiedzi.csv`);
    const [head, ...lines] = file.text.replace("\ufeff", "").trim().split("\r\n");
    expect(head).toBe("Dzień;Wersja pytań;Skąd (na papierze);Która alejka?;Dlaczego?");
    expect(lines.map((line) => line.split(";").slice(2).join(";")).toSorted()).toEqual([
      "Urna w holu;Lewa;",
      "Urna w holu;Prawa;cień",
    ]);
    const journal = await open(`/urzad/dziennik/${page.split("/").at(-1)}`);
    expect(journal).toContain("Propozycja dla drugiej osoby: „Ogłoś ostateczne wyniki”.");
    expect(journal).toContain("Ogłoszono ostateczne wyniki ankiety.");
    expect(journal).toContain("propozycja: Magda Pliszka");
    const title = /<h1>([^<]*)/.exec(await open(page))?.[1] ?? "";
    expect(journal).toContain(`<h1>Dziennik: ${title}</h1>`);
    expect(await open("/urzad/uprawnienia")).toContain("<li>Ogłoszono ostateczne wyniki ankiety.</li>");
  });
});
