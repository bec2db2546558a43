import { expect, test } from "vitest";
import { notice } from "../../shared/domain/notice/notice.ts";
import type { Work } from "../../shared/domain/office/work.ts";
import { instant } from "../../shared/domain/time.ts";
import { letterOf } from "../../shared/pages/letters/letter.ts";
import { logTable } from "../../shared/pages/office/log.ts";
import { workLine } from "../../shared/pages/office/work.ts";
import { SAMPLES } from "../domain/letter-samples.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { wordsOf } from "../kit/words.ts";

const frame = { city: KATOWICE, words: wordsOf("pl"), path: "/urzad" };
const MIDNIGHT = "2027-09-23T22:00:00.000Z";
const DAY_BEFORE = "czwartek, 23 września 2027, 23:59";

const work: Work = {
  kind: "check-proposal",
  id: "prj_7k3m9x2qav5d8r1t",
  owner: "queue#verifier",
  dueAt: MIDNIGHT,
  about: {
    cycleId: "cyc_7k3m9x2qav5d8r1t",
    edition: "XII",
    projectId: "prj_7k3m9x2qav5d8r1t",
    title: "Skwer",
  },
};

test("a line of work says whose edition it is, where several budgets have one of that number", () => {
  const line = workLine(frame, work, { now: instant(0), edition: "Budżet Sąsiedzki, edycja XII" });
  expect(line.text).toContain("Budżet Sąsiedzki, edycja XII. Termin: ");
});

test("an end at midnight is 23:59 of the day before: on the desk, in the morning letter, in the journal", () => {
  const morning = {
    ...SAMPLES["office/morning"],
    unit: [{ text: "Ocena", href: "https://rynek.example/urzad", dueAt: MIDNIGHT, isLate: false }],
  };
  const letter = letterOf(notice("office/morning", "anna@urzad.example", "pl", morning), wordsOf("pl"), {
    url: "https://rynek.example",
    city: KATOWICE,
    contactAddress: "bo@katowice.example",
  });
  const line = {
    at: MIDNIGHT,
    byName: "Anna",
    act: "postExtension",
    facts: { endsAt: MIDNIGHT, before: MIDNIGHT, startsAt: MIDNIGHT },
  };
  expect(workLine(frame, work, { now: instant(0) }).text).toContain(DAY_BEFORE);
  expect(letter.text.replaceAll(/\s+/g, " ")).toContain(DAY_BEFORE);
  const journal = logTable(frame, [line], "Dziennik").text;
  expect(journal).toContain(`koniec: ${DAY_BEFORE}; poprzedni koniec: ${DAY_BEFORE}`);
  expect(journal).toContain("początek: piątek, 24 września 2027, 00:00");
});
