import type { Localised } from "../domain/localised.ts";
import type { Role } from "../domain/office/roles.ts";
import type { Admission, BodySize } from "./admission.ts";
import type { ServedPromise } from "./promises.ts";

/**
 * Who may call: anyone; a voter with the token that a code brought; the holder of a mailed link; staff of one of the roles, by bearer token
 * (the JSON API, checked by the gateway too) or by the session cookie (pages).
 */
export type Who =
  | { readonly by: "anyone" }
  | { readonly by: "voter-token" }
  | { readonly by: "mailed-link" }
  | { readonly by: "staff-token"; readonly roles: readonly Role[] }
  | { readonly by: "staff-cookie"; readonly roles: readonly Role[] };

export type FunctionName =
  | "site"
  | "staff"
  | "directory"
  | "cycles"
  | "proposals"
  | "supporters"
  | "voting"
  | "results"
  | "documents"
  | "consultations"
  | "notices"
  | "arrivals"
  | "canary"
  | "workflow"
  | "count";

/** What the page after a form of the office says: what is saved, and what happens next. */
export interface Done {
  readonly saved: Localised;
  readonly next: Localised;
}

/** API Gateway's route key: method and path. */
export type RouteKey = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;

/** What somebody's act on an edition changes for good: who is on the ballot, who votes, what is counted, or who wins. */
export type Decides = "the ballot" | "who votes" | "the count" | "the winner" | "nothing";

export interface Route<
  K extends RouteKey = RouteKey,
  W extends Who = Who,
  A extends Admission | BodySize | undefined = Admission | BodySize | undefined,
  F extends FunctionName = FunctionName,
> {
  /** Its name in the route table, by which an act is recorded and told. */
  readonly name?: string;
  /** Of an act that the catalogue has no sentence for: what the journal says of it, once it is done. */
  readonly said?: Localised;
  /** Of a form of the office that the catalogue has no message for: the message. */
  readonly done?: Done;
  /** Of a form of residents that the catalogue has no name for: what the office calls it where forms are counted. */
  readonly title?: Localised;
  readonly key: K;
  readonly fn: F;
  readonly who: W;
  /** What people rely on it for, where its kind does not tell. */
  readonly promise?: ServedPromise;
  /** Of an act of staff on an edition: what it decides. */
  readonly decides?: Decides;
  /** A page stands at its Polish path and, in other languages, at the same path under the code of each, which the edge takes off. */
  readonly page?: true;
  /** Requests a second and burst, where the stage's default is too generous. */
  readonly limit?: { readonly rate: number; readonly burst: number };
  /** What a request may be, may cost, and may use up; of staff's rows the size of a body that is not the common one. */
  readonly admission?: A;
}

/** The row of the API for staff of some roles. */
export type StaffRoute = Route<RouteKey, Extract<Who, { by: "staff-token" }>>;

/** The row of a page that staff of some roles may open. */
export type OfficeRoute<K extends RouteKey = RouteKey> = Route<K, Extract<Who, { by: "staff-cookie" }>>;

type Office = Extract<Who, { by: "staff-token" | "staff-cookie" }>;

/** A row through which others than staff write says what it admits. */
type Admitted<R> =
  R extends Route<infer K, infer W, infer A>
    ? [K] extends [`GET ${string}`]
      ? unknown
      : [W] extends [Office]
        ? unknown
        : [A] extends [Admission]
          ? unknown
          : { readonly admission: Admission }
    : never;

/** Rows that know their names. */
export const named = <T extends Readonly<Record<string, Route>>>(
  table: T & { readonly [N in keyof T]: Admitted<T[N]> },
) =>
  Object.fromEntries(Object.entries<Route>(table).map(([name, row]) => [name, { ...row, name }])) as {
    readonly [N in keyof T]: T[N] & { readonly name: N };
  };
