import type { Route } from "./route.ts";

/**
 * What people rely on. Each has figures of its own, which every door that serves it makes, an alarm and a line on the dashboard. What a
 * row serves stands in the route table; where it says nothing, a row for
 * voters serves `ballot`, one for staff `office`, what residents file is `participation`, the rest `site`.
 */
export type ServedPromise =
  /** Who comes to vote is known, and gets in with the code. */
  | "identity"
  /** A ballot is taken, on every way to the box. */
  | "ballot"
  /** A receipt is found, with its proof. */
  | "receipt"
  /** What a resident files is taken in: a proposal, support, a statement, a place at a meeting, an answer. */
  | "participation"
  | "site"
  | "office";

/** What no request keeps, but a function at its own work. */
export type OwnPromise =
  /** A code leaves for its mailbox or phone. */
  | "code"
  /** Every other letter leaves. */
  | "letter"
  /** A phase begins at its time. */
  | "deadline"
  /** The canary's vote is taken, from the front to the receipt: what a voter relies on, when nobody votes. */
  | "canary"
  /** What was left lying is looked for, by the function of this name. */
  | `sweep of ${string}`;

export type ServicePromise = ServedPromise | OwnPromise;

const FILES = /^(?:POST|DELETE) /;

export const promiseOf = ({ promise, who, key }: Pick<Route, "promise" | "who" | "key">): ServedPromise => {
  if (promise) return promise;
  if (who.by === "voter-token") return "ballot";
  if (who.by === "staff-token" || who.by === "staff-cookie") return "office";
  return FILES.test(key) ? "participation" : "site";
};
