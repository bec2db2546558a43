import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import type { Election } from "../../shared/domain/tally/election.ts";
import type { Figures } from "../../shared/domain/tally/figures.ts";
import type { Outcome } from "../../shared/domain/tally/line.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { type Share, spreadOver } from "../../shared/domain/tally/spread.ts";
import { type Tally, tally } from "../../shared/domain/tally/tally.ts";
import type { TieInputs } from "../../shared/domain/tally/ties/lot.ts";
import type { Arguments } from "./arguments.ts";
import { countingOf } from "./counting.ts";
import { reasonOf } from "./reason.ts";
import { ballotWarnings, fileWarnings, lotWarnings, withheldReason, withheldText } from "./warnings.ts";

/** What is printed of one file: with `--json` exactly this, on one line; `figures` only when asked for. */
export interface Report {
  readonly file: string;
  readonly rule: string;
  readonly tie: string;
  readonly selected: readonly string[];
  readonly costGrosze: number;
  readonly budgetGrosze: number;
  readonly projects: readonly {
    readonly id: string;
    readonly score: number;
    readonly votes: number;
    readonly costGrosze: number;
    readonly outcome: Outcome;
    readonly reason: string;
  }[];
  readonly figures: Figures & { readonly ballots: number; readonly categories: readonly Share[] };
  /** Why no winners are named, where a count is withheld: then nothing is selected, and there is no digest. */
  readonly withheld?: string;
  readonly warnings: readonly string[];
  readonly digest: string | null;
  /** Only when asked for: the same ballots by another rule. It binds nobody. */
  readonly whatIf?: WhatIf;
}

interface WhatIf {
  readonly rule: string;
  readonly binding: false;
  readonly selected: readonly string[];
  readonly costGrosze: number;
  /** Ballots with a funded project, by the rule that binds and by this one. */
  readonly served: readonly [binding: number, whatIf: number];
}

/** What is printed of a file. `notes` is what was noted when it was read. */
export const reportOf = (
  name: string,
  file: PbFile,
  options: Arguments,
  notes: readonly string[] = [],
): Report => {
  const { report, withheld, ofBallots } = countOf(name, file, options);
  if (withheld !== null && !options.force) return withheldFrom(report, withheld, [...notes, ...ofBallots]);
  const forced = withheld === null ? [] : [`${withheld}: counted all the same, because of --force`];
  return { ...report, warnings: [...notes, ...forced, ...report.warnings] };
};

/** A count with its winners, and why they may not be named; `ofBallots` are its warnings that tell nothing of them. */
interface CountOf {
  readonly report: Report;
  readonly withheld: string | null;
  readonly ofBallots: readonly string[];
}

/** Counts one file. A past count has no lot to draw: where the rule would draw one, the file's order stands in for it. */
export const countOf = (
  name: string,
  file: PbFile,
  { rule: ruleName, tie, whatIf: other, json, figures }: Arguments,
): CountOf => {
  const counting = countingOf(file, ruleName);
  const ties = tie?.ties ?? counting.rule.ties.map((key) => (key === "lot" ? "file-order" : key));
  const { election, faulty } = electionFrom(file, counting.admission, counting.decisions);
  const seed = tie?.seed;
  const rule = { ...counting.rule, ties: [...ties] };
  const tieInputs = seed === undefined ? {} : { seed };
  const count = tally(election, rule, tieInputs);
  const currency = file.meta.get("currency") ?? "";
  const ofBallots = [...counting.warnings, ...ballotWarnings(file, faulty)];
  const report: Report = {
    file: name,
    rule: counting.name,
    tie: seed === undefined ? ties.join(",") : `lot:${seed}`,
    selected: count.selected,
    costGrosze: count.costGrosze,
    budgetGrosze: count.budgetGrosze,
    projects: count.lines.map((line) => {
      const { id, score, votes, costGrosze, outcome } = line;
      return { id, score, votes, costGrosze, outcome, reason: reasonOf(line, currency) };
    }),
    figures: {
      ...count.figures,
      ballots: count.ballots,
      categories: json && !figures ? [] : spreadOver(count.lines, categoriesIn(file)),
    },
    warnings: [...ofBallots, ...fileWarnings(file, count), ...lotWarnings(count)],
    digest: count.digest,
    ...(other !== undefined && { whatIf: whatIfOf(other, { file, election, rule, tieInputs, count }) }),
  };
  return { report, withheld: withheldReason(file, faulty), ofBallots };
};

/** What is said of a file whose count is withheld: nothing of which a winner could be guessed. */
const withheldFrom = (
  { file, rule, tie, budgetGrosze, figures: { ballots } }: Report,
  withheld: string,
  warnings: readonly string[],
): Report => ({
  file,
  rule,
  tie,
  selected: [],
  costGrosze: 0,
  budgetGrosze,
  projects: [],
  figures: { served: 0, fundedChoices: 0, averageCostGrosze: 0, ballots, categories: [] },
  withheld: withheldText(withheld),
  warnings,
  digest: null,
});

/** What the file says of its projects: several categories stand in one cell, with commas between. */
const categoriesIn = ({ projectColumns, projects }: PbFile): Map<string, string[]> => {
  const column = projectColumns.indexOf("category");
  const names = (cell = ""): string[] =>
    cell.split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  return new Map(
    projects.map(({ id, fields }) => [id, column < 0 ? [] : [...new Set(names(fields[column]))]]),
  );
};

interface Counted {
  readonly file: PbFile;
  readonly election: Election;
  readonly rule: CountingRule;
  readonly tieInputs: TieInputs;
  readonly count: Tally;
}

/** Another way of ordering and spending; the minimum and the tie keys stay the binding ones. */
const whatIfOf = (name: string, { file, election, rule, tieInputs, count }: Counted): WhatIf => {
  const { order, fill } = countingOf(file, name).rule;
  const { selected, costGrosze, figures } = tally(election, { ...rule, order, fill }, tieInputs);
  const served = [count.figures.served, figures.served] as const;
  return { rule: name, binding: false, selected, costGrosze, served };
};
