import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { hasVoteEnded, SEALING_DELAY_SECONDS } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { step } from "../../shared/platform/step.ts";
import { closing } from "./closing.ts";

type Window = NonNullable<ReturnType<typeof entryOf>>;

/** How far ahead the end is set of a vote that staff end. */
const NOTICE_SECONDS = 5;

/**
 * Shuts an open vote that staff end: at a moment so close that it is now for everybody, and so far that every gate knows it before it comes.
 * The gates go first: a calendar that says an end that they do not keep would let ballots in after it. Whether all is done; gates that took
 * too long are set to a later end. Once the end has come, the gates are set to it again.
 */
const shutVote = async (
  cycle: Cycle,
  { startsAt, endsAt }: Window,
  { store, system }: Deps,
): Promise<boolean> => {
  const soon = plusSeconds(system.now(), NOTICE_SECONDS);
  const closeAt = soon < endsAt ? soon : endsAt;
  accept(await store.cycles.setGates(cycle.id, { openAt: startsAt, closeAt }));
  if (endsAt <= system.now()) return true;
  if (closeAt <= system.now()) return false;
  const { requested } = cycle;
  if (!requested) throw new Error("an open vote that nobody ends");
  const calendar = cycle.calendar.map((entry) =>
    entry.name === "voting" ? { ...entry, endsAt: closeAt } : entry,
  );
  const earlyEnd = requested.to === "sealed" &&
    closeAt < endsAt && {
      earlyEnd: { before: endsAt, endsAt: closeAt, reason: requested.reason, at: requested.at },
    };
  accept(
    await store.cycles.change(cycle, {
      calendar,
      requested: { ...requested, endsAt: closeAt },
      ...earlyEnd,
    }),
  );
  return true;
};

const Answer = z.strictObject({
  state: z.enum(["closed", "recount", "early", "blocked"]),
  phase: Phase,
  seconds: z.number().min(0),
});
type Answer = z.infer<typeof Answer>;

/** Closes a phase if its end has come. Done again it changes nothing. */
export const close = step(
  "close",
  z.object({ cycleId: CycleId, phase: Phase }),
  Answer,
  async ({ cycleId, phase }, deps): Promise<Answer> => {
    const cycle = await cycleOf(cycleId, deps);
    if (cycle.phase !== phase) return { state: "closed", phase, seconds: 0 };
    const decided = await closing(cycle, phase, deps);
    const window = phase === "voting" ? entryOf(cycle.calendar, "voting") : undefined;
    const hasEnded = hasVoteEnded(cycle, deps.system.now());
    if ("seconds" in decided) {
      if (window && hasEnded) await shutVote(cycle, window, deps);
      return { state: decided.state, phase, seconds: decided.seconds };
    }
    if (decided.state === "recount") return { state: "recount", phase, seconds: 0 };
    if (window && !hasEnded) {
      const isShut = await shutVote(cycle, window, deps);
      return { state: "early", phase, seconds: isShut ? NOTICE_SECONDS + SEALING_DELAY_SECONDS : 1 };
    }
    if (window) accept(await deps.store.cycles.sealGates(cycleId));
    return { state: "closed", phase, seconds: 0 };
  },
);
