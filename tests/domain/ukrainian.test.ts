import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pl } from "../../shared/words/pl/index.ts";
import { uk } from "../../shared/words/uk/index.ts";

const ROOT = join(import.meta.dirname, "../../shared/words/uk");

describe("in Ukrainian", () => {
  test("residents read what they see of the office's rooms", () => {
    const { votingPoints, voids } = uk;
    expect(votingPoints?.columns?.length).toBe(3);
    expect(votingPoints?.batch?.rejected?.("late")).toContain("отриманий");
    expect(Object.keys(voids?.reasons ?? {})).toEqual(Object.keys(pl.voids.reasons));
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
