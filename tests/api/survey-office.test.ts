import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localMoment } from "../../shared/domain/local-moment.ts";
import { dayOf } from "../../shared/domain/time.ts";
import { asEditor } from "../kit/office.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { aSurvey, finalResults, openSurvey, QUESTIONS } from "../kit/surveys.ts";
import { inHours } from "../kit/time.ts";
import { fieldsOf } from "../kit/visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const results = (id: string) => finalResults(place, id);

const faultsIn = (page: string): string[] =>
  [...page.matchAll(/<a href="#([^"]+)">([^<]*)<\/a>/g)]
    .map(([, field, text]) => `${field}: ${text}`)
    .filter((one) => !one.startsWith("main"));

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
    const tomorrow = await on(dayOf(inHours(place, 48)));
    expect([tomorrow.status, tomorrow.text.includes('href="#collectedOn"')]).toEqual([422, true]);
    expect((await on(dayOf(inHours(place, -48)))).status).toBe(303);
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
    expect(faultsIn(half.text)).toEqual([
      "options-pl: Odpowiedzi do wyboru (Polski): Za mało pozycji na tej liście. Co najmniej: 2.",
    ]);
    const untold = await send(`${page}/pytania`, `${page}/pytania`, {
      "text-pl": "Która alejka?",
      "options-pl": "Lewa\nPrawa\nŚrodkowa",
      "options-uk": "Ліва\nПрава",
    });
    expect(faultsIn(untold.text)).toEqual(["kind: Rodzaj pytania: Wybierz jedną z podanych wartości."]);
    const uneven = await send(`${page}/pytania`, `${page}/pytania`, {
      kind: "one",
      "text-pl": "Która alejka?",
      "options-pl": "Lewa\nPrawa\nŚrodkowa",
      "options-uk": "Ліва\nПрава",
    });
    expect(faultsIn(uneven.text)).toEqual([
      "options-uk: Odpowiedzi do wyboru (Українська): Za mało pozycji na tej liście. Co najmniej: 3.",
    ]);
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
    expect(faultsIn(unnumbered.text)).toEqual(["after-option: Numer tej odpowiedzi: To pole jest wymagane."]);
    const third = await send(`${page}/pytania`, `${page}/pytania`, { ...after, "after-option": "3" });
    expect(faultsIn(third.text)).toEqual([
      "after-option: Numer tej odpowiedzi: Wybierz jedną z podanych wartości.",
    ]);
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
