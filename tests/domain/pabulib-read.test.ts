import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import { defaultScore, metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { unreadNumbers } from "../../shared/domain/pabulib/meta-number.ts";
import { metaThreshold } from "../../shared/domain/pabulib/meta-rule.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import { textOf } from "../../shared/domain/pabulib/text.ts";
import { contendersOf } from "../../shared/domain/tally/contender.ts";
import { bytesOf, faultOf, fileOf, SMALL } from "./pb-file.ts";

/** Points and voters by project, under the file's own limits. */
const totals = (text: string) => {
  const file = fileOf(text);
  const { election } = electionFrom(file, {
    limits: metaLimits(file),
    beyondLimits: "void",
    repeatedProject: "count-once",
  });
  return Object.fromEntries(
    contendersOf(election).map(({ project, score, votes }) => [project.id, [score, votes]]),
  );
};

/** The small file with its ballots written differently. */
const votesOf = (change: (votes: string) => string): string => {
  const start = SMALL.indexOf("voter_id");
  const votes = change(SMALL.slice(start));
  expect(votes).not.toBe(SMALL.slice(start));
  return SMALL.slice(0, start) + votes;
};

const EXPECTED = { "L13/01/IX": [5, 3], "L13/02/IX": [4, 2], "L13/03/IX": [1, 1] };

describe("a file is read", () => {
  test("with money in exact grosze and quotes taken off", () => {
    const file = fileOf(SMALL);
    expect(file.budgetGrosze).toBe(100_000_00);
    expect(file.projects.map(({ costGrosze }) => costGrosze)).toEqual([60_000_00, 50_000_50, 1_000_00]);
    expect(file.projects[1]?.fields[4]).toBe('Park "Pod lipą"; etap 2');
    expect(totals(SMALL)).toEqual(EXPECTED);
  });

  test.each([
    ["lines that end with CR LF", SMALL.replaceAll("\n", "\r\n")],
    ["no line end at its end", SMALL.trimEnd()],
    ["empty lines at its end", `${SMALL}\n\r\n\n`],
    ["a byte order mark", `\uFEFF${SMALL}`],
    ["spaces after the commas of lists", votesOf((votes) => votes.replaceAll(",", ", "))],
    ["quotes among the ballots", SMALL.replace("2;L13/02/IX;3;41;M", '"2";"L13/02/IX";"3";"4;1";M')],
    [
      "columns in another order",
      votesOf((votes) => votes.replaceAll(/^([^;\n]*);([^;]*);([^;]*);([^;]*);(\w+)$/gm, "$5;$3;$1;$2;$4")),
    ],
  ])("with %s", (_, text) => {
    expect(totals(text)).toEqual(EXPECTED);
  });

  test("with keys and columns that nobody knows", () => {
    const text = textOf(bytesOf(SMALL.replace("currency;PLN", "currency;PLN\nmoon;full")));
    expect(new Map(text.meta).get("moon")).toBe("full");
    expect([...text.votes].at(0)).toEqual(["1", "L13/01/IX,L13/02/IX", "2,1", "9", "F"]);
  });

  test("whatever the kind of ballot: approvals count one, places count down to one", () => {
    const approvals = SMALL.replace("cumulative", "approval");
    expect(totals(approvals)).toEqual({ "L13/01/IX": [3, 3], "L13/02/IX": [2, 2], "L13/03/IX": [1, 1] });
    const places = SMALL.replace("cumulative", "ordinal").replace("vote;points", "vote;other");
    expect(totals(places)).toEqual({ "L13/01/IX": [5, 3], "L13/02/IX": [2, 2], "L13/03/IX": [1, 1] });
  });

  test("and a cost of 999999999 is a project withdrawn after the vote", () => {
    const file = fileOf(SMALL.replace("60000;3", "999999999;3"));
    const { election } = electionFrom(file, {
      limits: metaLimits(file),
      beyondLimits: "void",
      repeatedProject: "void",
    });
    expect(election.projects[0]?.excluded?.why).toBe("withdrawn");
    expect(election.projects[1]?.excluded).toBeUndefined();
  });

  test("and a ballot's line can be named", () => {
    expect(fileOf(SMALL).votes.lines[2]).toBe(27);
  });
});

describe("a fault is named with its line and column", () => {
  const replaced = (from: string, to: string) => SMALL.replace(from, to);
  test.each([
    ["an empty file", "", 1, 1, 'the file does not begin with the line "META"'],
    ["another beginning", "key;value\n", 1, 1, 'the file does not begin with the line "META"'],
    [
      "META without its header",
      replaced("key;value\n", ""),
      2,
      1,
      'META does not begin with the line "key;value"',
    ],
    [
      "a META line of three fields",
      replaced("Katowice\n", "Katowice;x\n"),
      5,
      1,
      "the line has 3 fields where the header has 2",
    ],
    ["a META key twice", replaced("instance;2022", "unit;2022"), 7, 1, '"unit" stands in META twice'],
    ["no budget", replaced("budget;100000\n", ""), 1, 1, 'META lacks "budget"'],
    [
      "a budget that is no money",
      replaced("budget;100000", "budget;1e5"),
      10,
      8,
      '"1e5" is not an amount of money',
    ],
    [
      "an unknown kind of ballot",
      replaced("cumulative", "lottery"),
      11,
      11,
      '"lottery" is not one of approval, choose-1, cumulative, ordinal, scoring',
    ],
    [
      "no cost column",
      replaced("project_id;cost", "project_id;price"),
      19,
      1,
      'the header lacks the column "cost"',
    ],
    ["a column twice", replaced("votes;score", "votes;votes"), 19, 23, 'the column "votes" stands twice'],
    [
      "a project with a field too many",
      replaced("Klub;0", "Klub;0;"),
      22,
      1,
      "the line has 7 fields where the header has 6",
    ],
    [
      "a project twice",
      replaced("L13/03/IX;1000", "L13/01/IX;1000"),
      22,
      1,
      'project "L13/01/IX" is listed twice',
    ],
    [
      "a project without an id",
      replaced("L13/03/IX;1000", ";1000"),
      22,
      1,
      "a project's id is empty or holds a comma",
    ],
    ["a cost below zero", replaced("1000;1", "-5;1"), 22, 11, '"-5" is not an amount of money'],
    [
      "a cost in fractions of a grosz",
      replaced("50000.50", "50000.505"),
      21,
      11,
      '"50000.505" is not an amount of money',
    ],
    ["a quote never closed", replaced('etap 2";0', "etap 2;0"), 21, 24, "a quote that is never closed"],
    ["text after a quote", replaced('etap 2";0', 'etap 2"!;0'), 21, 51, "text after a closing quote"],
    ["no VOTES", SMALL.slice(0, SMALL.indexOf("VOTES")), 23, 1, 'the file ends before the line "VOTES"'],
    [
      "no points column",
      replaced("vote;points", "vote;other"),
      24,
      1,
      'the header lacks the column "points"',
    ],
    [
      "a ballot with a field too few",
      replaced("2;L13/02/IX;3;41;M", "2;L13/02/IX;3;41"),
      26,
      1,
      "the line has 4 fields where the header has 5",
    ],
    [
      "a quoted ballot with a field too few",
      replaced("2;L13/02/IX;3;41;M", '"2";L13/02/IX;3;41'),
      26,
      1,
      "the line has 4 fields where the header has 5",
    ],
    [
      "an empty line among the ballots",
      replaced("\n2;L13", "\n\n2;L13"),
      26,
      1,
      "the line has 1 field where the header has 5",
    ],
  ])("for %s", (_, text, line, column, message) => {
    expect(faultOf(text)).toEqual({ line, column, message });
  });

  test("for text that is not UTF-8, after characters of several bytes", () => {
    const bytes = bytesOf(SMALL.replace("Ławki", "Ł;\u0001"));
    bytes[bytes.indexOf(1)] = 0xff;
    expect(readPb([bytes])).toEqual({
      ok: false,
      fault: { line: 20, column: 23, message: "text that is not UTF-8" },
    });
  });
});

describe("a file comes in chunks", () => {
  const QUOTED = votesOf((votes) =>
    votes.replace("3;L13/01/IX,L13/03/IX;2,1;;F", '3;"L13/01/IX";3;"a ""b""\n\nc";F'),
  );
  const TEXTS = [
    SMALL,
    SMALL.trimEnd(),
    QUOTED,
    QUOTED.replaceAll("\n", "\r\n"),
    `\uFEFF${SMALL}\n\r\n\n`,
    SMALL.replace("2;L13/02/IX;3;41;M", "2;L13/02/IX;3;41"),
    SMALL.replace("2;L13/02/IX;3;41;M", '2;"L13/02/IX";3;"41"!;M'),
    SMALL.replace("2;L13/02/IX;3;41;M", '2;L13/02/IX;3;41;"M'),
    SMALL.replace("\n2;L13", "\n\n2;L13"),
    SMALL.replace("vote;points", "vote;other"),
    SMALL.replace('etap 2";0', "etap 2;0"),
    SMALL.slice(0, SMALL.indexOf("VOTES")),
  ];

  /** Chunks cut at the places given, all handed over in one place of memory. */
  const chunked = function* (bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
    const place = new Uint8Array(bytes.length);
    const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
    for (const [index, start] of edges.slice(0, -1).entries()) {
      const chunk = bytes.subarray(start, edges[index + 1]);
      place.fill(0);
      place.set(chunk);
      yield place.subarray(0, chunk.length);
    }
  };

  test("wherever it is cut, it reads as the whole does, faults and their places too", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(fc.nat(2_000), { maxLength: 12 }), (text, cuts) => {
        const bytes = bytesOf(text);
        expect(readPb(chunked(bytes, cuts))).toEqual(readPb([bytes]));
      }),
      { numRuns: 2_000 },
    );
  });

  test("a byte at a time", () => {
    for (const text of TEXTS) {
      const bytes = bytesOf(text);
      expect(readPb(chunked(bytes, [...bytes.keys()]))).toEqual(readPb([bytes]));
    }
  });

  test("the lines of ballots are those of the file", () => {
    expect([...fileOf(QUOTED).votes.lines]).toEqual([25, 26, 27, 30]);
  });
});

describe("a number of META", () => {
  const minimumOf = (text: string) =>
    metaThreshold(fileOf(SMALL.replace("threshold;50", `threshold;${text}`)));

  test.each([
    ["50", 50],
    ["1,5", 2],
    ["1.5", 2],
    ["0", undefined],
  ])("%s is a minimum of %s", (text, minimum) => {
    expect(minimumOf(text)).toEqual(minimum ? { kind: "points", minimum, inclusive: true } : null);
  });

  test.each(["50%", "1,000", "2 votes", "Infinity", "1e400", "0x2"])("%s is none, and is named", (text) => {
    const file = fileOf(SMALL.replace("threshold;50", `threshold;${text}`));
    expect(metaThreshold(file)).toBeNull();
    expect(unreadNumbers(file.meta)).toEqual([["min_project_score_threshold", text]]);
  });

  test.each(["40000", "0.5", "-32769"])("%s is no score that a ballot can give", (score) => {
    const file = fileOf(
      SMALL.replace("cumulative", "scoring").replace("currency;PLN", `currency;PLN\ndefault_score;${score}`),
    );
    expect(defaultScore(file)).toBe(0);
    expect(unreadNumbers(file.meta)).toEqual([["default_score", score]]);
  });
});
