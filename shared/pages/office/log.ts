import { pathTo } from "../../domain/addresses.ts";
import type { Localised } from "../../domain/localised.ts";
import type { Instant } from "../../domain/time.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { Words } from "../../words/words.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";

/** What staff did: who, what, when and why, as it was recorded with the deed. */
export interface LogLine {
  readonly at: string;
  readonly byName: string;
  readonly act: string;
  readonly said?: Localised | undefined;
  readonly reason?: string | undefined;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Facts that are exclusive ends. */
const ENDS = new Set(["endsAt", "before"]);

const factText = ({ words }: Frame, name: string, value: string | number): string => {
  if (typeof value === "number") return words.format.number(value);
  if (name === "roles") return rolesText(words, value.split(" "));
  const told = words.office.log.values[name]?.[value];
  if (told !== undefined) return told;
  if (DAY.test(value)) return words.format.date(value);
  if (INSTANT.test(value)) return words.format[ENDS.has(name) ? "deadline" : "moment"](value as Instant);
  return Object.hasOwn(words.phases, value) ? words.phases[value as keyof typeof words.phases].name : value;
};

/** Roles by the names that they are recorded under. */
const rolesText = ({ office }: Words, roles: readonly string[]): string =>
  roles
    .map((role) => (office.roles as Readonly<Record<string, string>>)[role] ?? role)
    .filter(Boolean)
    .join(", ") || office.home.noRole;

/** In the order of the table of their words, whatever order they were stored in; what it does not know comes last. */
const factsOf = (frame: Frame, { facts }: LogLine): string => {
  const names = frame.words.office.log.facts;
  return [...new Set([...Object.keys(names), ...Object.keys(facts).toSorted()])]
    .flatMap((name) => {
      const value = facts[name] ?? null;
      return value === null ? [] : [`${names[name] ?? name}: ${factText(frame, name, value)}`];
    })
    .join("; ");
};

/** An act as a sentence: its own, else the catalogue's; one of another release by the name that it was recorded under. */
export const actText = (
  { acts, office, language }: Words,
  { act, said }: Pick<LogLine, "act" | "said">,
): string =>
  (said && inLanguage(said, language)) ??
  (acts as Readonly<Record<string, string>>)[act] ??
  office.log.formerActs[act] ??
  act;

/** The way to the journal of what a page is about. */
export const journalLink = (frame: Frame, subject: string): Html =>
  html`<p><a href="${link(frame, pathTo("journal", { subject }))}">${frame.words.office.log.title}</a></p>`;

export const logTable = (frame: Frame, lines: readonly LogLine[], caption: string): Html => {
  const { words } = frame;
  const w = words.office.log;
  const { at, who, what, why, facts } = w.columns;
  return html`<div class="log wide">${table(words, {
    caption,
    columns: [{ head: at }, { head: who }, { head: what, isRowHead: true }, { head: why }, { head: facts }],
    rows: lines.map((line) => [
      html`<time datetime="${line.at}">${words.format.moment(line.at as Instant)}</time>`,
      line.byName,
      actText(words, line),
      line.reason ?? "–",
      factsOf(frame, line) || "–",
    ]),
    empty: w.empty,
  })}</div>`;
};
