import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { isProbe } from "../../shared/domain/ids.ts";
import type { Network } from "../../shared/domain/network.ts";
import { clustersOf, isLookedAt } from "../../shared/domain/signals/clusters.ts";
import type { Crowd } from "../../shared/domain/signals/crowd.ts";
import { dayOf, type Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { keptUntil, noteWithin, ring } from "./signal-note.ts";

/** A voter whom a code let in. */
interface LetIn {
  readonly cycle: Pick<Cycle, "id" | "calendar">;
  readonly voterKey: string;
  /** Empty for who came by eID. */
  readonly contact: string;
  /** The age of those alone whose age is rare. */
  readonly age: number | undefined;
  readonly network: Network | undefined;
  readonly receivedAt: Instant;
}

const arrive = async (
  { cycle, voterKey, contact, age, network, receivedAt }: LetIn,
  { store, vault }: Pick<Deps, "store" | "vault">,
): Promise<void> => {
  const hashed = await voterKeysOf(vault, cycle.id);
  const shared: readonly (readonly [Crowd["shared"], string])[] = [
    ...(network
      ? ([
          ["address", network.address],
          ["network", network.prefix],
        ] as const)
      : []),
    ...(age === undefined
      ? []
      : ([
          ["age", String(age)],
          ["great-age", ""],
        ] as const)),
  ];
  await Promise.all(
    shared.map(async ([what, of]) => {
      const crowd = {
        shared: what,
        subject: hashed.crowd(what, of),
        day: dayOf(receivedAt),
        ...(what === "age" && { age }),
      };
      const count = await store.signals.arrive({
        cycleId: cycle.id,
        crowd,
        last: hashed.lastOfCrowd(what, of),
        voter: voterKey,
        // Whoever needed no code stands for a contact of their own.
        contact: hashed.contact(contact === "" ? voterKey : contact),
        at: receivedAt,
        keptUntil: keptUntil(cycle, receivedAt),
      });
      if (!count.ok || !isLookedAt(count.value)) return;
      const whole = await store.signals.crowd(cycle.id, crowd);
      if (whole && clustersOf([whole]).length > 0) ring(cycle.id, whole.voters.size);
    }),
  );
};

/** Notes a voter whom a code let in, for the commission's signals. */
export const noteArrival = async (letIn: LetIn, deps: Deps): Promise<void> => {
  // The canary's voters all come from one place: that is how it is, and nothing for a commission.
  if (isProbe(letIn.cycle.id)) return;
  await noteWithin(letIn.cycle.id, () => arrive(letIn, deps));
};
