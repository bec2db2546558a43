import { VOTE_FIELDS } from "../fields.ts";
import type { VoteType } from "../file.ts";
import { type Findings, findingsList, shown } from "../findings.ts";
import { exactGrosze } from "../money.ts";
import type { Repaired, RepairedRow } from "../repair/document.ts";
import { checkOrder } from "./columns.ts";
import { type MetaValues, metaValues } from "./meta.ts";
import { partChecks } from "./parts.ts";
import { checkLabels } from "./projects.ts";

type Warn = (column: string, kind: string, message: string) => void;

/** What VOTES says that the format does not want, or that META does not allow. */
export const checkVotes = (file: Repaired, findings: Findings): void => {
  const columns = file.voteColumns.cells;
  const meta = metaValues(file);
  checkOrder({ section: "VOTES", fields: VOTE_FIELDS, names: columns }, file.voteColumns.place, findings);
  if (columns[0] !== "voter_id")
    findings.note(
      "warned",
      "first-column",
      file.voteColumns.place(0),
      'VOTES: "voter_id" is not the first column',
    );
  const ballot = ballotChecks(file, meta);
  let [ballots, choices, longest] = [0, 0, 0];
  for (const row of file.votes(findingsList())) {
    const warn: Warn = (column, kind, message) =>
      findings.note("warned", kind, row.place(columns.indexOf(column)), message);
    checkCells(row, columns, warn);
    const length = ballot(row, warn);
    ballots += 1;
    choices += length;
    longest = Math.max(longest, length);
  }
  const stated = meta.number("num_votes");
  const tell = (kind: string, key: string, message: string): void =>
    findings.note("warned", kind, meta.place(key), message);
  if (stated !== null && stated !== ballots)
    tell("num-votes", "num_votes", `META says num_votes ${stated}, the file has ${ballots}`);
  const most = meta.number("max_length");
  if (most !== null && ballots > 0 && longest < most)
    tell("length-unused", "max_length", `no ballot names as many projects as "max_length" allows, ${most}`);
  if (most !== null && most > 1 && ballots > 0 && choices === ballots)
    tell("length-one", "max_length", `ballots name one project on average, and "max_length" is ${most}`);
  checkLabels(
    { rows: file.votes(findingsList()), columns, section: "VOTES", fields: ["district", "neighborhood"] },
    findings,
  );
};

const checkCells = ({ cells }: RepairedRow, columns: readonly string[], warn: Warn): void => {
  for (const [at, column] of columns.entries()) {
    const value = cells[at] ?? "";
    const field = VOTE_FIELDS[column];
    if (!field) continue;
    if (value === "") {
      if (!field.mayBeEmpty) warn(column, "value-empty", `"${column}" of a ballot is empty`);
    } else if (field.choices && !field.choices.includes(value))
      warn(
        column,
        "value-unknown",
        `"${column}" is ${shown(value)}, and can only be ${field.choices.join(", ")}`,
      );
    else if (field.kind === "number" && !/^-?\d+$/.test(value))
      warn(column, "value-not-a-number", `"${column}" is ${shown(value)}, which is no whole number`);
    else if (column === "age" && !isAge(value))
      warn(column, "age-unreadable", `"age" is ${shown(value)}, and neither a number nor a span as 40-59`);
  }
};

const isAge = (text: string): boolean => {
  const [, from, to] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(text) ?? [];
  return from !== undefined && (to === undefined || Number(from) <= Number(to));
};

const listed = (cell: string): string[] => (cell === "" ? [] : cell.split(","));

/** Checks one ballot and says how many projects it names. */
const ballotChecks = (file: Repaired, meta: MetaValues) => {
  const { voteColumns, projects, projectColumns } = file;
  const [vote, points] = [voteColumns.cells.indexOf("vote"), voteColumns.cells.indexOf("points")];
  const [id, cost] = [projectColumns.cells.indexOf("project_id"), projectColumns.cells.indexOf("cost")];
  const costs = new Map(projects.map(({ cells }) => [cells[id] ?? "", exactGrosze(cells[cost] ?? "") ?? 0]));
  const type = meta.get("vote_type") as VoteType;
  const [least, most] = [meta.number("min_length"), meta.number("max_length")];
  const [leastCost, mostCost] = [
    exactGrosze(meta.get("min_sum_cost")),
    exactGrosze(meta.get("max_sum_cost")),
  ];
  const isBoundByCost = type === "approval" && (leastCost !== null || mostCost !== null);
  const inParts = partChecks(file);

  return ({ cells }: RepairedRow, warn: Warn): number => {
    const chosen = listed(cells[vote] ?? "");
    for (const one of chosen)
      if (!costs.has(one))
        warn("vote", "unknown-project", `a ballot names ${shown(one)}, which is not listed`);
    if (chosen.length > 1 && new Set(chosen).size < chosen.length)
      warn("vote", "project-twice", "a ballot names a project twice");
    if (type === "choose-1" && chosen.length !== 1)
      warn("vote", "not-one", `a ballot names ${chosen.length} projects, and ballots are "choose-1"`);
    else if (most !== null && chosen.length > most)
      warn("vote", "too-many-projects", `a ballot names ${chosen.length} projects, more than ${most}`);
    if (least !== null && chosen.length < least)
      warn("vote", "too-few-projects", `a ballot names ${chosen.length} projects, fewer than ${least}`);
    if (isBoundByCost) {
      const sum = chosen.reduce((total, one) => total + (costs.get(one) ?? 0), 0);
      if (mostCost !== null && sum > mostCost)
        warn("vote", "too-dear", 'a ballot costs more than "max_sum_cost"');
      if (leastCost !== null && sum < leastCost)
        warn("vote", "too-cheap", 'a ballot costs less than "min_sum_cost"');
    }
    inParts(chosen, (kind, message) => warn("vote", kind, message));
    checkPoints(
      { type, meta, given: points < 0 ? null : listed(cells[points] ?? ""), chosen: chosen.length },
      warn,
    );
    return chosen.length;
  };
};

const checkPoints = (
  {
    type,
    meta,
    given,
    chosen,
  }: {
    readonly type: VoteType;
    readonly meta: MetaValues;
    readonly given: readonly string[] | null;
    readonly chosen: number;
  },
  warn: Warn,
): void => {
  if (given === null) return;
  if (type === "approval" || type === "choose-1") {
    if (given.length > 0)
      warn("points", "points-unexpected", `a ballot gives points, and ballots are "${type}"`);
    return;
  }
  if (given.length === 0) {
    if (chosen > 0 && type !== "ordinal") warn("points", "points-missing", "a ballot gives no points");
    return;
  }
  if (given.length !== chosen)
    warn(
      "points",
      "points-mismatch",
      `a ballot names ${chosen} projects and gives points ${given.length} times`,
    );
  const stranger = given.find((text) => !/^-?\d+$/.test(text));
  if (stranger !== undefined) {
    warn("points", "points-not-whole", `a ballot gives ${shown(stranger)}, which is no whole number`);
    return;
  }
  const numbers = given.map(Number);
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (type === "cumulative" && numbers.some((number) => number < 0))
    warn("points", "points-negative", "a ballot gives points below zero");
  const bound = (key: string, isBroken: (limit: number) => boolean, kind: string, message: string): void => {
    const limit = meta.number(key);
    if (limit !== null && isBroken(limit)) warn("points", kind, `${message} "${key}", ${limit}`);
  };
  bound(
    "min_points",
    (limit) => numbers.some((one) => one < limit),
    "points-below",
    "a ballot gives a project less than",
  );
  bound(
    "max_points",
    (limit) => numbers.some((one) => one > limit),
    "points-above",
    "a ballot gives a project more than",
  );
  bound("min_sum_points", (limit) => sum < limit, "sum-below", `a ballot gives ${sum} points, less than`);
  bound("max_sum_points", (limit) => sum > limit, "sum-above", `a ballot gives ${sum} points, more than`);
  if (type !== "ordinal" && numbers.some((number, at) => at > 0 && number > (numbers[at - 1] ?? 0)))
    warn("points", "points-not-sorted", "a ballot does not list the project with most points first");
};
