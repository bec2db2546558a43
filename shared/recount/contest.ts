import type { CountingRule } from "../domain/tally/rule.ts";

/** A project on the ballot, with its cost in grosze. */
export interface PlainProject {
  readonly id: string;
  readonly costGrosze: number;
  readonly drawnNumber?: number;
  readonly excluded?: { readonly why: "withdrawn" | "excluded" };
}

/** Projects that shut each other out: only the best of them takes part, or only so many are funded. */
export interface PlainGroup {
  readonly projects: readonly string[];
  readonly rule: "best-wins" | { readonly atMost: number };
}

/** A ballot: the points it gives to each project it names, and how many voters cast exactly this one. */
export interface PlainBallot {
  readonly choices: readonly (readonly [id: string, points: number])[];
  readonly count: number;
}

/** What chance contributes: the committed seed, and the draws on record, first place first. */
export interface PlainChance {
  readonly seed?: string | undefined;
  readonly draws?: readonly { readonly order: readonly string[] }[] | undefined;
}

/** One contest, as plain data. The projects stand in the order of the city's official list. */
export interface PlainContest {
  readonly rule: CountingRule;
  readonly budgetGrosze: number;
  readonly projects: readonly PlainProject[];
  readonly groups?: readonly PlainGroup[];
  /** They may be too many to be held at once, and are gone through again and again. */
  readonly ballots: Iterable<PlainBallot>;
  readonly ties?: PlainChance;
}

export type Outcome =
  | "funded"
  | "did-not-fit"
  | "below-minimum"
  | "excluded"
  | "withdrawn"
  | "lost-lot"
  | "not-reached";

/** What the second counter found. */
export interface Recount {
  /** The winners, in the order in which they were funded. */
  readonly selected: string[];
  /** What the winners cost together, in grosze. */
  readonly costGrosze: number;
  /** What became of every project, by id. */
  readonly outcomes: Record<string, Outcome>;
  /** The project paid by the rest of the pool and a reserve. */
  readonly toppedUp: string | null;
  /** Whether a lot that nobody has drawn yet could change what is funded. */
  readonly undecided: boolean;
}
