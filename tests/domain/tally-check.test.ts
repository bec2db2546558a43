import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openCommand } from "../kit/commands.ts";
import { inWindows1250 } from "./pb-accidents.ts";

const folder = mkdtempSync(join(tmpdir(), "rynek-check-"));
const saved = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const tally = openCommand("tally");
afterAll(() => tally.close());

/** A file to which nothing is to be said. */
const CLEAN = `META
key;value
description;Test
country;Poland
unit;Testowo
instance;2024
num_projects;3
num_votes;4
budget;1000
vote_type;approval
rule;greedy
date_begin;01.09.2024
date_end;14.09.2024
min_length;1
max_length;2
categories;sport,greenery
language;pl
currency;PLN
PROJECTS
project_id;cost;votes;name;category;selected;latitude;longitude
1;600;4;Plac;sport;1;50.2;19.1
2;500;1;Łąka;greenery;0;50.3;19.2
3;400;1;Żłobek;sport,greenery;1;50.4;19.3
VOTES
voter_id;vote;age;sex;voting_method
1;1,2;20;M;internet
2;1,3;18-25;F;paper
3;1;;O;internet
4;1;99;;paper
`;
const POINTS = CLEAN.replace("vote_type;approval", "vote_type;cumulative")
  .replace("max_length;2\n", "max_length;2\nmin_points;1\nmax_points;4\nmin_sum_points;2\nmax_sum_points;5\n")
  .replace("voter_id;vote;", "voter_id;vote;points;")
  .replace(";1,2;", ";1,2;3,2;")
  .replace(";1,3;", ";1,3;4,1;")
  .replace("3;1;", "3;1;4;")
  .replace("4;1;", "4;1;2;");

const meta = (line: string, by: string) => CLEAN.replace(`${line}\n`, by === "" ? "" : `${by}\n`);
const swap = (from: string, to: string) => CLEAN.replace(from, to);
const points = (from: string, to: string) => POINTS.replace(from, to);

const parts = (lines: string) => meta("currency;PLN", `currency;PLN\n${lines}`);

/** Each check of the library's own checker, with a file that fails it: the kind, line and column that are found. */
const CHECKS: readonly (readonly [text: string, kind: string, place: string])[] = [
  // META
  [meta("instance;2024", ""), "meta-field-missing", "1:1"],
  [meta("language;pl", "moon;full"), "name-unknown", "17:1"],
  [meta("country;Poland", ""), "meta-field-missing", "1:1"],
  [swap("unit;Testowo\ninstance;2024", "instance;2024\nunit;Testowo"), "name-order", "6:1"],
  [meta("description;Test", "description;"), "value-empty", "3:13"],
  [meta("num_votes;4", "num_votes;four"), "value-not-a-number", "8:11"],
  [meta("num_votes;4", "num_votes;5"), "num-votes", "8:11"],
  [meta("num_projects;3", "num_projects;4"), "num-projects", "7:14"],
  [meta("country;Poland", "country;Polska"), "country-unknown", "4:9"],
  [meta("language;pl", "language;polski"), "language-unknown", "17:10"],
  [meta("currency;PLN", "currency;ZŁ"), "currency-unknown", "18:10"],
  [meta("date_end;14.09.2024", "date_end;31.09.2024"), "date-unreadable", "13:10"],
  [meta("date_begin;01.09.2024", "date_begin;03/04/2024"), "date-unreadable", "12:12"],
  [meta("date_end;14.09.2024", "date_end;14.08.2024"), "date-order", "13:10"],
  [meta("max_length;2", "max_length;4"), "limit-too-high", "15:12"],
  [meta("min_length;1", "min_length;3"), "limit-order", "14:12"],
  [meta("max_length;2", "max_length;1"), "choose-1-suggested", "15:12"],
  [swap("vote_type;approval", "vote_type;choose-1"), "limit-contradicts", "15:12"],
  [meta("language;pl", "max_sum_points;3"), "limit-meaningless", "17:16"],
  [points("max_sum_points;5\n", ""), "limit-missing", "10:11"],
  [meta("rule;greedy", "rule;majority"), "rule-unknown", "11:6"],
  [meta("rule;greedy", "rule;unknown"), "rule-not-said", "11:6"],
  [meta("language;pl", "min_project_score_threshold;1"), "rule-with-threshold", "11:6"],
  [meta("rule;greedy", "rule;greedy-threshold"), "threshold-missing", "11:6"],
  [meta("rule;greedy", "rule;greedy-custom"), "rule-unexplained", "11:6"],
  [points("rule;greedy", "rule;equalshares"), "rule-and-ballots", "11:6"],
  [meta("currency;PLN", "currency;PLN\nfully_funded;2"), "value-unknown", "19:14"],
  [meta("currency;PLN", "currency;PLN\nfully_funded;1"), "not-fully-funded", "19:14"],
  [meta("currency;PLN", "currency;PLN\nexperimental;yes"), "value-unknown", "19:14"],
  [meta("currency;PLN", "currency;PLN\ncomment;a word"), "comment-form", "19:9"],
  [meta("currency;PLN", "currency;PLN\ncomment;#1: a #3: b"), "comment-numbers", "19:9"],
  [meta("budget;1000", "budget;1000,00"), "value-of-budget", "9:8"],
  [swap("max_length;2\n", "max_length;2\nmax_sum_cost;1100,5\n"), "value-of-max_sum_cost", "16:14"],
  [meta("categories;sport,greenery", "categories;sport,greenery,art"), "declared-unused", "16:12"],
  [meta("categories;sport,greenery", "categories;sport"), "used-undeclared", "16:12"],
  [meta("categories;sport,greenery", "categories;sport, greenery"), "value-of-categories", "16:12"],
  // PROJECTS
  [swap("1;600;4", "1;600,50;4"), "value-of-cost", "21:3"],
  [swap("2;500;1", "2;0;1"), "no-cost", "22:3"],
  [swap("2;500;1", "2;1001;1"), "dearer-than-all", "22:3"],
  [swap("3;400;1", "3;999999999;1"), "withdrawn-selected", "23:3"],
  [swap("1;600;4", "1;700;4"), "overspent", "9:8"],
  [meta("budget;1000", "budget;1500"), "all-affordable", "9:8"],
  [swap("Żłobek;sport,greenery;1", "Żłobek;sport,greenery;0"), "winner-differs", "23:31"],
  [swap("Żłobek;sport,greenery;1", "Żłobek;sport,greenery;4"), "value-unknown", "23:31"],
  [swap("2;500;1;", "2;500;2;"), "votes-differ", "22:7"],
  [points("cost;votes", "cost;score").replace("1;600;4", "1;600;12"), "score-differ", "25:7"],
  [swap("1;1,2;20", "1;1;20").replace("2;500;1", "2;500;0"), "no-votes", "22:7"],
  [swap(";votes;", ";support;"), "results-missing", "20:1"],
  [swap(";selected;", ";chosen;"), "selected-missing", "20:1"],
  [
    swap("project_id;cost;", "cost;project_id;")
      .replace("1;600;4", "600;1;4")
      .replace("2;500;", "500;2;")
      .replace("3;400;", "400;3;"),
    "first-column",
    "20:1",
  ],
  [swap(";category;", ";kind;"), "name-unknown", "20:28"],
  [swap(";name;category;", ";category;name;"), "name-order", "20:32"],
  [swap(";category;", ";target;"), "column-renamed", "20:28"],
  [swap("Łąka", ""), "value-empty", "22:9"],
  [swap("2;500;1", "2;500;one"), "value-not-a-number", "22:7"],
  [swap("50.3;19.2", "50.3;"), "coordinates-halved", "22:25"],
  [swap("50.3;19.2", "93;19.2"), "coordinate-wrong", "22:25"],
  [swap("50.3;19.2", "50.2;19.1").replace("50.4;19.3", "50.2;19.1"), "coordinates-alike", "21:22"],
  [swap("sport,greenery;1", "sport,sport;1"), "label-twice", "23:16"],
  [swap("sport,greenery;1", "Sport,greenery;1"), "label-alike", "23:16"],
  [swap("1;600;4", " 1;600;4"), "blanks", "21:1"],
  // Categories and neighborhoods
  [parts("budget_per_category;700,500,1"), "parts-unread", "19:21"],
  [parts("budget_per_category;sport: 700, music: 500"), "parts-unread", "19:21"],
  [parts("max_length_per_category;many"), "parts-unread", "19:25"],
  [parts("budget_per_neighborhood;500"), "parts-unread", "19:25"],
  [parts("budget_per_category;900,900"), "part-overspent", "19:21"],
  [parts("budget_per_category;1000,400"), "dearer-than-part", "23:3"],
  [parts("min_length_per_category;2\nmax_length_per_category;1"), "limit-order", "19:25"],
  [parts("min_sum_cost_per_category;2,1\nmax_sum_cost_per_category;1"), "limit-order", "19:27"],
  [parts("max_length_per_category;1"), "too-many-of-part", "28:3"],
  [parts("min_length_per_category;1,0").replace("4;1;", "4;2;"), "too-few-of-part", "30:3"],
  [parts("max_sum_cost_per_category;900,900"), "too-dear-of-part", "28:3"],
  [parts("min_sum_cost_per_category;700,0"), "too-cheap-of-part", "27:3"],
  // VOTES
  [swap("2;1,3;", "1;1,3;"), "voter-twice", "27:1"],
  [swap("4;1;99", ";1;99"), "value-empty", "29:1"],
  [swap("1;1,2;20", "1;1,1;20"), "project-twice", "26:3"],
  [swap("1;1,2;20", "1;1,9;20"), "unknown-project", "26:3"],
  [swap("1;1,2;20", "1;1, 2;20"), "value-of-vote", "26:3"],
  [swap("1;1,2;20", "1;1,2,3;20"), "too-many-projects", "26:3"],
  [swap("4;1;99", "4;;99"), "too-few-projects", "29:3"],
  [meta("max_length;2", "max_length;3"), "length-unused", "15:12"],
  [swap("1;1,2;20", "1;1;20").replace("2;1,3;", "2;1;"), "length-one", "15:12"],
  [swap("vote_type;approval", "vote_type;choose-1"), "not-one", "26:3"],
  [swap("max_length;2\n", "max_length;2\nmax_sum_cost;1050\n"), "too-dear", "27:3"],
  [swap("max_length;2\n", "max_length;2\nmin_sum_cost;700\n"), "too-cheap", "29:3"],
  [points(";1,2;3,2;", ";1,2;;"), "points-missing", "30:7"],
  [POINTS.replace("cumulative", "approval"), "points-unexpected", "30:7"],
  [points(";1,2;3,2;", ";1,2;3;"), "points-mismatch", "30:7"],
  [points(";1,2;3,2;", ";1,2;3,1.5;"), "points-not-whole", "30:7"],
  [points(";1,2;3,2;", ";1,2;3,-2;"), "points-negative", "30:7"],
  [points(";1,2;3,2;", ";1,2;3,0;"), "points-below", "30:7"],
  [points(";1,2;3,2;", ";1,2;5,0;"), "points-above", "30:7"],
  [points("4;1;2;", "4;1;1;"), "sum-below", "33:5"],
  [points(";1,2;3,2;", ";1,2;4,2;"), "sum-above", "30:7"],
  [points(";1,2;3,2;", ";1,2;2,3;"), "points-not-sorted", "30:7"],
  [swap("1;1,2;20;M", "1;1,2;twenty;M"), "age-unreadable", "26:7"],
  [swap("1;1,2;20;M", "1;1,2;59-40;M"), "age-unreadable", "26:7"],
  [swap("1;1,2;20;M", "1;1,2;20;W"), "value-unknown", "26:10"],
  [swap("M;internet", "M;post"), "value-unknown", "26:12"],
  [
    swap("voter_id;vote;age", "vote;voter_id;age")
      .replace("1;1,2;", "1,2;1;")
      .replace("2;1,3;", "1,3;2;")
      .replace("3;1;;", "1;3;;")
      .replace("4;1;99", "1;4;99"),
    "first-column",
    "25:1",
  ],
  [swap(";voting_method", ";way"), "name-unknown", "25:23"],
  [swap(";sex;", ";education;").replace("20;M;", "20;x;"), "name-order", "25:29"],
  // The file
  [swap("PROJECTS\n", "\nPROJECTS\n"), "blank-line", "19:1"],
  [swap("3;1;;O;internet", "3;1;;O;internet;x"), "cells-too-many", "28:17"],
  [swap("4;1;99;;paper", "4;1;99"), "cells-missing", "29:7"],
  [swap("META\nkey;value\n", "META\n"), "header-missing", "2:1"],
  [swap("max_length;2\n", "max_length;2;x\n"), "value-in-pieces", "15:14"],
  [swap("PROJECTS\n", ""), "title-missing", "19:1"],
  [
    CLEAN.split(/(?=PROJECTS\n|VOTES\n)/)
      .toReversed()
      .join(""),
    "section-order",
    "1:1",
  ],
];

/** Files that cannot be meant in one way only. */
const REFUSED: readonly (readonly [text: string, message: string, place: string])[] = [
  [meta("language;pl", "unit;Testowo"), '"unit" stands in META twice', "17:1"],
  [meta("language;pl", "Budget;1200"), '"budget" stands in META twice', "17:1"],
  [meta("language;pl", ";pl"), "a value of META has no key", "17:1"],
  [meta("budget;1000", "budget;1,000"), '"1,000" is not an amount of money', "9:8"],
  [meta("budget;1000", ""), 'META lacks "budget"', "1:1"],
  [swap("2;500;1", "2;1E+05;1"), '"1E+05" is not an amount of money', "22:3"],
  [swap("2;500;1", "2;-500;1"), '"-500" is not an amount of money', "22:3"],
  [swap("2;500;1", "2;;1"), '"" is not an amount of money', "22:3"],
  [swap("2;500;1", "\u200b1;500;1"), 'project "1" is listed twice', "22:1"],
  [swap("2;500;1", ";500;1"), "a project's id is empty or holds a comma", "22:1"],
  [meta("vote_type;approval", "vote_type;lottery"), '"lottery" is not one of', "10:11"],
  [swap(";cost;", ";price;"), 'the header lacks the column "cost"', "20:1"],
  [swap(";name;", ";votes;"), 'the column "votes" stands twice', "20:23"],
  [swap("VOTES\n", "PROJECTS\n"), "the section PROJECTS stands twice", "24:1"],
  [CLEAN.slice(0, CLEAN.indexOf("VOTES")), "the section VOTES is missing", "24:1"],
  [CLEAN.slice(0, CLEAN.indexOf("voter_id")), "the section VOTES lacks its header", "25:1"],
  [`<html>\n${CLEAN}`, 'the file does not begin with the line "META"', "1:1"],
  ["", "the section META is missing", "1:1"],
  [swap("4;1;99;;paper", "4"), "the line has 1 field where the header has 5", "29:1"],
];

const checked = async (...words: string[]) => {
  const { code, out, err } = await tally.run(["--check", "--json", ...words]);
  return {
    code,
    err,
    reports: out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
};

interface Told {
  readonly kind: string;
  readonly line: number;
  readonly column: number;
  readonly verdict: string;
  readonly message: string;
}

describe("npm run tally -- --check", () => {
  test("has nothing to say of a clean file", async () => {
    const path = saved("clean.pb", CLEAN);
    expect((await checked(path, saved("points.pb", POINTS))).reports).toMatchObject([
      { verdict: "clean", findings: [] },
      { verdict: "clean", findings: [] },
    ]);
    expect(await tally.run(["--check", path])).toEqual({ code: 0, out: `${path}: clean\n`, err: "" });
  });

  test("finds whatever the library's own checker finds, with line and column", async () => {
    const paths = CHECKS.map(([text], at) => saved(`check-${at}.pb`, text));
    const { code, reports } = await checked(...paths, "--force");
    expect(code).toBe(0);
    const missed = CHECKS.flatMap(([, kind, place], at) => {
      const found = (reports[at].findings as Told[]).map((one) => `${one.kind} ${one.line}:${one.column}`);
      return found.includes(`${kind} ${place}`) ? [] : [{ wanted: `${kind} ${place}`, at, found }];
    });
    expect(missed).toEqual([]);
  });

  test("refuses what can be meant in more than one way, and exits with 1", async () => {
    const paths = REFUSED.map(([text], at) => saved(`refused-${at}.pb`, text));
    const { code, reports } = await checked(...paths);
    expect(code).toBe(1);
    const told = reports.map(({ verdict, findings }) => {
      const { line, column, message } = (findings as Told[]).find((one) => one.verdict === "refused") ?? {};
      return `${verdict} ${line}:${column} ${message}`;
    });
    for (const [at, [, message, place]] of REFUSED.entries())
      expect(told[at]).toContain(`refused ${place} ${message}`);
  });

  test("writes the repaired files, which check clean of repairs and count the same", async () => {
    const fixed = join(folder, "fixed");
    const titles = saved(
      "titles.pb",
      CLEAN.replaceAll(/^(META|PROJECTS|VOTES)$/gm, (title) => ` ${title.toLowerCase()}: `),
    );
    const old = saved("old.pb", inWindows1250(CLEAN));
    const crlf = saved("crlf.pb", CLEAN.replaceAll("\n", "\r\n"));
    const { code, reports } = await checked(titles, old, crlf, "--fix", fixed);
    expect(code).toBe(0);
    expect(reports.map(({ verdict, written }) => [verdict, written])).toEqual([
      ["repaired", join(fixed, "titles.pb")],
      ["repaired", join(fixed, "old.pb")],
      ["clean", join(fixed, "crlf.pb")],
    ]);
    for (const name of ["titles.pb", "old.pb"]) expect(readFileSync(join(fixed, name), "utf8")).toBe(CLEAN);
    expect(readFileSync(join(fixed, "crlf.pb"))).toEqual(readFileSync(crlf));
    expect((await checked(join(fixed, "titles.pb"))).reports[0].verdict).toBe("clean");
    const { code: refused, err } = await tally.run(["--fix", folder, titles]);
    expect([refused, err]).toEqual([1, expect.stringContaining("the file itself stands there")]);
  });

  test("names the encoding of a file that is not UTF-8, and what converts it", async () => {
    const old = saved("old.pb", inWindows1250(CLEAN));
    expect((await tally.run(["--check", old])).out).toContain(
      "refused: text that is not UTF-8: by its letters the file is saved as Windows-1250 (iconv",
    );
    expect(await tally.run([old])).toMatchObject({ code: 2, err: expect.stringContaining("Windows-1250") });
  });
});

describe("a count", () => {
  const counted = async (text: string | Uint8Array, ...words: string[]) => {
    const { code, out, err } = await tally.run(["--json", saved("counted.pb", text), ...words]);
    return { code, err, report: out === "" ? null : JSON.parse(out) };
  };

  test("warns of a voter with two ballots first, whatever order voters stand in", async () => {
    for (const text of [swap("2;1,3;", "1;1,3;"), swap("1;1,2;", "9;1,2;").replace("4;1;", "9;1;")]) {
      const { code, report } = await counted(text);
      expect([code, report.selected]).toEqual([0, ["1", "3"]]);
      expect(report.warnings[0]).toMatch(/^one voter has two ballots, in lines 26 and \d+/);
    }
    expect((await counted(swap("1;1,2;", "9;1,2;"))).report.warnings).toEqual([]);
  });

  test("is withheld when too many ballots are void, and made all the same with --force", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `${at + 10};1;;;paper`).join("\n");
    const text = (strangers: number): string =>
      `${CLEAN.replace("num_votes;4", "num_votes;44")}${rows.replaceAll(";1;", (one) => (strangers-- > 0 ? ";7;" : one))}\n`;
    expect(await counted(text(2))).toMatchObject({ code: 0, report: { selected: ["1", "3"] } });
    const { code, report } = await counted(text(3));
    expect(code).toBe(3);
    expect(report).toMatchObject({ selected: [], projects: [], costGrosze: 0, digest: null });
    expect(report.withheld).toBe(
      "3 of 44 ballots are void, more than 5 %: no winners are named without --force",
    );
    expect((await tally.run([join(folder, "counted.pb")])).out).toMatch(/the count is withheld\n! 3 of 44/);
    const path = join(folder, "counted.pb");
    const check = await checked(path);
    expect(check.code).toBe(3);
    expect(check.reports[0].findings).toContainEqual(
      expect.objectContaining({ kind: "withheld", line: 25, verdict: "warned", message: report.withheld }),
    );
    expect((await checked(path, "--force")).code).toBe(0);
    expect((await checked(path, saved("refused.pb", "META\n"))).code).toBe(1);
    const forced = await counted(text(3), "--force");
    expect(forced).toMatchObject({ code: 0, report: { selected: ["1", "3"] } });
    expect(forced.report.withheld).toBeUndefined();
    expect(forced.report.warnings[0]).toContain("counted all the same, because of --force");
  });

  test("has META's comment beside what differs from the file's own marks", async () => {
    const text = meta("currency;PLN", "currency;PLN\ncomment;#1: project 3 was withdrawn").replace(
      "sport,greenery;1",
      "sport,greenery;0",
    );
    const { report } = await counted(text);
    expect(report.warnings).toContain(
      'the count funds, the file does not mark as selected: 3; META\'s comment: "#1: project 3 was withdrawn"',
    );
  });
});

const cases = join(import.meta.dirname, "../../../shared/cases/pb");
const names = existsSync(cases) ? readdirSync(cases).filter((name) => name.endsWith(".pb")) : [];

test.skipIf(names.length === 0)(
  "files of office programs fund what the sound one funds, each with a warning",
  async () => {
    const { out } = await tally.run(["--json", ...names.map((name) => join(cases, name))]);
    for (const line of out.trim().split("\n")) {
      const { file, selected, warnings } = JSON.parse(line);
      expect([file, selected]).toEqual([file, ["1", "3"]]);
      expect([file, warnings.length]).toEqual([file, file.endsWith("00base.pb") ? 0 : 1]);
    }
  },
);
