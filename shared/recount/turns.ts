import type { Candidate } from "./candidate.ts";
import { compareFractions, type Fraction } from "./fraction.ts";
import type { Run } from "./lot.ts";

interface Turn {
  readonly candidate: Candidate;
  /** Its price or load. */
  readonly price: Fraction;
  /** Those of the same price that only a lot that is not drawn yet puts after it. */
  readonly undecided: readonly Candidate[];
}

/** The project of the lowest price; of equal ones the first in `byTies`. Those without a price have no turn. */
export const nextTurn = (
  byTies: readonly Run[],
  priceOf: (candidate: Candidate) => Fraction | null,
): Turn | null => {
  let best: { candidate: Candidate; price: Fraction; run: Run } | null = null;
  let undecided: Candidate[] = [];
  for (const run of byTies)
    for (const candidate of run.members) {
      const price = priceOf(candidate);
      if (!price) continue;
      const sign = best ? compareFractions(price, best.price) : -1;
      if (sign < 0) {
        best = { candidate, price, run };
        undecided = [];
      } else if (sign === 0 && run === best?.run && run.lot === "undecided") {
        undecided.push(candidate);
      }
    }
  return best && { candidate: best.candidate, price: best.price, undecided };
};
