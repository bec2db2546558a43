import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { type Instant, plusSeconds } from "../../shared/domain/time.ts";
import { log } from "../../shared/platform/log.ts";

/** How long a voter may wait for a note, in milliseconds; what is not written by then may be lost. */
const PATIENCE_MS = 400;

/** Long enough for protests against the result, in seconds after the vote. */
const KEPT_SECONDS = 60 * 86_400;

export const keptUntil = ({ calendar }: Pick<Cycle, "calendar">, now: Instant): Instant =>
  plusSeconds(entryOf(calendar, "voting")?.endsAt ?? now, KEPT_SECONDS);

/** Tells that voters look like one person's doing. An alarm counts these lines. */
export const ring = (cycleId: Cycle["id"], count: number): void =>
  log.info({ event: "cluster", cycleId, count });

/**
 * Writes a note for the commission's signals apart from the vote, so that it can neither fail nor delay one, nor say when a ballot was cast.
 * What is lost is a sum that is one too small.
 */
export const noteWithin = async (cycleId: Cycle["id"], note: () => Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, PATIENCE_MS);
  });
  const written = note().catch((error: unknown) => log.error({ event: "signal-lost", cycleId, error }));
  await Promise.race([written, late]).finally(() => clearTimeout(timer));
};
