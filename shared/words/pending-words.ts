import type { PendingKind, PendingState, Proposal } from "../domain/office/pending.ts";

/** What is said of each act that takes two people: its name, and a sentence of exactly what will happen. One without them does not compile. */
export type PendingKindWords = {
  readonly [K in PendingKind]: {
    readonly title: string;
    readonly what: (proposal: Proposal<K>) => string;
  };
};

export type PendingStateWords = Readonly<Record<PendingState, string>>;
