import type { EditionKind, PendingState, Proposal } from "../domain/office/pending.ts";

/** What is said of each act of an edition that takes two people: its name, a sentence of exactly what will happen, and where a reason to turn it down goes. One without them does not compile. */
export type PendingKindWords = {
  readonly [K in EditionKind]: {
    readonly title: string;
    readonly what: (proposal: Proposal<K>) => string;
    readonly refuseHint: string;
  };
};

export type PendingStateWords = Readonly<Record<PendingState, string>>;
