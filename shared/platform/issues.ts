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

/** Zod's issues as ours: a pointer into the request, and the rule that was broken, never the value. */
export const issuesOf = (error: z.ZodError, base = ""): Issue[] =>
  error.issues.flatMap((issue): Issue[] =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ pointer: base + pointerOf([...issue.path, key]), rule: "unknown" }))
      : [{ pointer: base + pointerOf(issue.path), ...ruleOf(issue) }],
  );
