import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "scslre";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** A pattern where a value may stand, on one line; comments are left out. */
const LITERAL =
  /(?<=[(=,:?&|![]\s*|return\s+|^\s+)\/(?![*/\s])((?:[^/\n\\[]|\\.|\[(?:[^\]\n\\]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s.,;:)\]}]|$)/gm;
const COMMENT = /^\s*(?:\/?\*|\/\/).*$/gm;

const patterns = globSync(["shared/**/*.ts", "functions/**/*.ts"], { cwd: ROOT }).flatMap((file) => {
  const source = readFileSync(join(ROOT, file), "utf8").replace(COMMENT, "");
  return [...source.matchAll(LITERAL)].map(([, pattern = "", flags = ""]) => ({
    file,
    pattern: new RegExp(pattern, flags),
  }));
});

/** How a pattern may take more steps than its text has characters: by going back, or by beginning again at each. */
const waysToHang = (pattern: RegExp): string[] =>
  analyse(pattern).reports.map(({ type, exponential }) => (exponential ? "exponential" : type));

test("a pattern that can be made to hang is known as one", () => {
  for (const bad of [/(a+)+$/, /^(\w+\s?)*$/, /\s+$/, /^\d+\d+$/, /^[/\\]+|[/\\]+$/])
    expect([bad, waysToHang(bad).length]).not.toEqual([bad, 0]);
  for (const good of [/^(?:[a-z0-9-]{0,61}[a-z0-9])?$/, /^\d{1,3},\d+$/, /^[/\\]+/])
    expect([good, waysToHang(good)]).toEqual([good, []]);
});

test("no text, whoever sent it, is looked at by a pattern that takes more than a step a character", () => {
  expect(patterns.length).toBeGreaterThan(100);
  const bad = patterns.flatMap(({ file, pattern }) =>
    waysToHang(pattern).map((way) => `${file}: ${pattern} (${way})`),
  );
  expect(bad).toEqual([]);
});
