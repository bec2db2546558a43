import { registered } from "../../acts/enrol-proposal.ts";
import { tellAuthor } from "../../acts/tell-author.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { ArrivedBy } from "../../domain/intake/register.ts";
import { type Criterion, criteriaOf } from "../../domain/procedure/criteria.ts";
import type { ListedVerdict, Publication } from "../../domain/procedure/publication.ts";
import { CheckStage } from "../../domain/procedure/stages.ts";
import { appealUntil } from "../../domain/project/appeal.ts";
import type { Project } from "../../domain/project/project.ts";
import { refusal } from "../../domain/refusals.ts";
import { type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import type { Card } from "../checks/rules.ts";
import { openChecks } from "../checks/store.ts";
import { type Appeal, checkPoints, type NewAppeal, type ShownAppeal } from "./rules.ts";
import { openAppeals } from "./store.ts";
import { checkPhase } from "./window.ts";
import { appealWork } from "./work.ts";

/** A published verdict against a proposal, with what its author can contest. */
export interface Contested {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly stage: CheckStage;
  readonly publication: Publication;
  readonly verdict: ListedVerdict;
  /** Until when, exclusive, an appeal can be filed. */
  readonly until: Instant;
  readonly card: Card | undefined;
  /** What was found not to be met. */
  readonly failed: readonly Criterion[];
}

type Of = { readonly cycle: Cycle; readonly project: Project };

/** The verdict that stands against a proposal; one that is being moved has it already. */
const standing = async ({ cycle, project }: Of, { store }: Pick<Deps, "store">) => {
  const publications = await store.publications.of(cycle.id);
  const lists = publications.toSorted((one, other) => (one.issuedAt < other.issuedAt ? 1 : -1));
  for (const publication of lists) {
    const stage = CheckStage.safeParse(publication.list).data;
    if (!stage) continue;
    const verdict = (await store.publications.verdicts(publication)).find(({ id }) => id === project.id);
    if (verdict)
      return verdict.result === "rejected" && [verdict.from, verdict.to].includes(project.status)
        ? { publication, verdict, stage }
        : undefined;
  }
  return undefined;
};

/** What of a proposal can be contested, or could be; undefined where no published verdict stands against it. */
export const contestedOf = async (
  { cycle, project }: Of,
  deps: Pick<Deps, "store">,
): Promise<Contested | undefined> => {
  const found = await standing({ cycle, project }, deps);
  if (!found) return undefined;
  const card = await openChecks(deps.store.table).get(cycle.id, found.stage, project.id);
  const notMet = (card?.answers ?? []).flatMap(({ id, verdict }) => (verdict === "not-met" ? [id] : []));
  return {
    ...{ cycle, project, card, ...found },
    until: appealUntil(cycle, found.publication.issuedAt),
    failed: criteriaOf(cycle.ruleSet, found.stage).filter(({ id }) => notMet.includes(id)),
  };
};

/** How an appeal came in. */
interface CameIn {
  readonly by: ArrivedBy;
  /** As the law counts it, and when it was keyed. */
  readonly at: Instant;
  readonly enteredAt: Instant;
  readonly also?: (appeal: Appeal) => readonly Write[];
}

/** Files an appeal against a published verdict while its time lasts: one a verdict, under the next number of the register. */
export const fileAppeal = async (
  { cycle, project }: Of,
  { stage, points }: NewAppeal,
  { by, at, enteredAt, also }: CameIn,
  deps: Deps,
): Promise<Result<Appeal>> => {
  const inTime = checkPhase(cycle);
  if (!inTime.ok) return inTime;
  const contested = await contestedOf({ cycle, project }, deps);
  if (contested?.stage !== stage) return refused(refusal("appeal/nothing", {}));
  const { until, failed, publication } = contested;
  if (at >= until) return refused(refusal("appeal/over", { endedAt: until }));
  const fits = checkPoints(points, failed);
  if (!fits.ok) return fits;
  const appeal: Omit<Appeal, "register"> = {
    ...{ cycleId: cycle.id, projectId: project.id, stage, list: publication.version },
    ...{ state: "filed", points: [...points], filedAt: at, version: 1 },
  };
  const arrival = { by, enteredAt, scan: null, arrivedAt: at, author: "" };
  // An appeal is the twin of no paper, though its title is that of the proposal.
  const entry = { ...(await registered(project, arrival, cycle, deps)), twins: [] };
  return openAppeals(deps.store.table).file(appeal, entry, async (filed) => ({
    writes: [
      ...(await tellAuthor(
        project,
        "proposal/appeal-received",
        { filedAt: at, mark: filed.register.mark },
        enteredAt,
        deps,
        `/${stage}/${publication.version}`,
      )),
      ...(also?.(filed) ?? []),
    ],
    work: waits(await appealWork(filed, { cycle, project }, enteredAt, deps)),
  }));
};

export const shownAppealOf = async (
  { cycleId, id, status }: Pick<Project, "cycleId" | "id" | "status">,
  { store }: Pick<Deps, "store">,
): Promise<ShownAppeal | undefined> => {
  const lists = (await store.publications.shown(cycleId)).filter(({ list }) => list === "appeals");
  for (const one of lists.toReversed()) {
    const found = (await store.publications.verdicts(one)).find((verdict) => verdict.id === id);
    const { result, stage, reason = "" } = found ?? {};
    // A later verdict against it has an appeal of its own.
    const isOld = stage === "formal" && status === "not-admitted";
    if (stage && !isOld && (result === "upheld" || result === "dismissed"))
      return { stage, outcome: { verdict: result, reason, at: one.issuedAt } };
  }
  if (!["rejected", "not-admitted"].includes(status)) return undefined;
  const filed = (await openAppeals(store.table).ofProject(cycleId, id)).find(
    ({ state }) => state !== "published",
  );
  return filed && { stage: filed.stage, filedAt: filed.filedAt };
};
