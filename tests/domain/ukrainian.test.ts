import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pl } from "../../shared/words/pl/index.ts";
import { uk } from "../../shared/words/uk/index.ts";

const ROOT = join(import.meta.dirname, "../../shared/words/uk");

/** Rooms, and parts of rooms, that only staff read: they may stay Polish. */
const OFFICE: readonly string[] = [
  "checks",
  "desk",
  "deskActs",
  "identity.desk",
  "meetingDesk",
  "office",
  "points",
  "retention",
  "signals",
  "voids",
];

/** Rooms that residents read and nobody has finished: a room leaves this list with its last sentence. */
const OWED: readonly string[] = [
  "apiDocs",
  "articles",
  "blockers",
  "consultations",
  "counting",
  "issues",
  "legal",
  "letters",
  "meetings",
  "outcomes",
  "problems",
  "projects",
  "proposals",
  "refusals",
  "results",
  "roll",
];

/** The places of a catalogue at which it says nothing, while the Polish one does. */
const silences = (measure: unknown, own: unknown, place = ""): string[] => {
  if (OFFICE.includes(place)) return [];
  if (own === undefined) return [place];
  if (measure === null || typeof measure !== "object" || Array.isArray(measure)) return [];
  return Object.entries(measure).flatMap(([name, one]) =>
    silences(one, (own as Record<string, unknown>)[name], `${place}.${name}`),
  );
};

describe("in Ukrainian", () => {
  test.each(Object.keys(pl).filter((room) => !OFFICE.includes(room)))(
    "residents read the whole room %s",
    (room) => {
      const left = silences(pl[room as keyof typeof pl], uk[room as keyof typeof pl], room);
      if (OWED.includes(room)) expect(left, `${room} is whole: take it off the list`).not.toEqual([]);
      else expect(left).toEqual([]);
    },
  );

  test("no sentence holds a Polish letter but for the currency, or a Russian one", () => {
    const files = globSync("*.ts", { cwd: ROOT });
    const found = files.flatMap((file) =>
      readFileSync(join(ROOT, file), "utf8")
        .split("\n")
        .filter((line) => /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/.test(line.replaceAll("zł", "")) || /[ыэъёЫЭЪЁ]/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(files.length).toBeGreaterThan(3);
    expect(found).toEqual([]);
  });

  test("the apostrophe is a letter of its own, the one that dates are written with", () => {
    const found = globSync("*.ts", { cwd: ROOT }).flatMap((file) =>
      [...readFileSync(join(ROOT, file), "utf8").matchAll(/[а-яіїєґ]['’`][а-яіїєґ]+/giu)].map(
        ([word]) => `${file}: ${word}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
