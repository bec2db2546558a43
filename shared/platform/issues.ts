import type { z } from "zod";
import type { Issue, IssueRule } from "../domain/refusals.ts";

/** A path as a JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const SIZES: Readonly<Record<string, readonly [IssueRule, IssueRule]>> = {
  string: ["too-short", "too-long"],
  array: ["too-few", "too-many"],
  set: ["too-few", "too-many"],
  map: ["too-few", "too-many"],
};

const ruleOf = (issue: z.core.$ZodIssue): Pick<Issue, "rule" | "limit"> => {
  switch (issue.code) {
    case "invalid_type":
      return { rule: issue.input === undefined ? "required" : "type" };
    case "too_small":
      return { rule: SIZES[issue.origin]?.[0] ?? "too-small", limit: String(issue.minimum) };
    case "too_big":
      return { rule: SIZES[issue.origin]?.[1] ?? "too-big", limit: String(issue.maximum) };
    case "invalid_format":
      return { rule: issue.message === "email" ? "email" : "format" };
    case "invalid_value":
      return { rule: "choice", limit: issue.values.slice(0, 30).map(String).join(", ") };
    case "custom":
      return {
        rule: (issue.params?.rule as IssueRule | undefined) ?? "format",
        ...(issue.params?.limit && { limit: issue.params.limit }),
      };
    default:
      return { rule: "format" };
  }
};

type ZodIssues = readonly z.core.$ZodIssue[];

/** How far a value is from one form of a union: by the fields that the form does not know, or misses. */
const distance = (issues: ZodIssues): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === "unrecognized_keys") return sum + issue.keys.length;
    if (issue.path.length === 0) return Number.POSITIVE_INFINITY;
    return sum + Number(issue.code === "invalid_type" && issue.input === undefined);
  }, 0);

/** Of the forms of a union, the issues with the one that was most likely meant; undefined when it is none of them. */
const meant = (forms: readonly ZodIssues[]): ZodIssues | undefined => {
  const [closest] = forms.toSorted((one, other) => distance(one) - distance(other));
  return closest && Number.isFinite(distance(closest)) ? closest : undefined;
};

const readIssues = (issues: ZodIssues, base: string): Issue[] =>
  issues.flatMap((issue): Issue[] => {
    const pointer = base + pointerOf(issue.path);
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ pointer: pointer + pointerOf([key]), rule: "unknown" }));
    const form = issue.code === "invalid_union" ? meant(issue.errors) : undefined;
    return form ? readIssues(form, pointer) : [{ pointer, ...ruleOf(issue) }];
  });

/** Zod's issues as ours: a pointer into the request, and the rule that was broken, never the value. */
export const issuesOf = (error: z.ZodError, base = ""): Issue[] => readIssues(error.issues, base);
