import type { Candidate } from "./candidate.ts";
import type { Voters } from "./voters.ts";

interface Outcomes {
  readonly shares: readonly Candidate[];
  readonly greedy: readonly Candidate[];
  /** Satisfaction: how many funded projects of theirs; exclusion: whether any. */
  readonly by: "satisfaction" | "exclusion";
}

/** Which of two outcomes more voters prefer; Equal Shares unless strictly more prefer the greedy one. */
export const betterLiked = (
  voters: readonly Voters[],
  { shares, greedy, by }: Outcomes,
): "shares" | "greedy" => {
  let forShares = 0n;
  let forGreedy = 0n;
  for (const { count, points } of voters) {
    const worth = (funded: readonly Candidate[]): number => {
      const theirs = funded.filter(({ id }) => (points.get(id) ?? 0n) > 0n).length;
      return by === "satisfaction" ? theirs : Math.min(theirs, 1);
    };
    const [ofShares, ofGreedy] = [worth(shares), worth(greedy)];
    if (ofShares > ofGreedy) forShares += count;
    if (ofGreedy > ofShares) forGreedy += count;
  }
  return forGreedy > forShares ? "greedy" : "shares";
};
