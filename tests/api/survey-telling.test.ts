import { afterAll, beforeAll, expect, test } from "vitest";
import { asEditor } from "../kit/office.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { FULL, finalResults, finish, openSurvey, QUESTIONS, resultsShown } from "../kit/surveys.ts";

let place: Place;
let clerk: string;
beforeAll(async () => {
  place = await openPlace();
  clerk = await place.staff("clerk");
});
afterAll(() => place?.close());

const answer = (id: string, answers: object = FULL) =>
  place.call(`POST /v1/surveys/${id}/answers`, { key: true, body: { revision: 1, answers } });
const results = (id: string) => finalResults(place, id);
const countsOf = (body: Awaited<ReturnType<typeof results>>, question: string) =>
  body.revisions[0].questions.find(({ id }: { id: string }) => id === question);

test("while it is open its results move on by five answers at least, so that no difference is one person", async () => {
  const { id } = await openSurvey(place);
  const seen = async () => {
    await place.invoke("consultations", { sweep: true });
    return (await place.call(`GET /v1/surveys/${id}/results`)).body.revisions[0].web;
  };
  const told: number[] = [];
  for (let n = 0; n < 11; n++) {
    await answer(id);
    told.push(await seen());
  }
  expect(told).toEqual([0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]);
});

test("a question is shown while the survey is open as it was before each of its answers had five more", async () => {
  const [first] = QUESTIONS;
  const options = { pl: ["Tak", "Nie"] };
  const { id } = await openSurvey(place, { questions: [{ ...first, options }] });
  const shown: (number | null)[][] = [];
  for (let lot = 0; lot < 4; lot++) {
    for (let n = 0; n < 10; n++) await answer(id, { q1: n < 4 + (lot % 2) ? "1" : "2" });
    await place.invoke("consultations", { sweep: true });
    const { answered, values } = countsOf(await resultsShown(place, id), "q1");
    shown.push([answered, ...values.map(({ count }: { count: number }) => count)]);
  }
  // 4 and 6, 9 and 11, 13 and 17, 18 and 22 were counted.
  expect(shown).toEqual([[null], [null], [null], [20, 9, 11]]);
  const page = (await place.call(`GET /en/ankiety/${id}/wyniki`)).text;
  expect(page).toMatch(/20 people answered|<caption>[^<]*20/);
  expect((await place.call(`GET /v1/surveys/${id}/results.csv`)).text).toContain(";Tak;9;");
  expect(countsOf(await results(id), "q1").values.map(({ count }: { count: number }) => count)).toEqual([
    18, 22,
  ]);
});

test("after its end its results move on by five papers at least, until they are final", async () => {
  const { id } = await openSurvey(place, { results: "end" });
  await answer(id);
  await asEditor(place, `POST /v1/staff/surveys/${id}/closing`);
  const told: number[] = [];
  for (let n = 0; n < 11; n++) {
    const body = { origin: { place: "Filia 5", collectedOn: "2026-12-01" }, answers: [FULL] };
    await place.call(`POST /v1/staff/surveys/${id}/paper-answers`, { token: clerk, key: true, body });
    told.push((await resultsShown(place, id)).revisions[0].paper);
  }
  expect(told).toEqual([0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]);
  await finish(place, id);
  expect((await results(id)).revisions[0].paper).toBe(11);
});
