import { z } from "zod";
import type { Deed } from "../../../shared/acts/audited.ts";
import { actOn } from "../../../shared/acts/cycle-of.ts";
import { type CycleId, StatementId } from "../../../shared/domain/ids.ts";
import type { Refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { sha256 } from "../../../shared/platform/keyed.ts";
import { idFrom } from "../../../shared/platform/system.ts";
import { decideStatement } from "./decide-statement.ts";

/** As many as a page of the list may show. */
export const MOST_AT_ONCE = 50;

export const StatementRejections = z
  .strictObject({ statements: z.array(StatementId).min(1).max(MOST_AT_ONCE), reason: paragraphs(1000) })
  .meta({
    id: "StatementRejections",
    description: "One reason, which each person reads in a letter of their own",
  });

interface Rejecting {
  readonly by: Deed;
  readonly cycleId: CycleId;
  readonly ids: readonly StatementId[];
  readonly reason: string;
}

interface Rejected {
  readonly id: StatementId;
  /** Why this one was not rejected, whatever became of the others. */
  readonly refusal?: Refusal;
}

/**
 * Rejects each of these as it would be rejected alone: its own transaction, record and letter, and not by whoever stands behind it. An
 * acceptance adds a person to the roll, whose data somebody has to read: there is none of many.
 */
export const rejectMany = async (
  { by, cycleId, ids, reason }: Rejecting,
  deps: Deps,
): Promise<Rejected[]> => {
  const rejected: Rejected[] = [];
  for (const id of new Set(ids)) {
    // The same request again finds the record that it made of this one.
    const newId: Deed["newId"] = (prefix) => idFrom(prefix, sha256(by.newId(prefix), id));
    const decision = { result: "rejected", reason } as const;
    try {
      await actOn(
        cycleId,
        (cycle) => decideStatement({ by: { ...by, newId }, cycle, id, decision }, deps),
        deps,
      );
      rejected.push({ id });
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "cycle/locked") throw error;
      rejected.push({ id, refusal: error.refusal });
    }
  }
  return rejected;
};
