import { accept } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { eachAlone } from "../../platform/each-alone.ts";
import { log } from "../../platform/log.ts";
import { idFrom } from "../../platform/system.ts";
import { auditWrite } from "../../store/audit.ts";
import type { PlacedWork } from "../../store/work.ts";
import { districtIds } from "./answering.ts";
import { inOffice } from "./pages.ts";
import { isWorthTelling, toldNext } from "./provisional-rules.ts";
import { type Survey, SurveyId, surveyStateAt } from "./rules.ts";
import { dueOf, surveysOf } from "./writing.ts";

/** Results of a revision as residents see them until they are final, told anew where enough answers have come since; of a survey that is over, at once. */
export const tellResults = async (
  { id, isOver }: { readonly id: SurveyId; readonly isOver: boolean },
  { revision, questions }: Pick<Survey, "revision" | "questions">,
  deps: Deps,
): Promise<void> => {
  const surveys = surveysOf(deps);
  const [now, told] = await Promise.all([surveys.counts(id, revision), surveys.told(id, revision)]);
  if (!isWorthTelling(now, told) && (told || !isOver)) return;
  const next = toldNext(questions, { now, told, districts: districtIds(deps) });
  accept(await surveys.tell(id, revision, next));
};

/** A survey has started, or ended: that is written down, and what it waits for next. */
const turn = async (
  survey: Survey,
  { dueAt, place }: PlacedWork,
  now: Instant,
  deps: Deps,
): Promise<void> => {
  const isOpen = surveyStateAt(survey, now) === "open";
  const record = auditWrite(survey.id, idFrom("aud", deps.system.random(10)), {
    at: dueAt,
    by: "clock",
    byName: "Rynek",
    act: "clock",
    said: inOffice(deps.site.city, ({ office }) => (isOpen ? office.opened : office.ended)),
    facts: {},
  });
  const outcome = await surveysOf(deps).await(survey, dueOf(survey, now, deps.site), place, record);
  if (!outcome.ok) log.info({ event: "survey/due", refusal: outcome.refusal.code });
};

/**
 * What is due by the clock: a survey starts, a survey ends; and what is told of those that are on. Read are those that wait for the clock, no
 * draft and none that is over. Each stands alone; doors know the time by themselves, whenever this comes.
 */
export const takeDue = async (deps: Deps): Promise<void> => {
  const now = deps.system.now();
  await eachAlone(await deps.store.work.of(["queue#clock"]), async (work) => {
    const id = SurveyId.safeParse(work.id).data;
    const survey = id && (await surveysOf(deps).get(id));
    if (!survey) return;
    if (work.dueAt <= now) return turn(survey, work, now, deps);
    if (survey.results !== "live" || surveyStateAt(survey, now) !== "open") return;
    for (const one of await surveysOf(deps).revisions(survey))
      await tellResults({ id, isOver: false }, one, deps);
  });
};
