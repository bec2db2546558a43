import { expect, test } from "vitest";
import { BallotFields, stateOf } from "../../functions/voting/pages/ballot-fields.ts";
import { type Ballot, fillIn } from "../../functions/voting/pages/fill-in.ts";
import { showBallot } from "../../functions/voting/pages/show-ballot.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { LANGUAGES, type Language } from "../../shared/domain/languages.ts";
import { accept } from "../../shared/domain/result.ts";
import { system } from "../../shared/platform/system.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "./tags.ts";

const project = (n: number) => ({
  id: `prj_${String(n).padStart(16, "0")}`,
  number: `M/0${n}/I`,
  title: `Projekt ${n}`,
  costGrosze: 100_00,
});

/** Another city: ten points over four projects, at most six for one. */
const ballot: Ballot = {
  pools: [
    {
      id: "M",
      name: { of: "citywide" },
      form: { kind: "points", points: 10, maxPerProject: 6, maxProjects: 4, repeatedProject: "void" },
      isSmall: false,
      amountGrosze: 1000_00,
      projects: [1, 2, 3, 4, 5].map(project),
    },
  ],
};

const cycleId: CycleId = "cyc_0000000000000001";

const turn = (fields: Record<string, string | string[]>) => {
  const read = BallotFields.parse(fields);
  return { read, ...fillIn(ballot, accept(stateOf(read, ballot.pools)), read) };
};

const shown = (language: Language, { read, state, fault }: ReturnType<typeof turn>): string =>
  showBallot(
    { city: KATOWICE, words: wordsOf(language), path: "/" },
    { ...state, ...ballot, cycleId },
    system,
    {
      typed: read,
      fault,
    },
  ).text;

const ids = ballot.pools[0]?.projects.map(({ id }) => id) ?? [];
const marks = ids.slice(0, 3).map((id) => `${id}:0`);
const pointsOf = (...given: string[]) =>
  Object.fromEntries(given.map((points, index) => [`points-${ids[index]}`, points]));

test("a ballot of another city asks for a number for each project, in each language", () => {
  const asked = turn({ at: "list:M", act: "next", pick: ids.slice(0, 3) });
  expect(asked.state.stop).toEqual({ at: "points", pool: "M" });
  for (const language of LANGUAGES) {
    expect(faultsOfPage(shown(language, asked))).toEqual([]);
    expect(shown(language, asked)).toContain(wordsOf(language).ballot.split.each(10));
  }
});

test("numbers that are too many, too large or none are told beside their projects", () => {
  const over = turn({ at: "points:M", act: "next", mark: marks, ...pointsOf("6", "4", "1") });
  expect(over.fault).toEqual({ kind: "over", project: ids[0], given: 11 });
  for (const [points, faulty] of [
    [["7", "1", "1"], 0],
    [["1", "", "1"], 1],
    [["1", "1", "1.5"], 2],
    [["0", "1", "1"], 0],
  ] as const) {
    const wrong = turn({ at: "points:M", act: "next", mark: marks, ...pointsOf(...points) });
    expect(wrong.fault).toEqual({ kind: "no-points", projects: [ids[faulty]] });
    expect(faultsOfPage(shown("en", wrong))).toEqual([]);
    expect(shown("en", wrong)).toContain(`value="${points[2]}"`);
  }
});

test("numbers that fit lead to the check, where unused points are said", () => {
  const done = turn({ at: "points:M", act: "next", mark: marks, ...pointsOf("5", "2", "1") });
  expect(done.state.stop).toEqual({ at: "check" });
  expect(shown("pl", done)).toContain("Zostają niewykorzystane 2 punkty.");
});

test("a check is not reached past a list whose points are open", () => {
  const changed = turn({ at: "list:M", act: "back", returns: "yes", mark: marks });
  expect(changed.state).toMatchObject({ stop: { at: "points", pool: "M" }, returns: true });
});
