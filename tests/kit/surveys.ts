import { expect } from "vitest";
import { z } from "zod";
import { asEditor, secondWord } from "./office.ts";
import type { Place } from "./place.ts";
import { inHours } from "./time.ts";

export const noOptions = { pl: [] };

export const QUESTIONS = [
  {
    kind: "one",
    text: { pl: "Jak często bywasz w parku?", uk: "Як часто ви буваєте в парку?" },
    options: { pl: ["Codziennie", "Czasem", "Nigdy"] },
    isRequired: true,
    most: null,
    after: null,
  },
  {
    kind: "several",
    text: { pl: "Czego tam brakuje?" },
    options: { pl: ["Ławek", "Drzew", "Toalet"] },
    isRequired: false,
    most: 2,
    after: { question: "q1", option: "1" },
  },
  {
    kind: "scale",
    text: { pl: "Jak oceniasz park?" },
    options: noOptions,
    isRequired: false,
    most: null,
    after: null,
  },
  {
    kind: "ranking",
    text: { pl: "Co zrobić najpierw?" },
    options: { pl: ["Alejki", "Oświetlenie", "Plac zabaw"] },
    isRequired: false,
    most: null,
    after: null,
  },
  {
    kind: "short",
    text: { pl: "Jedno słowo o parku" },
    options: noOptions,
    isRequired: false,
    most: null,
    after: null,
  },
  {
    kind: "long",
    text: { pl: "Co jeszcze?" },
    options: noOptions,
    isRequired: false,
    most: null,
    after: null,
  },
  {
    kind: "place",
    text: { pl: "Gdzie mieszkasz?" },
    options: noOptions,
    isRequired: true,
    most: null,
    after: null,
  },
];

/** A survey as the office writes it, of every kind of question. */
export const aSurvey = (place: Place, more: object = {}) => ({
  title: { pl: "Park Boguckich", en: "Bogucki Park", uk: "Парк Богуцьких" },
  about: { pl: "Pytamy, jak zmienić park." },
  startsAt: inHours(place, 1),
  endsAt: inHours(place, 48),
  contact: "Ewa Sikora, tel. 32 123 45 67",
  access: "anonymous",
  results: "live",
  questions: QUESTIONS,
  ...more,
});

export const FULL = {
  q1: "1",
  q2: ["1", "3"],
  q3: "4",
  q4: ["2", "1"],
  q5: "zielono",
  q6: "Dwa\nwiersze",
  q7: { district: "L13", where: "ul. Markiefki" },
};

/** The final results of a survey that is over: an editor proposes them, a coordinator accepts. */
export const finish = async (place: Place, id: string): Promise<void> => {
  const proposed = await asEditor(place, `POST /v1/staff/surveys/${id}/results`);
  await secondWord(place, proposed);
};

/** What residents see of a survey's results. */
export const resultsShown = async (place: Place, id: string) =>
  (await place.call(`GET /v1/surveys/${id}/results`)).body;

/** All that was counted: the survey is closed and its results made final, where they are not yet. */
export const finalResults = async (place: Place, id: string) => {
  await asEditor(place, `POST /v1/staff/surveys/${id}/closing`);
  if (!(await resultsShown(place, id)).isFinal) await finish(place, id);
  return resultsShown(place, id);
};

/** A survey that can be answered now. */
export const openSurvey = async (place: Place, more: object = {}) => {
  const made = await asEditor(
    place,
    "POST /v1/staff/surveys",
    aSurvey(place, { startsAt: inHours(place, -1), ...more }),
  );
  expect([made.status, made.body.state]).toEqual([201, "draft"]);
  const { status, body } = await asEditor(place, `POST /v1/staff/surveys/${made.body.id}/publication`);
  expect([status, body.state]).toEqual([200, "open"]);
  return body as { readonly id: string; readonly version: number; readonly revision: number };
};

/** Every item of the table, as text. */
export const everything = async (place: Place): Promise<string[]> => {
  const items: string[] = [];
  await place.deps.store.table.scanPages("main", "", z.looseObject({}), (page) => {
    items.push(...page.map((item) => JSON.stringify(item)));
  });
  return items;
};
