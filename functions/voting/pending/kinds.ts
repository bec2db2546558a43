import { extendVote } from "../../../shared/acts/cycle/extend-vote.ts";
import { moveCycle } from "../../../shared/acts/cycle/move-cycle.ts";
import type { TakesTwo } from "../../../shared/acts/takes-two.ts";
import type { PendingAct, PendingKind } from "../../../shared/domain/office/pending.ts";
import { correctBatch } from "../paper/correct-batch.ts";
import { addToRoll } from "../statements/add-to-roll.ts";
import { voidBallot } from "../void-ballot.ts";

/** Every act that takes two people, and how it runs. */
const KINDS: { readonly [K in PendingKind]: TakesTwo<K> } = {
  "extend-vote": extendVote,
  "move-cycle": moveCycle,
  "correct-batch": correctBatch,
  "add-to-roll": addToRoll,
  "void-ballot": voidBallot,
};

/** How an act runs that may be of any kind. */
export const takesTwoOf = ({ kind }: PendingAct): TakesTwo<PendingKind> =>
  // Each kind runs its own acts; the compiler does not see it through two variables.
  KINDS[kind] as TakesTwo<PendingKind>;
