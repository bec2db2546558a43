import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { readiness } from "../../shared/acts/readiness.ts";
import { canonicalDigest } from "../../shared/domain/canonical.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { nextPhase } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { workOfWay } from "../../shared/domain/office/edition-work.ts";
import { ownersIn } from "../../shared/domain/office/work.ts";
import { accept } from "../../shared/domain/result.ts";
import { plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { Done, step } from "../../shared/platform/step.ts";
import { isHoldOver } from "./hold-over.ts";

const Input = z.object({
  cycleId: CycleId,
  phase: Phase,
  until: z.enum(["opening", "ending"]),
  seconds: z.number(),
  token: z.string(),
});

/** What people must do before this hold can end, on the list of those who can: it goes when the machine next looks. */
const askFor = async (cycle: Cycle, phase: Phase, until: "opening" | "ending", deps: Deps): Promise<void> => {
  const next = until === "opening" ? phase : nextPhase({ ...cycle, phase });
  if (next === undefined) return;
  const count = await deps.store.counts.get(cycle.id);
  const work = workOfWay(cycle, {
    next,
    blockers: await readiness(cycle, next, deps),
    signers: count?.signOffs.map(({ by }) => by) ?? [],
    now: deps.system.now(),
  });
  if (work) accept(await deps.store.cycles.askFor(cycle.id, work));
};

/** Whoever moved a date woke the machine: what the office has to do by then is due when the calendar now says. */
const redate = async (cycle: Cycle, datedBy: string | undefined, { store }: Deps): Promise<void> => {
  const digest = canonicalDigest(cycle.calendar);
  if (digest === datedBy) return;
  const [units, staff] = await Promise.all([store.directory.units(), store.directory.staff()]);
  await store.work.redate(cycle, ownersIn({ units, staff }));
  accept(await store.cycles.setDatedBy(cycle.id, digest));
};

/**
 * Keeps the token by which this hold can be woken before its time. What changed in the table between the step before and this moment woke
 * nobody, so the table is read once more, and a hold that is over already wakes itself.
 */
export const hold = step("hold", Input, Done, async ({ cycleId, phase, until, seconds, token }, deps) => {
  const { store, machine, system } = deps;
  const { datedBy } = accept(
    await store.cycles.setHold(cycleId, { token, phase, until, wakesAt: plusSeconds(system.now(), seconds) }),
  );
  const cycle = await cycleOf(cycleId, deps);
  await redate(cycle, datedBy, deps);
  if (await isHoldOver(cycle, { phase, until }, deps)) await machine.wake(token);
  else await askFor(cycle, phase, until, deps);
  return {};
});
