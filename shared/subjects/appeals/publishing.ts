/** The list after appeals: with its publication every decided appeal is public, and its proposal and letter follow. */
import { tellAuthor } from "../../acts/tell-author.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Grosze } from "../../domain/money.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import { criteriaOf } from "../../domain/procedure/criteria.ts";
import type { ListedVerdict, Publication } from "../../domain/procedure/publication.ts";
import type { AppealState } from "../../domain/procedure/stages.ts";
import { placeOf } from "../../domain/project/number-scheme.ts";
import { costOf, type Project } from "../../domain/project/project.ts";
import { PROJECT_STAGES } from "../../domain/project/stages.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Write } from "../../store/write.ts";
import { type Appeal, reasonOf } from "./rules.ts";
import { appealWrite, openAppeals } from "./store.ts";
import { appealsRunUntil, checkPhase } from "./window.ts";

/** What the list would say now, and where its appeals stand. */
interface PreparedAppeals {
  readonly verdicts: readonly ListedVerdict[];
  readonly states: readonly AppealState[];
  readonly open: readonly { readonly project: Project; readonly state: AppealState }[];
}

const verdictOf = (
  { ruleSet }: Cycle,
  project: Project,
  appeal: Appeal,
  costGrosze: Grosze,
): ListedVerdict => {
  const { stage, verdict: result = "dismissed", answers = [] } = appeal;
  const { id, number, pool, title, status: from } = project;
  const to = result === "upheld" ? (PROJECT_STAGES[from].uphold ?? from) : from;
  const reason = reasonOf(answers, criteriaOf(ruleSet, stage));
  return { id, number, pool, title, costGrosze, result, stage, reason, from, to };
};

/** What each costs as the list has it that the appeal is against: of merits that is the cost that was verified. */
const costsFound = async (
  { id }: Pick<Cycle, "id">,
  appeals: readonly Appeal[],
  { publications }: Deps["store"],
): Promise<ReadonlyMap<string, Grosze>> => {
  const lists = (await publications.of(id)).filter(({ list, version }) =>
    appeals.some((appeal) => appeal.stage === list && appeal.list === version),
  );
  const verdicts = await Promise.all(lists.map((one) => publications.verdicts(one)));
  return new Map(verdicts.flat().map((verdict) => [verdict.id, verdict.costGrosze]));
};

export const preparedAppeals = async (
  cycle: Cycle,
  { store }: Pick<Deps, "store">,
): Promise<PreparedAppeals> => {
  const appeals = (await openAppeals(store.table).of(cycle.id)).filter(({ state }) => state !== "published");
  const projects = await store.projects.whole(
    cycle.id,
    appeals.map(({ projectId }) => projectId),
  );
  const costs = await costsFound(cycle, appeals, store);
  const all = appeals
    .flatMap((appeal) => {
      const project = projects.find(({ id }) => id === appeal.projectId);
      return project ? [{ project, appeal, state: appeal.state }] : [];
    })
    .toSorted((one, other) => (placeOf(one.project) < placeOf(other.project) ? -1 : 1));
  return {
    verdicts: all.flatMap(({ project, appeal, state }) =>
      state === "accepted"
        ? [verdictOf(cycle, project, appeal, costs.get(project.id) ?? costOf(project))]
        : [],
    ),
    states: all.map(({ state }) => state),
    open: all.filter(({ state }) => state !== "accepted"),
  };
};

/** The list is published once no appeal can come any more, and each that came is decided. */
export const readyAppeals = async (
  cycle: Cycle,
  deps: Pick<Deps, "store" | "system">,
): Promise<Result<readonly ListedVerdict[]>> => {
  const inTime = checkPhase(cycle);
  if (!inTime.ok) return inTime;
  const { verdicts, open } = await preparedAppeals(cycle, deps);
  if (open.length > 0 || verdicts.length === 0)
    return refused(
      refusal("list/not-ready", {
        open: open.length,
        numbers: open.slice(0, 20).map(({ project }) => project.number),
      }),
    );
  const until = await appealsRunUntil(cycle, { store: deps.store, now: deps.system.now() });
  return until === undefined ? ok(verdicts) : refused(refusal("list/window-open", { until }));
};

/** Does what one line of the list says: the appeal is over, its author is told, and an upheld one moves the proposal. Once, and together. */
export const carryOutAppeal = async (
  cycle: Cycle,
  { issuedAt: at, version }: Publication,
  { id, result, stage, reason = "", costGrosze, from, to }: ListedVerdict,
  deps: Deps,
): Promise<Result<unknown>> => {
  const { store } = deps;
  const [project, appeals] = await Promise.all([
    store.projects.get(cycle.id, id),
    openAppeals(store.table).ofProject(cycle.id, id),
  ]);
  const appeal = appeals.find((one) => one.stage === stage && one.state === "accepted");
  // Whoever did it in the same moment has done it.
  if (!project || project.status !== from || !appeal) return ok(undefined);
  const kind = result === "upheld" ? "proposal/appeal-upheld" : "proposal/appeal-dismissed";
  const facts = { reasons: reason, stage: appeal.stage };
  const writes: Write[] = [
    appealWrite({ ...appeal, state: "published" }),
    ...(await tellAuthor(project, kind, facts, at, deps, `/${version}`)),
  ];
  if (from === to) return store.table.write(writes);
  const set = to === "on-ballot" ? { costGrosze } : {};
  const work = workOfProject({ ...project, status: to }, cycle, at);
  return store.projects.move(project, "uphold", { at, reason, set, work }, writes);
};
