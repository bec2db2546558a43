/** A list of verdicts is published by two: with one write all of it is public, and projects and letters follow. */

import { audited, type Deed, rowNamed } from "../../acts/audited.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import { propose } from "../../acts/propose.ts";
import type { TakesTwo } from "../../acts/takes-two.ts";
import { tellAuthor } from "../../acts/tell-author.ts";
import { wakeOverdue } from "../../acts/wake.ts";
import { canonicalDigest } from "../../domain/canonical.ts";
import { entryOf } from "../../domain/cycle/calendar.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { verifiedCost } from "../../domain/procedure/card.ts";
import { leftOutOf } from "../../domain/procedure/left-out.ts";
import {
  type CheckResult,
  EVENTS,
  isGood,
  type ListedVerdict,
  type Publication,
  type PublishedList,
  statusAfter,
} from "../../domain/procedure/publication.ts";
import type { AppealState, CardState, CheckStage } from "../../domain/procedure/stages.ts";
import { appealUntil } from "../../domain/project/appeal.ts";
import { placeOf } from "../../domain/project/number-scheme.ts";
import { costOf, type Project } from "../../domain/project/project.ts";
import { type Refusal, refusal } from "../../domain/refusals.ts";
import { accept, ok, Refused, type Result, refused } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { lastOf } from "../../store/publications.ts";
import { BACKOFF, retry } from "../../store/retry.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { carryOutAppeal, preparedAppeals, readyAppeals } from "../appeals/publishing.ts";
import { type Card, checkStage, STAGES } from "./rules.ts";
import { openChecks, publishedCard } from "./store.ts";

/** Where the cards of a list stand, and what is ready to be published. */
interface Prepared {
  readonly verdicts: readonly ListedVerdict[];
  /** States of the cards of every proposal that waits for this stage. */
  readonly states: readonly (CardState | AppealState)[];
  readonly open: readonly { readonly project: Project; readonly state: CardState | AppealState }[];
}

const verdictOf = (project: Project, card: Card): ListedVerdict => {
  const { stage } = card;
  const result = card.result === "accepted" ? ("accepted" as const) : ("rejected" as const);
  return {
    id: project.id,
    number: project.number,
    pool: project.pool,
    title: project.title,
    costGrosze: stage === "merit" && card.verified?.costLines ? verifiedCost(card.verified) : costOf(project),
    result,
    ...(card.reasons !== undefined && { reason: card.reasons }),
    from: STAGES[stage].waits,
    to: statusAfter(stage, result),
  };
};

/** What a list would say now. */
export const preparedList = async (
  cycle: Cycle,
  list: PublishedList,
  { store }: Pick<Deps, "store">,
): Promise<Prepared> => {
  if (list === "appeals") return preparedAppeals(cycle, { store });
  const { id } = cycle;
  const [{ items }, cards] = await Promise.all([
    store.projects.list(id, { consistent: true }),
    openChecks(store.table).of(id, list),
  ]);
  const byProject = new Map(cards.map((card) => [card.projectId, card]));
  const waiting = items
    .filter(({ status }) => status === STAGES[list].waits)
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
    .map((project) => {
      const card = byProject.get(project.id);
      return { project, card, state: card?.state ?? ("assigned" as const) };
    });
  return {
    verdicts: waiting.flatMap(({ project, card }) =>
      card?.state === "accepted" ? [verdictOf(project, card)] : [],
    ),
    states: waiting.map(({ state }) => state),
    open: waiting.filter(({ state }) => state !== "accepted"),
  };
};

/** A list is published in the phase of its stage, once somebody has accepted every card of it. */
export const readyList = async (
  cycle: Cycle,
  list: PublishedList,
  deps: Pick<Deps, "store" | "system">,
): Promise<Result<readonly ListedVerdict[]>> => {
  if (list === "appeals") return readyAppeals(cycle, deps);
  const inTime = checkStage(list, cycle);
  if (!inTime.ok) return inTime;
  const { verdicts, open } = await preparedList(cycle, list, deps);
  if (open.length > 0 || verdicts.length === 0)
    return refused(
      refusal("list/not-ready", {
        open: open.length,
        numbers: open.slice(0, 20).map(({ project }) => project.number),
      }),
    );
  return ok(verdicts);
};

const digestOf = (verdicts: readonly ListedVerdict[]): string => canonicalDigest(verdicts);

const counts = (verdicts: readonly ListedVerdict[]) => {
  const accepted = verdicts.filter(isGood).length;
  return { accepted, rejected: verdicts.length - accepted };
};

/** What is due at once by itself, of a list. */
const workOf = ({ cycleId, list, version, issuedAt }: Publication) =>
  waits({
    kind: "of-subject",
    id: `list/${list}/${version}`,
    owner: "queue#clock",
    dueAt: issuedAt,
    about: { cycleId, text: { pl: "" }, path: "" },
  });

/** The letter in which an author learns of a verdict. */
const letterOf = async (
  cycle: Cycle,
  project: Project,
  list: CheckStage,
  { issuedAt }: Publication,
  { result, reason = "", costGrosze }: ListedVerdict,
  deps: Deps,
): Promise<Write[]> => {
  if (result === "rejected") {
    const facts = { reasons: reason, appealUntil: appealUntil(cycle, issuedAt) };
    const kind = list === "formal" ? "proposal/rejected" : "proposal/not-admitted";
    return tellAuthor(project, kind, facts, issuedAt, deps);
  }
  if (list === "formal") return tellAuthor(project, "proposal/accepted", {}, issuedAt, deps);
  const voting = entryOf(cycle.calendar, "voting");
  const facts = {
    estimatedCostGrosze: project.estimatedCostGrosze,
    costGrosze,
    reasons: reason || null,
    voting: voting ? { startsAt: voting.startsAt, endsAt: voting.endsAt } : null,
  };
  return tellAuthor(project, "proposal/admitted", facts, issuedAt, deps);
};

/** Moves one project as its list says, tells its author, and closes its card: together, and once. */
const moveOne = async (
  cycle: Cycle,
  publication: Publication,
  verdict: ListedVerdict,
  deps: Deps,
): Promise<Result<unknown>> => {
  const { store } = deps;
  const { list, issuedAt: at } = publication;
  if (list === "appeals") return carryOutAppeal(cycle, publication, verdict, deps);
  const [project, card] = await Promise.all([
    store.projects.get(cycle.id, verdict.id),
    openChecks(store.table).get(cycle.id, list, verdict.id),
  ]);
  // Whoever did it in the same moment has done it; what was withdrawn meanwhile stays so.
  if (!project || project.status !== verdict.from) return ok(undefined);
  const { result, reason, costGrosze } = verdict;
  const set = {
    ...(result === "rejected" && reason !== undefined && { reason }),
    ...(list === "merit" && result === "accepted" && { costGrosze }),
  };
  return store.projects.move(
    project,
    EVENTS[list][result as CheckResult],
    { at, reason, set, work: workOfProject({ ...project, status: verdict.to }, cycle, at) },
    [
      ...(card?.state === "accepted" ? [publishedCard(card)] : []),
      ...(await letterOf(cycle, project, list, publication, verdict, deps)),
    ],
  );
};

/** What changed between the read and the write is read again: a list is carried out whatever else happens to its projects. */
const CHANGED: readonly Refusal["code"][] = ["project/state", "request/changed-since"];

const carryOut = async (...of: Parameters<typeof moveOne>): Promise<void> => {
  accept(
    await retry(BACKOFF.reading, async () => {
      const outcome = await moveOne(...of);
      return !outcome.ok && CHANGED.includes(outcome.refusal.code) ? "again" : outcome;
    }),
  );
};

const AT_ONCE = 8;

/** Carries a published list out, part by part, until its time is over: what is left is done the next minute. Done again it changes nothing. */
export const carryOutList = async (
  publication: Publication,
  deps: Deps,
  budgetMs = 15_000,
): Promise<boolean> => {
  const { store } = deps;
  const cycle = await cycleOf(publication.cycleId, deps);
  const stopAt = performance.now() + budgetMs;
  for (let n = publication.done; n < publication.parts; n++) {
    if (performance.now() > stopAt) return false;
    const left = [...(await store.publications.part(publication, n))];
    const worker = async (): Promise<void> => {
      for (let verdict = left.pop(); verdict; verdict = left.pop())
        await carryOut(cycle, publication, verdict, deps);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    // Another who is at it has come as far.
    await store.table.write([await store.publications.carriedOut(publication, n + 1)]);
  }
  await wakeOverdue(await cycleOf(publication.cycleId, deps), deps.system.now(), deps);
  return true;
};

/** The publication of a list of verdicts. */
export const publishList: TakesTwo<"publish-list"> = {
  names: {
    propose: "postVerdictPublication",
    accept: "postVerdictPublicationAcceptance",
    refuse: "postVerdictPublicationRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal: { list, accepted, rejected } }) => ({ list, accepted, rejected }),
  run: async (act, by, deps) => {
    const { cycleId, list, digest } = act.proposal;
    const cycle = await cycleOf(cycleId, deps);
    const verdicts = accept(await readyList(cycle, list, deps));
    if (digestOf(verdicts) !== digest) throw new Refused(refusal("pending/settled", { state: "overtaken" }));
    const { store } = deps;
    const version = lastOf(await store.publications.of(cycleId), list) + 1;
    const parts = await store.publications.prepare({ cycleId, list, version }, verdicts);
    const { items } = await store.projects.list(cycleId, { consistent: true });
    const leftOut = await store.leftOut.parts({ cycleId, list, version }, leftOutOf(items));
    for (const part of leftOut) accept(await store.table.write([part]));
    const one: Publication = {
      ...{ cycleId, list, version, parts, done: 0, issuedAt: by.receivedAt },
      ...{ proposedBy: act.byName, acceptedBy: by.actor.name, ...counts(verdicts) },
      leftOutParts: leftOut.length,
    };
    const record = audited({ ...by, route: rowNamed("postVerdictPublicationAcceptance") }, cycleId, {
      facts: { list, version, ...counts(verdicts), proposedBy: act.byName },
    });
    const publish = await store.publications.publish(one, workOf(one));
    return (settling) => store.table.write([...settling, record, publish]);
  },
  follow: async ({ proposal: { cycleId } }, deps) => {
    for (const one of await deps.store.publications.of(cycleId))
      if (one.done < one.parts) await carryOutList(one, deps, 3000);
  },
};

/** Proposes the publication of a list as it stands now: whoever accepts it accepts these verdicts. */
export const proposePublication = async (
  { by, cycle, list }: { readonly by: Deed; readonly cycle: Cycle; readonly list: PublishedList },
  deps: Deps,
): Promise<PendingAct<"publish-list">> => {
  const verdicts = accept(await readyList(cycle, list, deps));
  const { id: cycleId, edition } = cycle;
  return await propose(
    publishList,
    {
      kind: "publish-list",
      proposal: { cycleId, edition, list, digest: digestOf(verdicts), ...counts(verdicts) },
      by,
      kept: (before) =>
        before.proposal.digest === digestOf(verdicts)
          ? refusal("pending/waits", { name: before.byName, until: before.until })
          : undefined,
    },
    deps,
  );
};
