import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asEditor } from "../kit/office.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  aSurvey,
  everything,
  FULL,
  finalResults,
  finish,
  noOptions,
  openSurvey,
  QUESTIONS,
  resultsShown,
} from "../kit/surveys.ts";
import { inHours } from "../kit/time.ts";

let place: Place;
let clerk: string;
beforeAll(async () => {
  place = await openPlace();
  clerk = await place.staff("clerk");
});
afterAll(() => place?.close());

const answer = (id: string, answers: object = FULL, more: object = {}) =>
  place.call(`POST /v1/surveys/${id}/answers`, { key: true, body: { revision: 1, answers, ...more } });

const results = (id: string) => finalResults(place, id);
const countsOf = (body: Awaited<ReturnType<typeof results>>, question: string, revision = 0) =>
  body.revisions[revision].questions.find(({ id }: { id: string }) => id === question);

const lettersTo = (email: string) => place.mailbox.mails("0", email);

describe("a survey by the API", () => {
  test("is a draft that nobody sees, and is published with questions before its end alone", async () => {
    const made = await asEditor(place, "POST /v1/staff/surveys", aSurvey(place, { questions: [] }));
    const { id, version } = made.body;
    expect(made.headers.get("location")).toBe(`/v1/staff/surveys/${id}`);
    expect((await place.call(`GET /v1/surveys/${id}`)).status).toBe(404);
    const empty = await asEditor(place, `POST /v1/staff/surveys/${id}/publication`);
    expect([empty.status, empty.body.code, empty.body.detail]).toEqual([
      409,
      "act/blocked",
      "Najpierw dodaj pytanie.",
    ]);
    const asked = await asEditor(place, `PATCH /v1/staff/surveys/${id}`, { questions: QUESTIONS }, version);
    expect(asked.body.questions.map((one: { id: string }) => one.id)).toEqual([
      "q1",
      "q2",
      "q3",
      "q4",
      "q5",
      "q6",
      "q7",
    ]);
    expect((await asEditor(place, `POST /v1/staff/surveys/${id}/publication`)).body.state).toBe("announced");
    expect((await answer(id)).status).toBe(409);
    const again = await asEditor(place, `POST /v1/staff/surveys/${id}/publication`);
    expect([again.status, again.body.code]).toEqual([409, "act/wrong-state"]);
    const seen = (await place.call(`GET /v1/surveys/${id}`)).body;
    expect([seen.state, seen.questions.length, seen.fingerprint]).toEqual(["announced", 7, undefined]);
  });

  test("refuses a condition on a question that does not come before", async () => {
    const [first, second] = QUESTIONS;
    const wrong = await asEditor(
      place,
      "POST /v1/staff/surveys",
      aSurvey(place, { questions: [{ ...first, after: { question: "q2", option: "1" } }, second] }),
    );
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/questions"]);
  });

  test("holds so many questions and so much text as can be kept, under ids that it gave itself", async () => {
    const [first] = QUESTIONS;
    const made = async (questions: readonly unknown[]) =>
      asEditor(place, "POST /v1/staff/surveys", aSurvey(place, { questions }));
    const full = (await made(Array.from({ length: 40 }, () => first))).body;
    const more = await asEditor(place, `POST /v1/staff/surveys/${full.id}/questions`, first);
    expect([more.status, more.body.code]).toEqual([409, "act/blocked"]);
    expect((await place.call("GET /ankiety")).status).toBe(200);
    const options = { pl: Array(20).fill("ż".repeat(200)), en: Array(20).fill("é".repeat(200)) };
    const long = { ...first, options: { ...options, uk: Array(20).fill("ж".repeat(200)) } };
    const { id } = (await made(Array(9).fill(long))).body;
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++)
      statuses.push((await asEditor(place, `POST /v1/staff/surveys/${id}/questions`, long)).status);
    expect(statuses).toEqual([200, 200, 200, 413]);
    expect((await made([{ ...first, id: "q9999" }])).status).toBe(422);
    expect((await made([first, { ...first, after: { question: "q1", option: "01" } }])).status).toBe(422);
  });

  test("keeps one question at least once it is published", async () => {
    const { id, version } = await openSurvey(place);
    const emptied = await asEditor(place, `PATCH /v1/staff/surveys/${id}`, { questions: [] }, version);
    expect([emptied.status, emptied.body.code]).toEqual([409, "act/blocked"]);
  });

  test("counts every kind of answer, and leaves out what was not asked of somebody", async () => {
    const { id } = await openSurvey(place);
    for (let n = 0; n < 6; n++) expect((await answer(id)).status).toBe(201);
    for (let n = 0; n < 7; n++)
      expect((await answer(id, { q1: "2", q2: ["1"], q3: "2", q7: { district: "L13" } })).status).toBe(201);
    const body = await results(id);
    expect([body.revisions[0].web, body.isFinal]).toEqual([13, true]);
    const counts = (question: string) =>
      countsOf(body, question).values.map(({ count }: { count: number | null }) => count);
    expect(counts("q1")).toEqual([6, 7, 0]);
    expect(countsOf(body, "q2").answered).toBe(6);
    expect(counts("q3")).toEqual([0, 7, 0, 6, 0]);
    expect(countsOf(body, "q4").places.map(({ mean }: { mean: number | null }) => mean)).toEqual([
      2,
      1,
      null,
    ]);
    const csv = await place.call(`GET /v1/surveys/${id}/results.csv`);
    expect(csv.text).toContain("1;q1;Jak często bywasz w parku?;Codziennie;6;\r\n");
    expect(csv.text.split("\r\n")[0]).toBe("wersja pytań;pytanie;treść;odpowiedź;liczba;średnie miejsce");
  });

  test("tells of places those that many chose, and the rest as one; a mean with a comma in a column of its own", async () => {
    const { id } = await openSurvey(place);
    const from = async (district: string, times: number, q4: string[]) => {
      for (let n = 0; n < times; n++)
        expect((await answer(id, { q1: "3", q4, q7: { district } })).status).toBe(201);
    };
    await from("L13", 5, ["1", "2"]);
    await from("L1", 6, ["2", "1"]);
    await from("L2", 2, ["1"]);
    await from("L3", 1, ["1"]);
    const { values, rest } = countsOf(await results(id), "q7");
    expect(values.map(({ value, count }: { value: string; count: number }) => [value, count])).toEqual([
      ["L1", 6],
      ["L13", 5],
    ]);
    expect(rest).toBe(3);
    const page = (await place.call(`GET /ankiety/${id}/wyniki`)).text;
    expect(page.slice(page.indexOf("Gdzie mieszkasz?")).match(/<tr/g)).toHaveLength(4);
    expect(page.match(/Pozostałe dzielnice razem/g)).toHaveLength(1);
    const csv = (await place.call(`GET /v1/surveys/${id}/results.csv`)).text;
    expect(csv).toContain(";Gdzie mieszkasz?;Pozostałe dzielnice razem;3;\r\n");
    expect(csv).toContain(";Co zrobić najpierw?;Alejki;;1,4\r\n");
  });

  test.each([
    ["an option that is not there", { ...FULL, q1: "4" }, "/answers/q1"],
    ["too many options", { ...FULL, q2: ["1", "2", "3"] }, "/answers/q2"],
    ["one option twice", { ...FULL, q4: ["1", "1"] }, "/answers/q4"],
    ["a required answer left out", { q1: "2" }, "/answers/q7"],
    ["a district that is not there", { ...FULL, q7: { district: "L99" } }, "/answers/q7/district"],
    ["a question that is not there", { ...FULL, q9: "1" }, "/answers/q9"],
  ])("refuses %s, and keeps nothing", async (_, answers, pointer) => {
    const { id } = await openSurvey(place);
    const { status, body } = await answer(id, answers);
    expect([[400, 422].includes(status), body.errors.map((one: { pointer: string }) => one.pointer)]).toEqual(
      [true, [pointer]],
    );
    expect((await results(id)).revisions[0].web).toBe(0);
  });

  test("says that an answer was kept to who asks again, after the questions changed and after the end", async () => {
    const { id } = await openSurvey(place);
    const call = { key: newKey(), body: { revision: 1, answers: FULL } };
    const send = async () => (await place.call(`POST /v1/surveys/${id}/answers`, call)).status;
    expect(await send()).toBe(201);
    await asEditor(place, `POST /v1/staff/surveys/${id}/questions`, QUESTIONS[0]);
    expect([await send(), (await answer(id)).status]).toEqual([201, 412]);
    await asEditor(place, `POST /v1/staff/surveys/${id}/closing`);
    expect([await send(), (await answer(id)).status]).toEqual([201, 412]);
    expect((await results(id)).revisions.map(({ web }: { web: number }) => web)).toEqual([1, 0]);
  });

  test("keeps an answer once, however often it is sent", async () => {
    const { id } = await openSurvey(place);
    const call = { key: newKey(), body: { revision: 1, answers: FULL } };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => place.call(`POST /v1/surveys/${id}/answers`, call)),
    );
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const other = await place.call(`POST /v1/surveys/${id}/answers`, {
      ...call,
      body: { revision: 1, answers: { ...FULL, q1: "2" } },
    });
    expect([other.status, other.body.code]).toEqual([422, "request/key-reused"]);
    expect((await results(id)).revisions[0].web).toBe(1);
  });

  test("tells no number below five, nor one from which it follows", async () => {
    const { id } = await openSurvey(place);
    for (let n = 0; n < 6; n++) await answer(id, { ...FULL, q1: "1" });
    for (let n = 0; n < 2; n++) await answer(id, { ...FULL, q1: "2" });
    const { values, answered } = countsOf(await results(id), "q1");
    const told = values.map(({ count }: { count: number | null }) => count);
    expect(answered).toBe(8);
    expect(told[1]).toBeNull();
    expect(told.filter((one: number | null) => one === null).length).toBeGreaterThan(1);
  });

  test("tells of no question whose answers count a hidden number", async () => {
    const [first] = QUESTIONS;
    const askedAfter = (question: string) => ({ ...first, after: { question, option: "1" } });
    const { id } = await openSurvey(place, { questions: [first, askedAfter("q1"), askedAfter("q2"), first] });
    for (let n = 0; n < 3; n++) await answer(id, { q1: "1", q2: "1", q3: "2", q4: "1" });
    for (let n = 0; n < 9; n++) await answer(id, { q1: "2", q4: "1" });
    const body = await results(id);
    const numbers = (question: string) => {
      const { answered, values } = countsOf(body, question);
      return [answered, ...values.map(({ count }: { count: number | null }) => count)];
    };
    const none = [null, null, null, null];
    expect([numbers("q2"), numbers("q3"), numbers("q4")]).toEqual([none, none, [12, 12, 0, 0]]);
    const csv = (await place.call(`GET /v1/surveys/${id}/results.csv`)).text;
    expect(csv.split("\r\n").filter((line) => /;q[23];.*\d$/.test(line))).toEqual([]);
    expect((await place.call(`GET /ankiety/${id}/wyniki`)).text).toContain("Nie podajemy, ile osób");
  });

  test("tells no number below five where several options may be one alone", async () => {
    const [, second] = QUESTIONS;
    const { id } = await openSurvey(place, { questions: [{ ...second, most: 1, after: null }] });
    for (let n = 0; n < 3; n++) await answer(id, { q1: ["1"] });
    for (let n = 0; n < 9; n++) await answer(id, { q1: ["2"] });
    for (let n = 0; n < 8; n++) await answer(id, { q1: ["3"] });
    const { values } = countsOf(await results(id), "q1");
    expect(values.map(({ count }: { count: number | null }) => count)).toEqual([null, 9, null]);
  });

  test("changes its questions by a new revision alone; results show both", async () => {
    const survey = await openSurvey(place);
    const { id } = survey;
    for (let n = 0; n < 5; n++) await answer(id);
    const added = {
      kind: "short",
      text: { pl: "Ile masz lat?" },
      options: noOptions,
      isRequired: false,
      most: null,
      after: null,
    };
    const changed = await asEditor(place, `POST /v1/staff/surveys/${id}/questions`, added);
    expect([changed.status, changed.body.revision, changed.body.questions.at(-1).id]).toEqual([200, 2, "q8"]);
    const late = await answer(id);
    expect([late.status, late.body.code]).toEqual([412, "request/changed-since"]);
    expect((await answer(id, { ...FULL, q8: "40" }, { revision: 2 })).status).toBe(201);
    const body = await results(id);
    expect(
      body.revisions.map(({ revision, web }: { revision: number; web: number }) => [revision, web]),
    ).toEqual([
      [1, 5],
      [2, 1],
    ]);
    expect(countsOf(body, "q8", 1).answered).toBe(1);
  });

  test("hides its results until its end where it says so; then they are provisional until the office says they are final", async () => {
    const { id } = await openSurvey(place, { results: "end", endsAt: inHours(place, 2) });
    await answer(id);
    const hidden = await place.call(`GET /v1/surveys/${id}/results`);
    expect([hidden.status, hidden.body.detail]).toEqual([409, "Wyniki pokażemy, gdy ankieta się skończy."]);
    const notYet = await place.call(`GET /ankiety/${id}/wyniki`);
    expect([notYet.status, notYet.text.includes(`href="/ankiety/${id}">Park Boguckich`)]).toEqual([
      409,
      true,
    ]);
    expect((await asEditor(place, `POST /v1/staff/surveys/${id}/closing`)).body.state).toBe("ended");
    expect((await answer(id)).status).toBe(409);
    const over = await resultsShown(place, id);
    expect([over.isFinal, countsOf(over, "q1").answered]).toEqual([false, null]);
    const waiting = (await place.call(`GET /ankiety/${id}/wyniki`)).text;
    const times = (text: string) => waiting.split(text).length - 1;
    // Of texts nobody is told that they come later: the office alone reads them.
    expect([times("Pokażemy je najpóźniej"), times("Odpowiedzi własnymi słowami czyta urząd")]).toEqual([
      5, 2,
    ]);
    const papers = {
      origin: { place: "Filia 5", collectedOn: "2026-12-01" },
      answers: [FULL, { q1: "3", q7: { district: "L13" } }],
    };
    const entered = await place.call(`POST /v1/staff/surveys/${id}/paper-answers`, {
      token: clerk,
      key: true,
      body: papers,
    });
    expect([entered.status, entered.body.entered]).toEqual([201, 2]);
    const more = { ...papers, batch: entered.body.batch, answers: [FULL] };
    await place.call(`POST /v1/staff/surveys/${id}/paper-answers`, { token: clerk, key: true, body: more });
    const faulty = { ...papers, answers: [FULL, { ...FULL, q1: "9" }] };
    const refused = await place.call(`POST /v1/staff/surveys/${id}/paper-answers`, {
      token: clerk,
      key: true,
      body: faulty,
    });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/answers/1/q1"]);
    const seen = async () => {
      const { web, paper } = (await resultsShown(place, id)).revisions[0];
      return [web, paper];
    };
    expect(await seen()).toEqual([1, 0]);
    const { pendingId } = (await asEditor(place, `POST /v1/staff/surveys/${id}/results`)).body;
    await place.call(`POST /v1/staff/surveys/${id}/paper-answers`, { token: clerk, key: true, body: more });
    const other = await place.call(`POST /v1/staff/pending/${pendingId}/acceptance`, {
      token: await place.staff("coordinator"),
    });
    expect([other.status, other.body.code]).toEqual([409, "pending/settled"]);
    await finish(place, id);
    expect((await results(id)).isFinal).toBe(true);
    expect(await seen()).toEqual([1, 4]);
    const late = await place.call(`POST /v1/staff/surveys/${id}/paper-answers`, {
      token: clerk,
      key: true,
      body: papers,
    });
    expect([late.status, late.body.code]).toEqual([409, "act/wrong-state"]);
  });
});

test("what was promised when it was published stays: who can answer, when results are seen, that it is on", async () => {
  const { id, version } = await openSurvey(place, { results: "end" });
  const edited = async (body: object) => {
    const { status, body: reply } = await asEditor(place, `PATCH /v1/staff/surveys/${id}`, body, version);
    return [status, reply.errors?.[0].pointer];
  };
  expect(await edited({ access: "address" })).toEqual([409, "/access"]);
  expect(await edited({ results: "live" })).toEqual([409, "/results"]);
  expect(await edited({ startsAt: inHours(place, 2) })).toEqual([409, "/startsAt"]);
  expect(await edited({ endsAt: inHours(place, -0.5) })).toEqual([409, "/endsAt"]);
  expect((await edited({ endsAt: inHours(place, 90) }))[0]).toBe(200);
});

test("another survey is made out of one that is over, with its questions and no answers", async () => {
  const { id } = await openSurvey(place);
  await answer(id);
  await asEditor(place, `POST /v1/staff/surveys/${id}/closing`);
  const { status, body } = await asEditor(place, `POST /v1/staff/surveys/${id}/copy`);
  expect([status, body.state, body.questions.length, body.id === id]).toEqual([201, "draft", 7, false]);
  expect((await asEditor(place, `POST /v1/staff/surveys/${body.id}/publication`)).body.state).toBe(
    "announced",
  );
  const { items } = (await asEditor(place, `GET /v1/staff/surveys/${body.id}/answers`)).body;
  expect(items).toEqual([]);
});

describe("one answer an address", () => {
  test("takes one from each proved address, and nothing that is stored joins it with the address", async () => {
    const { id } = await openSurvey(place, { access: "address" });
    expect((await answer(id)).status).toBe(422);
    const email = "halina.zmyslona@example.com";
    const ask = () => place.call(`POST /v1/surveys/${id}/links`, { key: true, body: { email } });
    expect([(await ask()).status, (await ask()).status]).toEqual([202, 202]);
    await place.settle();
    const letters = lettersTo(email);
    expect(letters).toHaveLength(2);
    const links = letters.map(({ text }) => /odpowiedz\/([\w.-]+)/.exec(text)?.[1] ?? "");
    const word = "niepowtarzalne-slowo";
    const answers = { ...FULL, q5: word };
    expect((await answer(id, answers, { token: links[0] })).status).toBe(201);
    const second = await answer(id, { ...answers, q1: "2" }, { token: links[1] });
    expect([second.status, second.body.detail]).toEqual([
      409,
      "Z tego adresu już odpowiedziano na tę ankietę.",
    ]);
    expect((await answer(id, answers, { token: "nie-nasz" })).status).toBe(404);
    const items = await everything(place);
    const withAnswer = items.filter((one) => one.includes(word));
    expect(withAnswer).toHaveLength(1);
    expect(withAnswer.join()).not.toMatch(/halina|T\d\d:|person|email/);
    expect(Object.keys(JSON.parse(withAnswer[0] ?? "{}")).toSorted()).toEqual([
      "answers",
      "day",
      "fingerprint",
      "id",
      "pk",
      "revision",
      "sk",
    ]);
  });
});
