import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { findingsList, sentenceOf } from "../../shared/domain/pabulib/findings.ts";
import { metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import { textOfRepaired } from "../../shared/domain/pabulib/repair/document.ts";
import { readRepaired } from "../../shared/domain/pabulib/repair/read.ts";
import type { PbText } from "../../shared/domain/pabulib/text.ts";
import { textOf } from "../../shared/domain/pabulib/text.ts";
import { writePb } from "../../shared/domain/pabulib/write.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { NAMED_RULES } from "../../shared/rulesets/named-rules.ts";
import { runs } from "../kit/chance.ts";
import { ACCIDENTS, inWindows1250 } from "./pb-accidents.ts";
import { bytesOf, SMALL } from "./pb-file.ts";

const LISTS = [
  ["1", "2", "3", "10", "21"],
  ["L13/01/IX", "L13/02/IX", "L13/12/IX"],
  ["BO.D18.9/23", "BO.D18.10/23"],
  ["abcd-1-efgh", "abcd-2-efgh", "abcdefgh", "abcd", "efgh", "h", "gh"],
];

/** A file with what the format allows: any names, any costs, any ballots. */
const aText: fc.Arbitrary<PbText> = fc.constantFrom(...LISTS).chain((ids) =>
  fc.record({
    meta: fc
      .record({
        budget: fc.integer({ min: 1, max: 9_999_999 }),
        name: fc.string({ unit: fc.constantFrom("ż", "a", '"', ";", " ", "\n") }),
      })
      .map(
        ({ budget, name }) =>
          [
            ["description", `x${name}x`],
            ["country", "Poland"],
            ["unit", "Gliwice"],
            ["budget", `${budget}`],
            ["vote_type", "cumulative"],
            ["rule", "greedy"],
            ["date_begin", "10.09.2022"],
            ["max_sum_points", "12"],
          ] as const,
      ),
    projectColumns: fc.constant(["project_id", "cost", "name"]),
    projects: fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(
            fc.integer({ min: 1, max: 9_999_999 }),
            fc.constantFrom("Ławki", 'Park "Pod lipą"; etap 2', "a, b", "x"),
          )
          .map(([cost, name]) => [id, `${cost}`, name]),
      ),
    ),
    voteColumns: fc.constant(["voter_id", "vote", "points", "age"]),
    votes: fc
      .array(
        fc.subarray(ids, { minLength: 1 }).chain((chosen) =>
          fc.tuple(
            fc.constant(chosen),
            fc.array(fc.integer({ min: 1, max: 4 }), {
              minLength: chosen.length,
              maxLength: chosen.length,
            }),
          ),
        ),
        { minLength: 2, maxLength: 6 },
      )
      .map((ballots) =>
        ballots.map(([chosen, points], at) => [`${at + 7}`, chosen.join(","), points.join(","), "41"]),
      ),
  }),
);

const written = (text: PbText): string => [...writePb(text)].join("");

const digestOf = (file: PbFile): string => {
  const { election } = electionFrom(file, {
    limits: metaLimits(file),
    beyondLimits: "count",
    repeatedProject: "count-once",
  });
  const { order, fill } = NAMED_RULES.get("greedy-points") ?? NAMED_RULES.get("greedy") ?? fail();
  return tally(election, { order, fill, threshold: null, ties: ["file-order"] }).digest;
};

const fail = (): never => {
  throw new Error("no greedy rule");
};

const read = (bytes: string | Uint8Array, guesses = false) => {
  const reading = readRepaired(typeof bytes === "string" ? bytesOf(bytes) : bytes, guesses);
  if (!reading.ok) throw new Error(`${reading.fault.line}:${reading.fault.column} ${reading.fault.message}`);
  return { ...reading, told: reading.findings.all().map(sentenceOf) };
};

describe("a sound file", () => {
  test("is written as it was read, has nothing to repair, and says the same in both ways of reading it", () => {
    fc.assert(
      fc.property(aText, (text) => {
        const bytes = bytesOf(written(text));
        expect(written(textOf(bytes))).toBe(written(text));
        const { file, repaired, told } = read(bytes);
        expect(told).toEqual([]);
        expect(written(textOfRepaired(repaired, findingsList()))).toBe(written(text));
        expect(readPb([bytes])).toMatchObject({ ok: true, file, votersInOrder: true });
      }),
      { numRuns: runs(20) },
    );
  });
});

const agreesAfter = (text: PbText, accident: (text: string) => string | Uint8Array): void => {
  const before = written(text);
  const after = accident(before);
  if (after === before) return;
  const bytes = typeof after === "string" ? bytesOf(after) : after;
  const plain = readPb([bytes]);
  const { file, repaired, findings, told } = read(bytes);
  expect(digestOf(file)).toBe(digestOf(read(before).file));
  expect(findings.all().map(({ first }) => first.verdict)).toContain("repaired");
  const again = read(written(textOfRepaired(repaired, findingsList())));
  expect(again.told).toEqual([]);
  expect(digestOf(again.file)).toBe(digestOf(file));
  // Whoever reads it once only is told that this is not enough, or the accident touches nothing that is counted.
  if (plain.ok && plain.isPlain) expect([digestOf(plain.file), told]).toEqual([digestOf(file), told]);
};

describe.each(Object.entries(ACCIDENTS))("after %s", (_, accident) => {
  test("any election is counted as before, with a warning, and is repaired for good", () => {
    fc.assert(
      fc.property(aText, (text) => agreesAfter(text, accident)),
      { numRuns: runs(4) },
    );
  });
});

test("a field may have any name at all, also one that objects have by nature", () => {
  const { projects } = read(SMALL).file;
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"])
    expect(read(SMALL.replace("\nPROJECTS", `\n${name};Test\nPROJECTS`)).file.projects).toHaveLength(
      projects.length,
    );
});

test("a voter whose number is typed in full width is the same voter", () => {
  expect(read(SMALL.replace("\n2;L13", "\n１;L13")).told).toContainEqual(
    expect.stringContaining("one voter has two ballots, in lines 25 and 26"),
  );
});

test("what else lies on the way: an older encoding is named, and read when a guess is good enough", () => {
  const bytes = inWindows1250(SMALL);
  expect(readRepaired(bytes, false)).toMatchObject({
    ok: false,
    fault: { line: 20, message: expect.stringContaining("Windows-1250") },
  });
  expect(read(bytes, true).file.projects[0]?.fields[4]).toBe("Ławki");
  // The letters as programs of DOS saved them.
  const asDos = { Ł: 0x9d, ó: 0xa2, d: 0x64, ź: 0xab, ż: 0xbe, ł: 0x88, ć: 0x86, ę: 0xa9, ś: 0x98 };
  const dos = Uint8Array.from([...SMALL], (letter) => Reflect.get(asDos, letter) ?? letter.codePointAt(0));
  expect(readRepaired(dos, false)).toMatchObject({
    ok: false,
    fault: { line: 20, message: expect.stringContaining("CP852") },
  });
  expect(read(dos, true).file.projects[0]?.fields[4]).toBe("Ławki");
});
