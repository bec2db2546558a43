import type { ProjectStatus } from "../../domain/project/stages.ts";
import type { Instant } from "../../domain/time.ts";
import { shareOf, type ToldOf } from "../../domain/voting/turnout.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html, type Part } from "../html.ts";
import type { Frame } from "../layout.ts";

/** An edition in numbers. Who voted for what is in none of them before the results. */
export interface Numbers {
  readonly projects: Readonly<Partial<Record<ProjectStatus, number>>>;
  readonly roll?: { readonly entries: number; readonly importedAt: Instant } | undefined;
  /** Votes found in the sealed ballot box; there is no counter while the vote is open. */
  readonly votes?: { readonly count: number; readonly told: ToldOf } | undefined;
  readonly signatures: readonly { readonly name: string; readonly at: Instant }[];
  readonly rules: string;
  readonly pools: { readonly count: number; readonly sumGrosze: number };
  readonly ballotKey?: string | undefined;
}

const KEY_CHARACTERS = 12;

export const numbersView = ({ words }: Frame, numbers: Numbers): Html => {
  const w = words.editions.numbers;
  const { format } = words;
  const { roll, votes, signatures, pools, ballotKey } = numbers;
  const statuses = Object.entries(numbers.projects) as [ProjectStatus, number][];
  const projects: Part =
    statuses.length > 0
      ? html`<ul>${statuses.map(([status, count]) => html`<li>${format.number(count)} – ${w.statuses[status]}</li>`)}</ul>`
      : w.none;
  const turnout = ({ count, told }: NonNullable<Numbers["votes"]>): string =>
    w.turnoutValue(count, words.results.cycle.turnoutOf(shareOf(count, told), told));
  return summaryList(words, [
    { term: w.projects, value: projects },
    { term: w.roll, value: roll ? w.rollValue(roll.entries, format.moment(roll.importedAt)) : w.rollNone },
    { term: w.turnout, value: votes ? turnout(votes) : w.turnoutLater },
    {
      term: w.signed,
      value:
        signatures.length > 0
          ? html`<ul>${signatures.map(({ name, at }) => html`<li>${name}, ${format.moment(at)}</li>`)}</ul>`
          : w.signedNone,
    },
    { term: w.pools, value: w.poolsValue(pools.count, format.shortMoney(pools.sumGrosze)) },
    { term: w.rules, value: numbers.rules },
    {
      term: w.keys,
      value: ballotKey
        ? html`<code>${w.keysValue(`${ballotKey.slice(0, KEY_CHARACTERS)}…`)}</code>`
        : w.keysNone,
    },
  ]);
};
