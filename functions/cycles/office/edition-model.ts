import { pathTo } from "../../../shared/domain/addresses.ts";
import { awaitedOf } from "../../../shared/domain/cycle/awaited.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import { type Cycle, peopleOf } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore, type Phase } from "../../../shared/domain/cycle/phases.ts";
import { blockersOf } from "../../../shared/domain/cycle/readiness.ts";
import { nextPhase, secondsUntilOpening } from "../../../shared/domain/cycle/schedule.ts";
import { courseOf, tasksOf } from "../../../shared/domain/cycle/tasks.ts";
import type { ProjectStatus } from "../../../shared/domain/project/stages.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import { toldOf } from "../../../shared/domain/voting/turnout.ts";
import type { EditionModel } from "../../../shared/pages/office/edition.ts";
import type { Numbers } from "../../../shared/pages/office/numbers.ts";
import type { Stage } from "../../../shared/pages/office/timeline.ts";
import type { Staff } from "../../../shared/platform/actor.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { actsOf, mayMove } from "./acts.ts";
import { type EditionFacts, factsOf, readinessFacts } from "./facts.ts";

const LOG_LINES = 10;

const stateOf = (phase: Phase, now: Phase): Stage["state"] => {
  if (now === "cancelled") return undefined;
  if (phase === now) return "now";
  return isBefore(phase, now) ? "past" : "coming";
};

const stagesOf = (cycle: Cycle, facts: EditionFacts, now: Instant, actor: Staff): Stage[] =>
  courseOf(cycle).map((phase, index, course) => {
    const entry = entryOf(cycle.calendar, phase);
    const before = course[index - 1] ?? "draft";
    return {
      phase,
      startsAt: entry?.startsAt,
      endsAt: entry?.endsAt,
      follows: secondsUntilOpening({ phase: before, calendar: cycle.calendar }, phase, now) === 0,
      state: stateOf(phase, cycle.phase),
      tasks: cycle.phase === "cancelled" ? [] : tasksOf(cycle, phase, readinessFacts(facts)),
      changeHref: mayMove(cycle, phase, actor)
        ? pathTo("editionCalendar", { cycleId: cycle.id, phase })
        : undefined,
    };
  });

const numbersOf = (cycle: Cycle, { projects, count }: EditionFacts): Numbers => {
  const byStatus: Partial<Record<ProjectStatus, number>> = {};
  for (const { status } of projects) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return {
    projects: byStatus,
    roll: cycle.roll,
    votes: count && { count: count.markers, told: toldOf(peopleOf(cycle)) },
    signatures: count?.signOffs ?? [],
    rules: `${cycle.ruleSet.name}, v${cycle.ruleSet.version}`,
    pools: {
      count: cycle.pools.length,
      sumGrosze: cycle.pools.reduce((sum, { amountGrosze }) => sum + amountGrosze, 0),
    },
    ballotKey: cycle.keys?.ballots,
  };
};

/** Everything that the page of an edition shows to this person. */
export const editionModel = async (
  cycle: Cycle,
  { actor, receivedAt }: { readonly actor: Staff; readonly receivedAt: Instant },
  deps: Deps,
): Promise<EditionModel> => {
  const facts = await factsOf(cycle, deps);
  const log = await deps.store.audit.list(cycle.id, { limit: LOG_LINES });
  const next = nextPhase(cycle);
  return {
    id: cycle.id,
    name: cycle.name,
    edition: cycle.edition,
    now: receivedAt,
    stages: stagesOf(cycle, facts, receivedAt, actor),
    next: next && { phase: next, startsAt: entryOf(cycle.calendar, next)?.startsAt },
    blockers: next === undefined ? [] : blockersOf(cycle, next, readinessFacts(facts)),
    findings: facts.findings ?? [],
    awaited: awaitedOf(cycle, receivedAt),
    requested: cycle.requested,
    pending: (await deps.store.pending.on(cycle.id)).filter(
      ({ state, until }) => state === "proposed" && receivedAt < until,
    ),
    numbers: numbersOf(cycle, facts),
    acts: actsOf(cycle, { count: facts.count, actor, now: receivedAt }),
    log: log.items,
    hasMoreLog: log.next !== null,
  };
};
