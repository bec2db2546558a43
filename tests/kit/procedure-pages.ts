/** The page forms of the procedure's moves, filled in with what the same move says by the API. */
import { routes } from "../../functions/routes.ts";
import { typedFrom } from "../../shared/acts/answer-fields.ts";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import type { CheckStage } from "../../shared/domain/procedure/stages.ts";
import { answersIn } from "../../shared/domain/project/answers.ts";
import { existing } from "../../shared/domain/result.ts";
import { appealForm, decisionForm, keyedForm } from "../../shared/subjects/appeals/form.ts";
import { openAppeals } from "../../shared/subjects/appeals/store.ts";
import { formalForm, meritForm } from "../../shared/subjects/checks/form.ts";
import { openChecks } from "../../shared/subjects/checks/store.ts";
import type { Place } from "./place.ts";

type Body = Readonly<Record<string, unknown>>;

interface Of {
  readonly place: Place;
  readonly cycleId: CycleId;
  readonly projectId: ProjectId;
}

interface PageForm {
  readonly row: { readonly key: string; readonly who: object };
  readonly fields: (body: Body, of: Of) => Body | Promise<Body>;
}

const asIs = (body: Body): Body => body;

const cardVersion = async (stage: CheckStage, { place, cycleId, projectId }: Of): Promise<Body> => ({
  version: (await openChecks(place.deps.store.table).get(cycleId, stage, projectId))?.version ?? 0,
});

const appealVersion = async ({ place, cycleId, projectId }: Of): Promise<Body> => ({
  version: (await openAppeals(place.deps.store.table).ofProject(cycleId, projectId)).at(-1)?.version ?? 0,
});

const cards = (stage: CheckStage) => {
  const form = stage === "formal" ? formalForm : meritForm;
  const version = (of: Of) => cardVersion(stage, of);
  const [fill, accept, giveBack] =
    stage === "formal"
      ? [routes.postFormalCheckForm, routes.postFormalCheckAcceptanceForm, routes.postFormalCheckReturnForm]
      : [routes.postMeritCheckForm, routes.postMeritCheckAcceptanceForm, routes.postMeritCheckReturnForm];
  const filling: PageForm = {
    row: fill,
    fields: async (body, of) => ({ ...form.texts(body as never), ...(await version(of)) }),
  };
  const second = (row: PageForm["row"]): PageForm => ({
    row,
    fields: async (body, of) => ({ ...body, ...(await version(of)) }),
  });
  return {
    [`fill ${stage}`]: filling,
    [`call ${stage}`]: filling,
    [`accept ${stage}`]: second(accept),
    [`return ${stage}`]: second(giveBack),
  };
};

/** The whole form as it stands, with what is changed in it. */
const corrected = async ({ changes }: Body, { place, cycleId, projectId }: Of): Promise<Body> => {
  const project = existing(await place.deps.store.projects.get(cycleId, projectId));
  const { isNamePublic: _own, name: _name, ...answers } = answersIn(project);
  return typedFrom({ ...answers, ...(changes as object) });
};

const ofAppeal = (row: PageForm["row"], texts: (body: never) => object = (body: Body) => body): PageForm => ({
  row,
  fields: async (body, of) => ({ ...texts(body as never), ...(await appealVersion(of)) }),
});

/** By the names of the moves; what has no form of its own is done on the page of what waits for a second person. */
export const PAGE_FORMS: Readonly<Record<string, PageForm>> = {
  ...cards("formal"),
  ...cards("merit"),
  "answer a call": { row: routes.postCorrectionForm, fields: corrected },
  "key an answer": { row: routes.postOfficeCorrection, fields: corrected },
  appeal: {
    row: routes.postAppealForm,
    fields: ({ stage, ...body }) => ({ ...appealForm.texts(body as never), stage }),
  },
  "key an appeal": ofAppeal(routes.postStaffAppealForm, ({ stage, ...body }: Body) => ({
    ...keyedForm.texts(body as never),
    stage,
  })),
  "decide an appeal": ofAppeal(routes.postAppealDecisionForm, decisionForm.texts),
  "accept a decision": ofAppeal(routes.postAppealDecisionAcceptanceForm),
  "return a decision": ofAppeal(routes.postAppealDecisionReturnForm),
  withdraw: { row: routes.postWithdrawalForm, fields: asIs },
  "take out": { row: routes.postOfficeWithdrawalForm, fields: asIs },
  ...Object.fromEntries(
    ["formal", "merit", "appeals"].map((list) => [
      `publish ${list}`,
      { row: routes.postVerdictPublicationForm, fields: asIs },
    ]),
  ),
};

/** What a browser posts: fields in which something stands. */
export const postedFields = async (form: PageForm, body: Body, of: Of): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await form.fields(body, of)).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
