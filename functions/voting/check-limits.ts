import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Network } from "../../shared/domain/network.ts";
import { ok, type Result } from "../../shared/domain/result.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { voterKeysOf } from "../../shared/platform/voter-keys.ts";

export interface Try {
  readonly cycle: Pick<Cycle, "id" | "ruleSet">;
  /** Keyed hash of whose data were typed. */
  readonly person?: string;
  /** Keyed hash of where a code would go, and whether one does. */
  readonly contact?: { readonly hash: string; readonly isSent: boolean };
  /** Absent on a connection that says nothing of a place. */
  readonly network: Network | undefined;
  readonly receivedAt: Instant;
}

/**
 * Takes a token from each bucket that a try empties, the narrowest first, so that a client which is turned away for itself does not use up
 * what its neighbours share. Who is on the roll and who is not gets the same answer: they empty the same buckets, but for that of a contact.
 */
export const checkLimits = async (
  { cycle, person, contact, network, receivedAt: now }: Try,
  { store, vault }: Pick<Deps, "store" | "vault">,
): Promise<Result<void>> => {
  const { tries } = cycle.ruleSet.voterCodes;
  const hashed = await voterKeysOf(vault, cycle.id);
  const takings = [
    ...(person === undefined ? [] : [{ subject: person, bucket: tries.person }]),
    ...(network
      ? (["address", "prefix"] as const).map((of) => ({
          subject: hashed.network(of, network),
          bucket: of === "address" ? tries.address : tries.network,
        }))
      : []),
    ...(contact
      ? [
          {
            subject: contact.hash,
            bucket: tries.contact,
            tokens: contact.isSent ? (1 as const) : (0 as const),
          },
        ]
      : []),
  ];
  for (const taking of takings) {
    const taken = await store.limits.take({ ...taking, now });
    if (!taken.ok) return taken;
  }
  return ok(undefined);
};
