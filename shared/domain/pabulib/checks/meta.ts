import { MEANINGLESS, META_FIELDS, RULES } from "../fields.ts";
import type { VoteType } from "../file.ts";
import { type Findings, type Place, shown } from "../findings.ts";
import type { Repaired, RepairedRow } from "../repair/document.ts";
import { money, wholeNumber } from "../repair/values.ts";
import { checkOrder } from "./columns.ts";

/** META as a map, with the place of each value. */
export interface MetaValues {
  readonly get: (key: string) => string;
  readonly has: (key: string) => boolean;
  readonly place: (key: string) => Place;
  readonly number: (key: string) => number | null;
}

export const metaValues = ({ meta }: Repaired): MetaValues => {
  const rows = new Map(meta.map((row) => [row.cells[0] ?? "", row]));
  const get = (key: string): string => rows.get(key)?.cells[1] ?? "";
  return {
    get,
    has: (key) => get(key) !== "",
    place: (key) => rows.get(key)?.place(1) ?? { line: 1, column: 1 },
    number: (key) => {
      const text = get(key).replace(",", ".");
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
    },
  };
};

/** What META says that the format does not want, or that does not go together. */
export const checkMeta = (file: Repaired, findings: Findings): void => {
  const meta = metaValues(file);
  const warn = (kind: string, key: string, message: string): void =>
    findings.note("warned", kind, meta.place(key), message);
  for (const [key, { needed }] of Object.entries(META_FIELDS))
    if (needed && !file.meta.some(({ cells }) => cells[0] === key))
      findings.note("warned", "meta-field-missing", { line: 1, column: 1 }, `META lacks "${key}"`);
  checkOrder(
    { section: "META", fields: META_FIELDS, names: file.meta.map(({ cells }) => cells[0] ?? "") },
    (at) => file.meta[at]?.place(0) ?? { line: 1, column: 1 },
    findings,
  );
  for (const row of file.meta) checkValue(row, findings);
  checkCodes(meta, warn);
  checkDates(meta, warn);
  checkLimits(meta, warn);
  checkRule(meta, warn);
  checkComment(meta, warn);
};

type Warn = (kind: string, key: string, message: string) => void;

const checkValue = ({ cells: [key = "", value = ""], place }: RepairedRow, findings: Findings): void => {
  const field = META_FIELDS[key];
  const warn = (kind: string, message: string): void => findings.note("warned", kind, place(1), message);
  if (value === "") {
    warn("value-empty", `"${key}" is empty`);
    return;
  }
  if (field?.kind === "count" && !/^\d+$/.test(value))
    warn("value-not-a-number", `"${key}" is ${shown(value)}, which is no whole number`);
  if (field?.kind === "number" && wholeNumber(value) === null)
    warn("value-not-a-number", `"${key}" is ${shown(value)}, which is no whole number`);
  if (field?.kind === "money" && money(value) === null)
    warn("value-not-money", `"${key}" is ${shown(value)}, which is no amount of money`);
  if (field?.choices && !field.choices.includes(value))
    warn("value-unknown", `"${key}" is ${shown(value)}, and can only be ${field.choices.join(", ")}`);
};

const namesOf = (type: "region" | "language"): Intl.DisplayNames =>
  new Intl.DisplayNames(["en"], { type, fallback: "none" });

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const isCountry = (name: string): boolean => {
  const regions = namesOf("region");
  if (["Worldwide", "United States of America", "Czech Republic"].includes(name)) return true;
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  return codes.some((code) => code === name || regions.of(code)?.toLowerCase() === name.toLowerCase());
};

const checkCodes = (meta: MetaValues, warn: Warn): void => {
  if (meta.has("country") && !isCountry(meta.get("country")))
    warn("country-unknown", "country", `${shown(meta.get("country"))} is not the English name of a country`);
  const language = meta.get("language");
  if (language !== "" && !(/^[a-z]{2}$/.test(language) && namesOf("language").of(language)))
    warn("language-unknown", "language", `${shown(language)} is no code of a language (ISO 639-1)`);
  const currency = meta.get("currency");
  if (currency !== "" && !Intl.supportedValuesOf("currency").includes(currency))
    warn("currency-unknown", "currency", `${shown(currency)} is no code of a currency (ISO 4217)`);
};

/** Days since 1970 of a date of META, or null: a year alone is its first day. */
const dayOf = (text: string): number | null => {
  const [, day = "1", month = "1", year = ""] = /^(?:(\d{2})\.(\d{2})\.)?(\d{4})$/.exec(text) ?? [];
  if (year === "") return null;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) ? at.getTime() : null;
};

const checkDates = (meta: MetaValues, warn: Warn): void => {
  for (const key of ["date_begin", "date_end"])
    if (meta.has(key) && dayOf(meta.get(key)) === null)
      warn(
        "date-unreadable",
        key,
        `"${key}" is ${shown(meta.get(key))}, and not a day as DD.MM.YYYY or a year`,
      );
  const [begin, end] = [dayOf(meta.get("date_begin")), dayOf(meta.get("date_end"))];
  const isYear =
    /^\d{4}$/.test(meta.get("date_end")) && meta.get("date_begin").endsWith(meta.get("date_end"));
  if (begin !== null && end !== null && end < begin && !isYear)
    warn("date-order", "date_end", "the vote ends before it begins");
};

const checkLimits = (meta: MetaValues, warn: Warn): void => {
  const type = meta.get("vote_type") as VoteType;
  const longest = meta.number("max_length");
  if (type === "cumulative" && !meta.has("max_sum_points"))
    warn("limit-missing", "vote_type", 'ballots are cumulative, and META lacks "max_sum_points"');
  if (type === "choose-1")
    for (const key of ["min_length", "max_length"])
      if (meta.has(key) && meta.number(key) !== 1)
        warn("limit-contradicts", key, `ballots are "choose-1", and "${key}" is ${meta.get(key)}`);
  if (type !== "choose-1" && longest === 1)
    warn("choose-1-suggested", "max_length", 'ballots name one project at most: that is "choose-1"');
  const projects = meta.number("num_projects");
  if (longest !== null && projects !== null && longest > projects)
    warn("limit-too-high", "max_length", `"max_length" is ${longest}, and there are ${projects} projects`);
  for (const key of MEANINGLESS[type] ?? [])
    if (meta.has(key)) warn("limit-meaningless", key, `"${key}" says nothing of ballots that are "${type}"`);
  for (const [least, most] of [
    ["min_length", "max_length"],
    ["min_points", "max_points"],
    ["min_sum_points", "max_sum_points"],
    ["min_sum_cost", "max_sum_cost"],
  ] as const) {
    const [low, high] = [meta.number(least), meta.number(most)];
    if (low !== null && high !== null && low > high)
      warn("limit-order", least, `"${least}" is above "${most}"`);
  }
};

const checkRule = (meta: MetaValues, warn: Warn): void => {
  const rule = meta.get("rule");
  if (rule === "") return;
  if (!RULES.some((one) => one === rule))
    warn("rule-unknown", "rule", `${shown(rule)} is none of the rules of the format: ${RULES.join(", ")}`);
  if (rule === "unknown")
    warn("rule-not-said", "rule", "the rule is not known, so that no winners can be checked");
  if (rule === "greedy" && meta.has("min_project_score_threshold"))
    warn(
      "rule-with-threshold",
      "rule",
      'the rule is "greedy" and there is a threshold: that is "greedy-threshold"',
    );
  if (rule === "greedy-threshold" && !meta.has("min_project_score_threshold"))
    warn(
      "threshold-missing",
      "rule",
      'the rule is "greedy-threshold", and META lacks "min_project_score_threshold"',
    );
  if (rule === "greedy-custom" && !meta.has("comment"))
    warn("rule-unexplained", "rule", 'the rule is "greedy-custom", and no comment says what it is');
  if (rule.startsWith("equalshares") && meta.get("vote_type") !== "approval")
    warn("rule-and-ballots", "rule", `the rule is "${rule}", and ballots are "${meta.get("vote_type")}"`);
};

const checkComment = (meta: MetaValues, warn: Warn): void => {
  if (!meta.has("comment")) return;
  const numbers = [...meta.get("comment").matchAll(/#(\d+):/g)].map(([, number]) => Number(number));
  if (!meta.get("comment").startsWith("#1: "))
    warn("comment-form", "comment", 'comments are numbered: "#1: …"');
  else if (numbers.some((number, at) => number !== at + 1))
    warn("comment-numbers", "comment", `the numbers of the comments are ${numbers.join(", ")}, not in order`);
};
