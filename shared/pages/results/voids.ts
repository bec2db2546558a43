import type { Results } from "../../domain/results/results.ts";
import type { Words } from "../../words/words.ts";
import type { SummaryRow } from "../components/summary-list.ts";

/** How many ballots were left out of the count, and why; no row where there were none. */
export const voidRow = ({ results, voids: w }: Words, voids: Results["voids"]): SummaryRow[] => {
  const { voided, voidedOf, voidedFor } = results.cycle;
  if (voids.length === 0) return [];
  const sum = voids.reduce((total, { ballots }) => total + ballots, 0);
  const reasons = voids.map(({ reason, ballots }) => voidedFor(w.reasons[reason], ballots));
  return [{ term: voided, value: voidedOf(sum, reasons) }];
};
