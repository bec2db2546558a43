import type { Deps } from "../../platform/deps.ts";
import { log } from "../../platform/log.ts";
import { idFrom } from "../../platform/system.ts";
import { auditWrite } from "../../store/audit.ts";
import { isWorthTelling } from "./result-rules.ts";
import { SurveyId, surveyStateAt } from "./rules.ts";
import { dueOf, inOffice, surveysOf } from "./writing.ts";

/** Results of open surveys as residents see them, told anew where enough answers have come since. */
const tellResults = async (deps: Deps): Promise<void> => {
  const surveys = surveysOf(deps);
  const now = deps.system.now();
  for (const survey of await surveys.all()) {
    if (survey.results !== "live" || surveyStateAt(survey, now) !== "open") continue;
    for (const { revision } of await surveys.revisions(survey)) {
      const [counted, told] = await Promise.all([
        surveys.counts(survey.id, revision),
        surveys.told(survey.id, revision),
      ]);
      if (isWorthTelling(counted, told)) await surveys.tell(survey.id, revision, counted);
    }
  }
};

/** What is due by the clock: a survey starts, a survey ends. Each stands alone; doors know the time by themselves, whenever this comes. */
export const takeDue = async (deps: Deps): Promise<void> => {
  const { store, system } = deps;
  const now = system.now();
  await tellResults(deps);
  for await (const work of await store.work.of(["queue#clock"], { upTo: now })) {
    const id = SurveyId.safeParse(work.id).data;
    const survey = id && (await surveysOf(deps).get(id));
    if (!survey) continue;
    const said =
      surveyStateAt(survey, now) === "open"
        ? inOffice(deps.site, (w) => w.office.opened)
        : inOffice(deps.site, (w) => w.office.ended);
    const record = auditWrite(survey.id, idFrom("aud", system.random(10)), {
      at: work.dueAt,
      by: "clock",
      byName: "Rynek",
      act: "clock",
      said,
      facts: {},
    });
    const outcome = await surveysOf(deps).await(survey, dueOf(survey, now, deps.site), work.place, record);
    if (!outcome.ok) log.info({ event: "survey/due", refusal: outcome.refusal.code });
  }
};
