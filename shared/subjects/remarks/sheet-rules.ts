import { isProblem, type Problem, type Repair } from "../../domain/import/cells.ts";
import type { Encoding } from "../../domain/import/encoding.ts";
import type { Layout } from "../../domain/import/layout.ts";
import type { NotedCell } from "../../domain/refusals.ts";
import type { Remark, Verdict } from "./rules.ts";

/** What a sheet does to a remark. */
interface Row {
  readonly remark: Remark;
  readonly verdict: Verdict;
  readonly reason: string;
  /** It is decided so already, as by the same sheet before. */
  readonly isThere: boolean;
}

/** A sheet as it was read: what it decides, in the order of its rows, and what is noted of them. */
export interface Sheet {
  readonly encoding: Encoding;
  readonly layout: Pick<Layout, "header" | "places">;
  readonly rows: readonly Row[];
  /** Rows without a decision. */
  readonly empty: number;
  readonly noted: readonly NotedCell<Problem | Repair>[];
}

export const faultsOf = ({ noted }: Pick<Sheet, "noted">): NotedCell<Problem>[] =>
  noted.flatMap(({ says, ...at }) => (isProblem(says) ? [{ ...at, says }] : []));
