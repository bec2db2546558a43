import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Network } from "../../shared/domain/network.ts";
import { clustersOf } from "../../shared/domain/signals/clusters.ts";
import type { Crowd } from "../../shared/domain/signals/crowd.ts";
import { dayOf, type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";
import { voterKeysOf } from "../../shared/platform/voter-keys.ts";

/** A voter whom a code let in. */
export interface LetIn {
  readonly cycle: Pick<Cycle, "id" | "calendar">;
  readonly voterKey: string;
  readonly contact: string;
  /** Of those alone whose age is rare. */
  readonly age: number | undefined;
  readonly network: Network | undefined;
  readonly receivedAt: Instant;
}

/** How long a voter may wait for a note, in milliseconds; what is not written by then may be lost. */
const PATIENCE_MS = 400;

/** Long enough for protests against the result, in seconds after the vote. */
const KEPT_SECONDS = 60 * 86_400;

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
    ...(age === undefined ? [] : ([["age", String(age)]] as const)),
  ];
  const keptUntil = plusSeconds(entryOf(cycle.calendar, "voting")?.endsAt ?? receivedAt, KEPT_SECONDS);
  await Promise.all(
    shared.map(async ([what, of]) => {
      const crowd = await store.signals.arrive({
        cycleId: cycle.id,
        crowd: {
          shared: what,
          subject: hashed.crowd(what, of),
          day: dayOf(receivedAt),
          ...(what === "age" && { age }),
        },
        last: hashed.lastOfCrowd(what, of),
        voter: voterKey,
        contact: hashed.contact(contact),
        at: receivedAt,
        keptUntil,
      });
      // An alarm counts these lines.
      if (crowd.ok && clustersOf([crowd.value]).length > 0)
        log.info({ event: "cluster", cycleId: cycle.id, count: crowd.value.voters.size });
    }),
  );
};

/**
 * Notes a voter who was let in, for the commission's signals: apart from the vote, so that it can neither fail nor delay one, nor say when a
 * ballot was cast. What is lost is a sum that is one too small.
 */
export const noteArrival = async (letIn: LetIn, deps: Deps): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, PATIENCE_MS);
  });
  const note = arrive(letIn, deps).catch((error: unknown) =>
    log.error({ event: "signal-lost", cycleId: letIn.cycle.id, error }),
  );
  await Promise.race([note, late]).finally(() => clearTimeout(timer));
};
