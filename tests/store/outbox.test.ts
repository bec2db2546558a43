import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { type Notice, notice, readNotice } from "../../shared/domain/notice/notice.ts";
import { instant } from "../../shared/domain/time.ts";
import { letterOf } from "../../shared/pages/letters/letter.ts";
import { noticeWrite } from "../../shared/store/notices.ts";
import { KINDS, SAMPLES } from "../domain/letter-samples.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { wordsOf } from "../kit/words.ts";

const SITE = { url: "https://bo.example", city: KATOWICE, contactAddress: "bo@bo.example" };

/** A notice as it lies in the outbox. */
const stored = (about: Notice): unknown => {
  const write = noticeWrite("event", about, instant(0));
  if (write.kind !== "put") throw new Error("a notice is put");
  return JSON.parse(JSON.stringify(write.item));
};

test.each(KINDS)("%s comes out of the outbox as it went in", (kind) => {
  for (const language of LANGUAGES) {
    const about = notice(kind, "jan@example.org", language, SAMPLES[kind]) as Notice;
    expect(readNotice(stored(about))).toEqual(about);
  }
});

/** What is under way at an update is read by the house that comes after: for a week, as long as a letter is kept. */
const before: { kind: string; facts: object }[] = JSON.parse(
  readFileSync(new URL("outbox-0.1.json", import.meta.url), "utf8"),
);

test.each(before)("$kind as the release before wrote it is read, and becomes its letter", (item) => {
  const read = readNotice(item);
  expect(read.facts).toEqual(item.facts);
  expect(letterOf(read, wordsOf(read.language), SITE).text.length).toBeGreaterThan(100);
});

test("every kind of the release before is among them", () => {
  expect(before.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["voting/code", "meeting/seat"]));
  expect(new Set(before.map(({ kind }) => kind)).size).toBe(before.length);
});

test("a fact that no letter declares never gets into the outbox, and one that is missing is found when it is written", () => {
  const about = notice("voting/code", "jan@example.org", "pl", SAMPLES["voting/code"]);
  const talkative = { ...about, facts: { ...about.facts, pesel: "90010100000" } } as Notice;
  expect(JSON.stringify(stored(talkative))).not.toContain("pesel");
  expect(() => stored({ ...about, facts: { until: about.facts.until } } as Notice)).toThrow();
  expect(() => readNotice({ ...about, kind: "voting/unheard-of" })).toThrow();
});
