import type { CountingRule, Fill } from "../tally/rule.ts";
import type { PbFile } from "./file.ts";

/** A rule of the format by its own name, e.g. `greedy-threshold`. */
export interface MetaRule {
  readonly name: string;
  readonly rule: CountingRule;
  /** False when META names a rule that the engine does not know: `rule` is then only the nearest known one. */
  readonly known: boolean;
}

/** The format's rules that the engine counts. A minimum score may stand with each of them (Gdynia). */
export const META_FILLS: ReadonlyMap<string, Fill> = new Map([
  ["greedy", "skip"],
  ["greedy-threshold", "skip"],
  ["greedy-no-skip", "stop"],
]);

/**
 * The rule that a file names. Its scores are points, which for approvals are votes; `min_project_score_threshold` is
 * inclusive in all 509 files that state it. Ties go by the file's order, which is the official one: it reproduces all
 * 18 contests of the library in which a tie decides.
 */
export const metaRule = ({ meta }: Pick<PbFile, "meta">, named = meta.get("rule") ?? ""): MetaRule => {
  const fill = META_FILLS.get(named);
  const minimum = Number(meta.get("min_project_score_threshold") ?? 0);
  return {
    name: fill ? named : "greedy",
    known: fill !== undefined,
    rule: {
      order: "points",
      threshold: minimum > 0 ? { kind: "points", minimum: Math.ceil(minimum), inclusive: true } : null,
      fill: fill ?? "skip",
      ties: ["file-order"],
    },
  };
};
