import { type Refusal, refusal } from "./refusals.ts";

/** A rule answers with a value, or with the refusal that says why not. Accidents are thrown instead. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (refusal: Refusal): Result<never> => ({ ok: false, refusal });

/** Carries a refusal out of nested code to the one place that answers it. Thrown by `accept`, caught by the wrappers. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

/** What an act says no to, as a value. */
export const asResult = async <T>(act: () => Promise<T>): Promise<Result<T>> => {
  try {
    return ok(await act());
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal);
    throw error;
  }
};

/** The value of a result; a refusal leaves as `Refused`. */
export const accept = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Refused(result.refusal);
};

/** What was looked for; what is not there is refused. */
export const existing = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Refused(refusal("thing/not-found", {}));
  return found;
};
