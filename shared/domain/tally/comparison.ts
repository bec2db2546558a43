import type { Contender } from "./contender.ts";
import type { Election } from "./election.ts";
import type { Fill } from "./rule.ts";
import type { Turn } from "./spend.ts";

type By = NonNullable<Extract<Fill, { kind: "equal-shares" }>["comparison"]>;

/**
 * How many voters prefer either outcome: the one with more funded projects on the ballot (`satisfaction`), or the one that has any over the one
 * that has none (`exclusion`). Equal Shares is kept unless strictly more prefer the other.
 */
export const compare = (
  { ballots }: Election,
  outcomes: {
    readonly turns: readonly Turn[];
    readonly rival: { readonly turns: readonly Turn[] };
    readonly by: By;
  },
) => {
  const [own, other] = [fundedIn(outcomes.turns), fundedIn(outcomes.rival.turns)];
  let [preferShares, preferGreedy] = [0, 0];
  for (let ballot = 0; ballot < ballots.weights.length; ballot += 1) {
    let [ofOwn, ofOther] = [0, 0];
    const end = ballots.offsets[ballot + 1] as number;
    for (let entry = ballots.offsets[ballot] as number; entry < end; entry += 1) {
      if ((ballots.points[entry] as number) <= 0) continue;
      const project = ballots.projects[entry] as number;
      if (own.has(project)) ofOwn += 1;
      if (other.has(project)) ofOther += 1;
    }
    if (outcomes.by === "exclusion") [ofOwn, ofOther] = [Math.min(ofOwn, 1), Math.min(ofOther, 1)];
    const weight = ballots.weights[ballot] as number;
    if (ofOwn > ofOther) preferShares += weight;
    if (ofOther > ofOwn) preferGreedy += weight;
  }
  return { preferShares, preferGreedy, kept: preferGreedy <= preferShares };
};

const fundedIn = (turns: readonly Turn[]): ReadonlySet<Contender["listed"]> =>
  new Set(turns.filter(({ move }) => move === "fund").map(({ contender }) => contender.listed));
