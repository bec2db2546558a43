import { isProblem, type Problem, type Repair } from "../../domain/import/cells.ts";
import type { Encoding } from "../../domain/import/encoding.ts";
import type { Layout } from "../../domain/import/layout.ts";
import type { NotedCell } from "../../domain/refusals.ts";
import type { SupportLine } from "./rules.ts";

/** What is noted of the rows of a table. */
export type Noted = NotedCell<Problem | Repair>;

/** A sheet as it was read out of a table. */
export interface Sheet {
  readonly encoding: Encoding;
  readonly layout: Pick<Layout, "header" | "places">;
  /** Lines as they are to be kept, in the order of the table; and those of them that are there already, by their ids. */
  readonly lines: readonly SupportLine[];
  readonly kept: ReadonlySet<string>;
  readonly noted: readonly Noted[];
}

export const faultsOf = ({ noted }: Pick<Sheet, "noted">): NotedCell<Problem>[] =>
  noted.flatMap(({ says, ...at }) => (isProblem(says) ? [{ ...at, says }] : []));

export const repairsOf = ({ noted }: Pick<Sheet, "noted">): NotedCell<Repair>[] =>
  noted.flatMap(({ says, ...at }) => (isProblem(says) ? [] : [{ ...at, says }]));
