import type { Blocker, IssueRule, RefusalCode, RefusalFacts, RollProblem } from "../domain/refusals.ts";

/** What a language must say: a title and a sentence for each refusal, and a sentence for each rule that a field may break. */
export type RefusalWords = {
  readonly [C in RefusalCode]: {
    readonly title: string;
    readonly detail: (facts: RefusalFacts[C]) => string;
  };
};

type VotingRefusal = Extract<
  RefusalCode,
  `${"roll" | "voting" | "statement" | "ballot" | "point" | "paper" | "receipt" | "count" | "void"}/${string}`
>;

/** Those of the vote: from the roll to the count. */
export type VotingRefusalWords = Pick<RefusalWords, VotingRefusal>;

export type IssueWords = { readonly [R in IssueRule]: (limit: string) => string };

export type RollWords = { readonly [P in RollProblem]: string };

export type BlockerWords = { readonly [W in Blocker["what"]]: (blocker: Blocker) => string };

/** Those of files that come in. */
export type FileRefusalWords = Pick<RefusalWords, Extract<RefusalCode, `file/${string}`>>;
