import { mayGroup } from "../../../shared/acts/cycle/group-projects.ts";
import { type Cycle, isLocked } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore, mayBeCancelled, type Phase } from "../../../shared/domain/cycle/phases.ts";
import { hasVoteEnded, nextPhase } from "../../../shared/domain/cycle/schedule.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { EditionAct } from "../../../shared/pages/office/edition.ts";
import type { Staff } from "../../../shared/platform/actor.ts";
import type { Count } from "../../../shared/store/counts.ts";

const hasRole = (actor: Staff, role: "coordinator" | "commission" | "auditor"): boolean =>
  actor.roles.includes(role);

/** From the first code on, and until the result is final. */
const HAS_SIGNALS: ReadonlySet<Phase> = new Set(["voting", "sealed", "counting", "results"]);

/** What somebody may do with an edition now: their role's acts, as far as its phase and dates let them. The endpoints check it again. */
export const actsOf = (
  cycle: Cycle,
  { count, actor, now }: { readonly count: Count | undefined; readonly actor: Staff; readonly now: Instant },
): EditionAct[] => {
  const { phase } = cycle;
  const acts: EditionAct[] = [];
  const mayAccept = hasRole(actor, "commission") || hasRole(actor, "coordinator");
  if (hasRole(actor, "commission")) {
    if (!isLocked(cycle) || phase === "ballot-frozen") acts.push("klucze");
    if (phase === "sealed" || phase === "counting") acts.push("niewazne");
    if ((phase === "sealed" || phase === "counting") && count?.differences.length !== 0)
      acts.push("klucz-do-liczenia");
    if (phase === "counting" && (count?.undecidedPools.length ?? 0) > 0) acts.push("losowanie");
    if (phase === "counting" && count?.digest) acts.push("podpis");
  }
  if ((hasRole(actor, "commission") || hasRole(actor, "auditor")) && HAS_SIGNALS.has(phase))
    acts.push("sygnaly");
  if (hasRole(actor, "coordinator")) {
    if (nextPhase(cycle) !== undefined) acts.push("dalej");
    if (isBefore(phase, "voting") || cycle.roll) acts.push("spis");
    if (!isLocked(cycle)) acts.push("mieszkancy");
    if (!isLocked(cycle) && nextPhase(cycle) === "ballot-frozen") acts.push("lista");
    if (mayGroup(cycle) && phase !== "draft") acts.push("wykluczenia");
    if (isBefore(phase, "sealed")) acts.push("punkty");
  }
  if (phase === "voting" && mayAccept && !hasVoteEnded(cycle, now)) acts.push("przedluzenie");
  if (hasRole(actor, "coordinator")) {
    if (mayBeCancelled(phase)) acts.push("odwolanie");
  }
  return acts;
};

/** Phases that have no dates of their own. */
const UNDATED: ReadonlySet<Phase> = new Set(["draft", "sealed", "counting", "closed", "cancelled"]);

/** Whether the dates of a phase can still be changed, by this person. */
export const mayMove = ({ phase: now }: Cycle, phase: Phase, actor: Staff): boolean =>
  hasRole(actor, "coordinator") && !UNDATED.has(phase) && !isBefore(phase, now) && now !== "cancelled";
