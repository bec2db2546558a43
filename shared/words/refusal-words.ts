import { isProblem, type Problem, type Repair } from "../domain/import/cells.ts";
import type { IssueRule } from "../domain/issue-rules.ts";
import type { Blocker, Issue, RefusalCode, RefusalFacts, RollProblem } from "../domain/refusals.ts";
import type { Spot } from "../domain/text/read.ts";

/** What a language must say: a title and a sentence for each refusal, and a sentence for each rule that a field may break. */
export type RefusalWords = {
  readonly [C in RefusalCode]: {
    readonly title: string;
    readonly detail: (facts: RefusalFacts[C]) => string;
  };
};

type VotingRefusal = Extract<
  RefusalCode,
  `${"roll" | "table" | "voting" | "statement" | "ballot" | "point" | "paper" | "receipt" | "count" | "void"}/${string}`
>;

/** Those around the checks of proposals. */
export type CheckRefusalWords = Pick<
  RefusalWords,
  | "project/no-call"
  | "project/call-over"
  | "list/not-ready"
  | "co-author/named"
  | "co-author/full"
  | "co-author/too-early"
  | "co-author/answered"
  | "merging/unlike"
  | "merging/over"
  | "merging/late"
  | "merging/open"
  | "merging/asked-enough"
  | "appeal/nothing"
  | "appeal/over"
  | "appeal/filed"
  | "appeal/decided-before"
  | "check/held"
  | "opinion/open"
  | "opinion/asked"
  | "opinion/other-unit"
  | "list/window-open"
>;

/** Those of the vote: from the roll to the count. */
export type VotingRefusalWords = Pick<RefusalWords, VotingRefusal>;

export type IssueWords = { readonly [R in IssueRule]: (limit: string, at?: Spot) => string };

/** The sentence of a fault. */
export const issueText = (
  { issues }: { readonly issues: IssueWords },
  { rule, limit, at }: Omit<Issue, "pointer">,
): string => issues[rule](String(limit ?? ""), at);

export type RollWords = { readonly [P in RollProblem]: string };

/** The sentence of what is noted of a cell. */
export const noteText = (
  {
    roll,
    rollImport,
  }: {
    readonly roll: RollWords;
    readonly rollImport: { readonly repairs: { readonly says: { readonly [R in Repair]: string } } };
  },
  says: Problem | Repair,
): string => (isProblem(says) ? roll[says] : rollImport.repairs.says[says]);

export type BlockerWords = { readonly [W in Blocker["what"]]: (blocker: Blocker) => string };

/** Those of files that come in. */
export type FileRefusalWords = Pick<RefusalWords, Extract<RefusalCode, `file/${string}`>>;
