import type { LocalDate } from "../time.ts";
import type { Crowd } from "./crowd.ts";
import { SIGNAL_RULES, type SignalRule } from "./rules.ts";

/** Why a rule was raised, in the rule's own numbers. */
export interface Evidence {
  readonly rule: SignalRule;
  /** The day that it speaks of; all days together without one. */
  readonly day?: LocalDate;
  readonly voters: number;
  readonly contacts: number;
  readonly age?: number;
  readonly meanGapSeconds?: number;
  /** Standard deviation of the gaps over their mean. */
  readonly variation?: number;
}

/** Voters that one person's doing could look like, with what speaks for it. A person decides what it is. */
export interface Cluster {
  readonly shared: Crowd["shared"];
  readonly subject: string;
  readonly days: readonly LocalDate[];
  /** References of the voters, sorted. */
  readonly voters: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Voters times rules raised: what to look at first. */
  readonly score: number;
}

interface Raised {
  readonly evidence: Evidence;
  readonly voters: ReadonlySet<string>;
}

const together = (crowds: readonly Crowd[], of: "voters" | "contacts"): Set<string> =>
  new Set(crowds.flatMap((crowd) => [...crowd[of]]));

const sizes = ({ voters, contacts }: Pick<Crowd, "voters" | "contacts">) => ({
  voters: voters.size,
  contacts: contacts.size,
});

/**
 * Whoever comes again on another day could bring another contact each time: as many contacts as voters came again are left out, since a
 * voter stands for one.
 */
const fewContacts = (crowds: readonly Crowd[]): Raised[] => {
  const rule = SIGNAL_RULES["few-contacts"];
  const voters = together(crowds, "voters");
  const again = crowds.reduce((sum, crowd) => sum + crowd.voters.size, 0) - voters.size;
  const contacts = Math.max(1, together(crowds, "contacts").size - again);
  const isRaised = voters.size >= rule.voters && voters.size >= rule.votersPerContact * contacts;
  return isRaised ? [{ evidence: { rule: "few-contacts", voters: voters.size, contacts }, voters }] : [];
};

const THRESHOLDS = new Set<number>(
  Object.values(SIGNAL_RULES).flatMap((rule) => ("voters" in rule ? [rule.voters] : [])),
);
const FIRST = 20;

/**
 * Whether a crowd that has just become so large is looked at: at the numbers of the rules, and from then on whenever it has grown by an eighth to a
 * quarter. To look at it is to read everybody in it, which at every arrival would be work that grows with the square of their number.
 */
export const isLookedAt = (count: number): boolean =>
  THRESHOLDS.has(count) || (count >= FIRST && count % 2 ** (Math.floor(Math.log2(count)) - 2) === 0);

/** Mean of the gaps in seconds, and their standard deviation in means. */
const paceOf = ({ gaps, gapSeconds, gapSquares }: Crowd) => {
  const mean = gapSeconds / gaps;
  return { mean, variation: mean > 0 ? Math.sqrt(Math.max(0, gapSquares / gaps - mean ** 2)) / mean : 0 };
};

const evenPace = (crowd: Crowd): Raised[] => {
  const rule = SIGNAL_RULES["even-pace"];
  if (crowd.voters.size < rule.voters || crowd.gaps < rule.voters - 1) return [];
  const { mean, variation } = paceOf(crowd);
  if (mean > rule.slowestSeconds || variation > rule.variation) return [];
  const evidence = { rule: "even-pace", day: crowd.day, meanGapSeconds: mean, variation } as const;
  return [{ evidence: { ...evidence, ...sizes(crowd) }, voters: crowd.voters }];
};

const oneConnection = ({ day, voters, contacts }: Crowd): Raised[] => {
  if (voters.size < SIGNAL_RULES["one-connection"].voters) return [];
  return [{ evidence: { rule: "one-connection", day, ...sizes({ voters, contacts }) }, voters }];
};

const sameAge = (crowd: Crowd): Raised[] => {
  const { age, day, voters } = crowd;
  if (age === undefined || voters.size < SIGNAL_RULES["same-age"].voters) return [];
  return [{ evidence: { rule: "same-age", day, age, ...sizes(crowd) }, voters }];
};

const greatAge = ({ day, voters, contacts }: Crowd): Raised[] => {
  if (voters.size < SIGNAL_RULES["great-age"].voters) return [];
  return [{ evidence: { rule: "great-age", day, ...sizes({ voters, contacts }) }, voters }];
};

/** What the rules look for in voters who share this. Of an age they come from everywhere: their pace and contacts say nothing of a place. */
const raisedOf = (shared: Crowd["shared"], crowds: readonly Crowd[]): Raised[] => {
  switch (shared) {
    case "age":
      return crowds.flatMap(sameAge);
    case "great-age":
      return crowds.flatMap(greatAge);
    case "address":
      return [...fewContacts(crowds), ...crowds.flatMap(evenPace), ...crowds.flatMap(oneConnection)];
    case "network":
      return [...fewContacts(crowds), ...crowds.flatMap(evenPace)];
  }
};

/** What the rules raise of crowds that share one thing, day by day and together. */
const clusterOf = (crowds: readonly Crowd[]): Cluster | undefined => {
  const [first] = crowds;
  const raised = first ? raisedOf(first.shared, crowds) : [];
  if (!first || raised.length === 0) return undefined;
  const voters = [...new Set(raised.flatMap((one) => [...one.voters]))].sort();
  return {
    shared: first.shared,
    subject: first.subject,
    days: crowds
      .filter((crowd) => raised.some(({ evidence: { day } }) => day === undefined || day === crowd.day))
      .map(({ day }) => day)
      .sort(),
    voters,
    evidence: raised.map(({ evidence }) => evidence),
    score: voters.length * new Set(raised.map(({ evidence: { rule } }) => rule)).size,
  };
};

/**
 * The clusters that the rules see in the crowds of a vote, the most striking first. A neighbourhood, and a great age, say nothing new when
 * something narrower already names the same voters.
 */
export const clustersOf = (crowds: readonly Crowd[]): Cluster[] => {
  const bySubject = Map.groupBy(crowds, ({ shared, subject }) => `${shared} ${subject}`);
  const clusters = [...bySubject.values()].flatMap((each) => clusterOf(each) ?? []);
  const isWide = ({ shared }: Cluster): boolean => shared === "network" || shared === "great-age";
  const named = new Set(clusters.filter((one) => !isWide(one)).flatMap(({ voters }) => voters));
  return clusters
    .filter((one) => !isWide(one) || one.voters.some((voter) => !named.has(voter)))
    .sort((a, b) => b.score - a.score || (a.subject < b.subject ? -1 : 1));
};
