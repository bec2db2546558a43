import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { finishEntering } from "../../shared/acts/enter-projects.ts";
import { readiness } from "../../shared/acts/readiness.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { blockedSeconds, decideOpening, secondsUntilEnding } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { ownersIn } from "../../shared/domain/office/work.ts";
import { accept } from "../../shared/domain/result.ts";
import { type Instant, secondsBetween } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { step } from "../../shared/platform/step.ts";
import { isOutdated } from "./closing.ts";
import { decideProjects } from "./decide-projects.ts";
import { freezeList } from "./freeze-list.ts";
import { publish } from "./publish.ts";

/** What happens as a phase opens. Everybody goes by the phase, so what must be there when it opens is written before it or with it. */
const enter = async (cycle: Cycle, phase: Phase, now: Instant, deps: Deps): Promise<Cycle> => {
  const { store } = deps;
  switch (phase) {
    case "ballot-frozen":
      return accept(await store.cycles.enter(cycle, phase, {}, await freezeList(cycle, now, deps)));
    case "voting": {
      const planned = entryOf(cycle.calendar, "voting");
      if (!planned) throw new Error("a vote without a window");
      const window = { ...planned, startsAt: planned.startsAt > now ? now : planned.startsAt };
      accept(await store.cycles.setGates(cycle.id, { openAt: window.startsAt, closeAt: window.endsAt }));
      const calendar = cycle.calendar.map((entry) => (entry.name === "voting" ? window : entry));
      return accept(await store.cycles.enter(cycle, phase, { calendar }, []));
    }
    case "results": {
      const published = accept(await store.cycles.enter(cycle, phase, {}, await publish(cycle, deps)));
      await decideProjects(cycle, deps);
      return published;
    }
    case "cancelled":
      // A key that was handed over for the count has nothing to open any more.
      await deps.vault.dropCountKey(cycle);
      return accept(await store.cycles.enter(cycle, phase, { endedAt: now }, []));
    case "closed":
      return accept(await store.cycles.enter(cycle, phase, { endedAt: now }, []));
    default:
      return accept(await store.cycles.enter(cycle, phase, {}, []));
  }
};

const Answer = z.strictObject({
  state: z.enum(["opened", "early", "blocked"]),
  phase: Phase,
  seconds: z.number().min(0),
  work: z.enum(["none", "list", "count"]),
});
type Answer = z.infer<typeof Answer>;

/** What the count has to do in a phase, once it is open. */
const WORK: Partial<Record<Phase, Answer["work"]>> = { sealed: "list", counting: "count" };

/** Opens a phase if its time has come and nothing blocks it. Done again it finds the phase open and says so. */
export const open = step(
  "open",
  z.object({ cycleId: CycleId, phase: Phase }),
  Answer,
  async ({ cycleId, phase }, deps): Promise<Answer> => {
    const cycle = await cycleOf(cycleId, deps);
    const now = deps.system.now();
    const opened = (as: Cycle): Answer => ({
      state: "opened",
      phase,
      seconds: Math.max(0, secondsUntilEnding(as, phase, now)),
      // The phase may have moved on: the box of an edition that was called off is neither listed nor opened.
      work: WORK[as.phase] ?? "none",
    });
    if (cycle.phase === phase) {
      if (phase === "results") await decideProjects(cycle, deps);
      return opened(cycle);
    }
    // Results may wait for their day: who is taken out meanwhile is counted out, and signed anew.
    if (cycle.phase === "counting" && phase === "results" && (await isOutdated(cycle, deps)))
      return { state: "opened", phase: "counting", seconds: 0, work: "count" };
    await finishEntering(cycleId, deps);
    const isCancelling = cycle.requested?.to === "cancelled";
    const target = isCancelling ? "cancelled" : phase;
    const decided = decideOpening(
      cycle,
      target,
      now,
      isCancelling ? [] : await readiness(cycle, target, deps),
    );
    switch (decided.state) {
      case "opened": {
        const entered = await enter(cycle, target, now, deps);
        const due = isCancelling ? undefined : entryOf(cycle.calendar, target)?.startsAt;
        if (due !== undefined)
          await deps.meter.note("deadline", { Kept: 1, LateSeconds: Math.max(0, secondsBetween(due, now)) });
        if (target === "cancelled" || target === "closed") {
          const { directory, work } = deps.store;
          const [units, staff] = await Promise.all([directory.units(), directory.staff()]);
          await work.endOf(cycleId, ownersIn({ units, staff }));
        }
        return { ...opened(entered), phase: target };
      }
      case "early":
        return { state: "early", phase, seconds: decided.seconds, work: "none" };
      case "blocked":
        return { state: "blocked", phase, seconds: blockedSeconds(cycle, now), work: "none" };
    }
  },
);
