import type { z } from "zod";
import type { IssueRule } from "../domain/issue-rules.ts";
import type { Issue } from "../domain/refusals.ts";
import type { Spot } from "../domain/text/read.ts";

/** A name that somebody made up may be as long as a request; so much of it is told. */
const STEP_LENGTH = 80;
const POINTER_LENGTH = 400;

const stepOf = (step: PropertyKey): string => {
  const name = String(step).slice(0, STEP_LENGTH).toWellFormed();
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
};

/** A path as a JSON pointer (RFC 6901), cut where it is longer than anybody reads. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map(stepOf).join("").slice(0, POINTER_LENGTH);

const SIZES: Readonly<Record<string, readonly [IssueRule, IssueRule]>> = {
  string: ["too-short", "too-long"],
  array: ["too-few", "too-many"],
  set: ["too-few", "too-many"],
  map: ["too-few", "too-many"],
};

const ruleOf = (issue: z.core.$ZodIssue): Omit<Issue, "pointer"> => {
  switch (issue.code) {
    case "invalid_type":
      return { rule: issue.input === undefined ? "required" : "type" };
    case "too_small":
      return { rule: SIZES[issue.origin]?.[0] ?? "too-small", limit: String(issue.minimum) };
    case "too_big":
      return { rule: SIZES[issue.origin]?.[1] ?? "too-big", limit: String(issue.maximum) };
    case "invalid_format":
      return { rule: "format" };
    case "invalid_value":
      return { rule: "choice", limit: issue.values.slice(0, 30).map(String).join(", ") };
    case "custom":
      return {
        rule: (issue.params?.rule as IssueRule | undefined) ?? "format",
        ...(issue.params?.limit && { limit: issue.params.limit }),
        ...(issue.params?.at && { at: issue.params.at as Spot }),
      };
    default:
      return { rule: "format" };
  }
};

/** Fields that are missing, too many or of another type: the more of them, the less this branch of a union was meant. */
const misfits = (issues: readonly Issue[]): number =>
  issues.filter(({ rule }) => rule === "required" || rule === "unknown" || rule === "type").length;

/** Whether the value itself is of another kind than this branch: an object where a text is meant. */
const isOther = (issues: readonly Issue[], at: string): number =>
  issues.some(({ pointer, rule }) => pointer === at && rule === "type") ? 1 : 0;

/** What is wrong under the branch of a union that was meant: one of its kind that fits best, and of those the first that breaks the fewest rules. */
const closest = (branches: readonly (readonly Issue[])[], at: string): readonly Issue[] | undefined =>
  branches.toSorted(
    (a, b) => isOther(a, at) - isOther(b, at) || misfits(a) - misfits(b) || a.length - b.length,
  )[0];

const issuesIn = (issues: readonly z.core.$ZodIssue[], base: string): Issue[] =>
  issues.flatMap((issue): Issue[] => {
    const at = base + pointerOf(issue.path);
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ pointer: at + pointerOf([key]), rule: "unknown" }));
    if (issue.code === "invalid_union") {
      if (!issue.inclusive && "options" in issue && issue.options)
        return [{ pointer: at, rule: "choice", limit: issue.options.map(String).join(", ") }];
      const meant = closest(
        issue.errors.map((branch) => issuesIn(branch, at)),
        at,
      );
      if (meant) return [...meant];
    }
    return [{ pointer: at, ...ruleOf(issue) }];
  });

/** Zod's issues as ours: a pointer into the request, and the rule that was broken, never the value. */
export const issuesOf = (error: z.ZodError, base = ""): Issue[] => issuesIn(error.issues, base);
