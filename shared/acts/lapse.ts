import type { PendingAct, PendingKind } from "../domain/office/pending.ts";
import type { Result } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import type { TakesTwo } from "./takes-two.ts";

/** Takes a proposal whose time is over from what it was about. */
export const lapse = async <K extends PendingKind>(
  takesTwo: TakesTwo<K>,
  act: PendingAct<K>,
  deps: Deps,
): Promise<Result<void>> => {
  const { pending, table } = deps.store;
  const dropped = (await takesTwo.drop?.(act, undefined, deps)) ?? [];
  return await table.write([...(await pending.lapse(act)), ...dropped]);
};
