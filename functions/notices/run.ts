import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { hasRoom, type Lane, type LettersToday } from "../../shared/domain/notice/lanes.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";

/** The function has 60 seconds. What is left then is the next run's; what it is cut off in would be lost. */
const RUN_MS = 45_000;

/** SES counts letters per second: after one, a sender that was too fast may go on. */
const REST_MS = 1_000;
const MOST_RESTS = 3;

/** What was sent and may be sent today. Where SES does not say, nobody's letter waits for it. */
const lettersToday = async ({ mail }: Deps): Promise<LettersToday> => {
  try {
    return await mail.today();
  } catch (error) {
    log.error({ event: "letters/quota-unread", refusal: error instanceof Error ? error.name : "unknown" });
    return { most: -1, sent: 0 };
  }
};

export type Run = ReturnType<typeof openRun>;

/**
 * What one run of the consumer shares between its hands: the cycles it has read, what is left of the day's letters, and its pace. When a letter is put off all hands rest
 * for a second; after three rests with no letter taken in between, the run ends and leaves the rest for the next one.
 */
export const openRun = (deps: Deps) => {
  const ends = performance.now() + RUN_MS;
  const cycles = new Map<CycleId, Promise<Cycle>>();
  let resting: Promise<void> | undefined;
  let rests = 0;
  let today: Promise<LettersToday> | undefined;
  let sent = 0;
  let isQuotaTold = false;
  const underWay = new Map<unknown, Promise<void>>();

  /** SES is asked once a run, and counted on from there. */
  const asked = (): Promise<LettersToday> => {
    today ??= lettersToday(deps);
    return today;
  };
  const isRoom = (told: LettersToday, lane: Lane): boolean =>
    hasRoom({ ...told, sent: told.sent + sent }, lane);

  return {
    deps,
    cycle: (id: CycleId): Promise<Cycle> => {
      const reading = cycles.get(id) ?? cycleOf(id, deps);
      cycles.set(id, reading);
      return reading;
    },
    goesOn: async (): Promise<boolean> => {
      await resting;
      return rests <= MOST_RESTS && performance.now() < ends;
    },
    /** Whether a letter of a lane may still go today. */
    hasRoomFor: async (lane: Lane): Promise<boolean> => isRoom(await asked(), lane),
    /** Takes the room of one letter of a lane from the day's; false where there is none. */
    takeRoom: async (lane: Lane): Promise<boolean> => {
      const told = await asked();
      if (isRoom(told, lane)) {
        sent += 1;
        return true;
      }
      if (!isQuotaTold) {
        isQuotaTold = true;
        log.error({ event: "letters/quota", count: told.sent + sent });
        await deps.meter.note("letter", { TurnedAway: 1 });
      }
      return false;
    },
    /** Does what is asked after everything that was asked before it to the same address; where none is known, at once. */
    afterOthersTo: (address: unknown, work: () => Promise<void>): Promise<void> => {
      const before = address === undefined ? undefined : underWay.get(address);
      const done = before ? before.then(work, work) : work();
      if (address !== undefined) underWay.set(address, done);
      return done;
    },
    taken: (): void => {
      rests = 0;
    },
    putOff: (): void => {
      if (resting) return;
      rests += 1;
      resting = new Promise((done) => {
        setTimeout(done, rests > MOST_RESTS ? 0 : REST_MS);
      });
      void resting.then(() => {
        resting = undefined;
      });
    },
  };
};
