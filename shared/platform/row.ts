/** What rows are made of: who calls, how often at most, and the two kinds of row. */
import type { Localised } from "../domain/localised.ts";
import type { Role } from "../domain/office/roles.ts";
import type { ServedPromise } from "./promises.ts";
import type { Decides, Done, FunctionName, Route, RouteKey, Who } from "./route.ts";

export const anyone = { by: "anyone" } as const satisfies Who;
export const voter = { by: "voter-token" } as const satisfies Who;
export const linked = { by: "mailed-link" } as const satisfies Who;
export const staff = (...roles: Role[]) => ({ by: "staff-token", roles }) as const satisfies Who;
export const office = (...roles: Role[]) => ({ by: "staff-cookie", roles }) as const satisfies Who;

/** A row that has limits of its own, or says what it admits. */
interface More<A> {
  /** Requests a second and burst. */
  readonly limit?: NonNullable<Route["limit"]>;
  readonly admission?: A;
  readonly title?: Localised;
  readonly decides?: Decides;
  readonly promise?: ServedPromise;
}
type Admits = Route["admission"];

/*
 * Limits of rows, each one bucket for the whole city: the last resort, far above what a vote needs at its peak. One caller meets the edge's limits
 * by address and path, and the buckets of the row, long before.
 */

/** Where a flood would hurt. */
export const FEW = { rate: 100, burst: 200 };
/** On the way to a code. */
export const MANY = { rate: 500, burst: 1000 };
/** Where all come in the last minute. */
export const RUSH = { rate: 1000, burst: 2000 };

export const api = <
  K extends RouteKey,
  F extends FunctionName,
  W extends Who,
  const A extends Admits = undefined,
>(
  key: K,
  fn: F,
  who: W,
  more: More<A> = {},
): Route<K, W, A, F> => ({ key, fn, who, ...more });

export const page = <
  K extends RouteKey,
  F extends FunctionName,
  W extends Who,
  const A extends Admits = undefined,
>(
  key: K,
  fn: F,
  who: W,
  more: More<A> = {},
): Route<K, W, A, F> => ({ ...api(key, fn, who, more), page: true });

/** An act of staff that the catalogue has no sentence for: what the journal says of it, once it is done, stands in its row. */
export const act = <K extends RouteKey, F extends FunctionName, W extends Who>(
  key: K,
  fn: F,
  who: W,
  said: Localised,
): Route<K, W, undefined, F> & { readonly said: Localised } => ({ key, fn, who, said });

/** A form of the office that the catalogue has no message for: what the next page says of it stands in its row. */
export const form = <K extends RouteKey, F extends FunctionName, W extends Who>(
  key: K,
  fn: F,
  who: W,
  done: Done,
): Route<K, W, undefined, F> & { readonly done: Done } => ({ key, fn, who, page: true, done });
