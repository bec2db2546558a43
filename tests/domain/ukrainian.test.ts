import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { uk } from "../../shared/words/uk/index.ts";
import { ROOMS, silences } from "../kit/silences.ts";

const ROOT = join(import.meta.dirname, "../../shared/words/uk");

/** Rooms that residents read and nobody has finished: a room leaves this list with its last sentence. */
const OWED: readonly string[] = ["consultations", "counting", "outcomes", "projects", "proposals", "results"];

describe("in Ukrainian", () => {
  test.each(ROOMS)("residents read the whole room %s", (room) => {
    const left = silences(uk, room);
    if (OWED.includes(room)) expect(left, `${room} is whole: take it off the list`).not.toEqual([]);
    else expect(left).toEqual([]);
  });

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
