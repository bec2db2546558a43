import { cycleOf } from "../../acts/cycle-of.ts";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { UnitId } from "../../domain/office/directory.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import { PublishedList } from "../../domain/procedure/publication.ts";
import { CheckStage } from "../../domain/procedure/stages.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { eachAlone } from "../../platform/each-alone.ts";
import { log } from "../../platform/log.ts";
import { waits } from "../../store/work.ts";
import { passMerging } from "../merging/answering.ts";
import { passOpinion } from "../opinions/clock.ts";
import { callWork, tellOfCall } from "./calling.ts";
import { carryOutList } from "./publish.ts";
import type { Card } from "./rules.ts";
import { openChecks } from "./store.ts";

/** An author is reminded of a call, once; and when its time is over, the card goes back to whoever fills it in. */
const passOn = async (card: Card, now: Instant, deps: Deps): Promise<void> => {
  const call = card.calls.at(-1);
  const project = await deps.store.projects.get(card.cycleId, card.projectId);
  if (card.state !== "called" || !call || !project) return;
  const cycle = await cycleOf(card.cycleId, deps);
  const isOver = call.until <= now;
  const work = isOver
    ? workOfProject(project, cycle, now, card.held)
    : callWork(card, { cycle, project }, now);
  const letters = isOver ? [] : await tellOfCall(card, project, "proposal/correction-due", now, deps);
  const next: Card = isOver ? { ...card, state: "unanswered" } : card;
  const outcome = await openChecks(deps.store.table).save(next, letters, work && waits(work));
  if (!outcome.ok) log.info({ event: "check/due", refusal: outcome.refusal.code });
};

/** What is due by the clock: calls to authors, opinions of units, mergings, and published lists that are still being carried out. Each stands alone. */
export const takeDueChecks = async (deps: Deps): Promise<void> => {
  const now = deps.system.now();
  await eachAlone(await deps.store.work.of(["queue#clock"], { upTo: now }), async ({ id, about }) => {
    const cycleId = "cycleId" in about ? CycleId.safeParse(about.cycleId).data : undefined;
    if (!cycleId) return;
    const [of = "", name = "", version = ""] = id.split("/");
    const stage = CheckStage.safeParse(of).data;
    const projectId = ProjectId.safeParse(name).data;
    const unit = of === "opinion" ? UnitId.safeParse(version).data : undefined;
    if (projectId && unit) await passOpinion([cycleId, projectId, unit], now, deps);
    if (projectId && of === "merging") await passMerging([cycleId, projectId], now, deps);
    if (stage && projectId) {
      const card = await openChecks(deps.store.table).get(cycleId, stage, projectId);
      if (card) await passOn(card, now, deps);
    }
    const list = of === "list" ? PublishedList.safeParse(name).data : undefined;
    const one = (list ? await deps.store.publications.of(cycleId) : []).find(
      (each) => each.list === list && each.version === Number(version),
    );
    if (one && one.done < one.parts) await carryOutList(one, deps);
  });
};
