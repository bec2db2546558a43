import type { IssueRule } from "../issue-rules.ts";

/** Where in a text a character stands, both from one, and which it is: what cannot be seen has to be named. */
export interface Spot {
  readonly line: number;
  readonly character: number;
  /** `U+0007 BELL` */
  readonly called: string;
}

/** Why a text is not what it is meant for: which rule it breaks and, where one character breaks it, which. */
export interface TextFault {
  readonly rule: IssueRule;
  readonly limit?: string;
  readonly at?: Spot;
}

/** What was read from a typed text once it was repaired. Whatever people type is read by functions of this shape, each in a file of this room. */
export type Read<T = string> = { readonly value: T } | { readonly fault: TextFault };

export const fault = (
  rule: IssueRule,
  more: Omit<TextFault, "rule"> = {},
): { readonly fault: TextFault } => ({
  fault: { rule, ...more },
});
