import { z } from "zod";
import { cycleOf } from "../../acts/cycle-of.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { countedArrival } from "../../domain/intake/arrival.ts";
import { criteriaOf } from "../../domain/procedure/criteria.ts";
import type { AppealState } from "../../domain/procedure/stages.ts";
import type { Project } from "../../domain/project/project.ts";
import { notValid, type Refusal, refusal } from "../../domain/refusals.ts";
import { existing, ok, type Result, refused } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import { dayOf } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, versionTag } from "../../platform/http.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { made, subjectOf } from "../act.ts";
import type { Card } from "../checks/rules.ts";
import { openChecks } from "../checks/store.ts";
import { isListed, takenOff } from "../checks/taken-off.ts";
import type { Doing, Looking } from "../declared.ts";
import { formOf } from "../form-of.ts";
import type { Opinion } from "../opinions/rules.ts";
import { openOpinions } from "../opinions/store.ts";
import { ownProposal } from "../own-proposal.ts";
import { type Contested, contestedOf, fileAppeal } from "./filing.ts";
import { decisionForm, keyedForm, type TextFields } from "./form.ts";
import { appealAbout, pathOfAppeal, pathOfCase, said, textFor } from "./pages.ts";
import { appealRows as rows } from "./rows.ts";
import { type Appeal, checkAnswers, type NewAppeal, OfficeAppeal } from "./rules.ts";
import { openAppeals } from "./store.ts";
import { checkPhase } from "./window.ts";
import { appealWork } from "./work.ts";

const AppealPath = z.object({ cycleId: CycleId, projectId: ProjectId });

/** A proposal with the appeal about it, and what it is against. */
interface Case {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly appeal: Appeal | undefined;
  readonly contested: Contested | undefined;
  readonly card: Card | undefined;
  /** Of units, where it is against the check of merits. */
  readonly opinions: readonly Opinion[];
  readonly version: number;
}

const find = async ({ cycleId, projectId }: z.infer<typeof AppealPath>, deps: Deps): Promise<Case> => {
  const [cycle, found, appeals] = await Promise.all([
    cycleOf(cycleId, deps),
    deps.store.projects.get(cycleId, projectId),
    openAppeals(deps.store.table).ofProject(cycleId, projectId),
  ]);
  const project = existing(found);
  const contested = await contestedOf({ cycle, project }, deps);
  const last = appeals.toSorted((one, other) => (one.filedAt < other.filedAt ? 1 : -1)).at(0);
  const appeal = contested
    ? appeals.find(({ stage, list }) => stage === contested.stage && list === contested.publication.version)
    : last;
  existing(contested ?? appeal);
  const stage = appeal?.stage ?? contested?.stage ?? "formal";
  const card = contested?.card ?? (await openChecks(deps.store.table).get(cycleId, stage, projectId));
  const isPublic = appeal?.state === "accepted" && (await isListed("appeals", appeal, deps));
  const now: Appeal | undefined = isPublic ? { ...appeal, state: "published" } : appeal;
  const opinions = stage === "merit" ? await openOpinions(deps.store.table).ofProject(project) : [];
  return { cycle, project, appeal: now, contested, card, opinions, version: appeal?.version ?? 0 };
};

const shown = ({ project, appeal, contested }: Case): z.infer<typeof OfficeAppeal> => ({
  projectId: project.id,
  stage: appeal?.stage ?? contested?.stage ?? "formal",
  state: appeal?.state ?? "none",
  until: contested?.until ?? null,
  filedAt: appeal?.filedAt ?? null,
  mark: appeal?.register.mark ?? null,
  points: appeal?.points ?? [],
  verdict: appeal?.verdict ?? null,
  answers: appeal?.answers ?? [],
  decidedBy: appeal?.decided?.byName ?? null,
  acceptedBy: appeal?.accepted?.byName ?? null,
  returned: appeal?.returned?.reason ?? null,
  version: appeal?.version ?? 0,
});

type State = AppealState | "none";
type Name = "enter" | "decide" | "accept" | "giveBack";
type Blocker = "phase" | "part" | "author";

const phase = ({ thing }: Looking<Case>): Refusal | false => {
  const checked = checkPhase(thing.cycle);
  return checked.ok ? false : checked.refusal;
};

/** Whoever filled the card in, accepted it or gave it back, or had a hand in an opinion on the merits, has had their say. */
const part = ({ by, thing: { card, opinions } }: Looking<Case>): Refusal | false => {
  const hands = [
    card?.filled,
    card?.accepted,
    ...(card?.hands ?? []),
    ...opinions.flatMap((one) => one.hands),
  ];
  const before = hands.find((one) => one?.by === by.actor.id);
  return before ? refusal("appeal/decided-before", { name: before.byName }) : false;
};

const author = ({ thing: { project }, ...looking }: Looking<Case>) => ownProposal([project], looking);

const subject = subjectOf<Case, z.infer<typeof AppealPath>, State, Name, Blocker>({
  params: AppealPath,
  find,
  stateAt: ({ appeal }) => appeal?.state ?? "none",
  blockers: { phase, part, author },
  words: (frame) => {
    const { states, acts } = said(frame);
    return { states, acts, blockers: { phase: "", part: "", author: "" } };
  },
  journal: ({ project }) => project.id,
  title: (frame, { project }) => said(frame).of(project.number),
  address: ({ project }) => pathOfAppeal(project),
  back: { address: ({ project }) => pathOfCase(project), title: (frame) => said(frame).back },
  about: (frame, { thing }) => appealAbout(frame, thing),
  reply: OfficeAppeal,
  shown,
});

const withAppeal = (thing: Case, appeal: Appeal): Case => ({ ...thing, appeal, version: appeal.version });

/** The appeal of an act whose states have one. */
const appealOf = ({ appeal }: Case): Appeal => existing(appeal);

const signed = ({ by }: Doing<Case>) => ({ by: by.actor.id, byName: by.actor.name, at: by.receivedAt });

const save = async (
  next: Appeal,
  doing: Doing<Case>,
  more: { reason?: string } = {},
  also: readonly Write[] = [],
) => {
  const { thing, record, deps, by } = doing;
  const work = next.state === "accepted" ? undefined : await appealWork(next, thing, by.receivedAt, deps);
  const saved = await openAppeals(deps.store.table).save(
    next,
    [record({ stage: next.stage, ...(next.verdict && { verdict: next.verdict }) }, more), ...also],
    work && waits(work),
  );
  return saved.ok ? ok(withAppeal(thing, saved.value)) : saved;
};

const enter = subject.act({
  name: "enter",
  summary: "Enter an appeal that came on paper",
  description:
    "While its time lasts, counted from the publication of the list: 409 `appeal/over` says when it ended. `arrivedAt` is when the office had it.",
  json: rows.postStaffAppeal,
  form: rows.postStaffAppealForm,
  from: ["none"],
  guards: ["phase"],
  asks: {
    form: keyedForm,
    words: (frame) => {
      const { fields, arrivals } = said(frame);
      return {
        arrivedBy: { label: fields.arrivedBy, options: arrivals },
        arrivedAt: { label: fields.arrivedAt },
        postedOn: { label: fields.postedOn, hint: fields.postedOnHint },
      } as never;
    },
    choices: ({ by, thing: { contested } }) => {
      const frame = frameOf(by);
      const fields: TextFields = {
        criteria: (contested?.failed ?? []).map(({ id, title }) => ({ id, label: textFor(frame, title) })),
        carried: { stage: contested?.stage ?? "formal" },
      };
      return fields as never;
    },
  },
  does: async ({ stage, points, ...cameIn }, doing) => {
    const { by, thing, record, deps } = doing;
    const at = countedArrival(thing.cycle, cameIn, by.receivedAt);
    if (!at.ok) return at;
    const published = thing.contested && dayOf(thing.contested.publication.issuedAt);
    if (published !== undefined && dayOf(at.value) < published)
      return refused(notValid([{ pointer: "/arrivedAt", rule: "too-early", limit: published }]));
    const filed = await fileAppeal(
      thing,
      { stage, points } as NewAppeal,
      {
        ...{ by: cameIn.arrivedBy, at: at.value, enteredAt: by.receivedAt },
        also: ({ register }) => [
          record({ stage, register: register.number, mark: register.mark, arrivedBy: cameIn.arrivedBy }),
        ],
      },
      deps,
    );
    if (!filed.ok) return filed;
    const body = shown(withAppeal(thing, filed.value));
    return ok(made(json(body, { etag: versionTag(filed.value.version) }), pathOfAppeal(thing.project)));
  },
});

const decide = subject.act({
  name: "decide",
  summary: "Decide an appeal, point by point",
  description:
    "By somebody who neither filled the card in nor accepted it nor gave it back, and had no hand in an opinion: 403 `appeal/decided-before`. It waits for a second person, and nobody else learns of " +
    "it before the list is published.",
  json: rows.postAppealDecision,
  form: rows.postAppealDecisionForm,
  from: ["filed"],
  guards: ["phase", "part", "author"],
  asks: {
    form: decisionForm,
    words: (frame) => {
      const { fields, verdicts } = said(frame);
      return {
        verdict: { label: fields.verdict, hint: fields.verdictHint, options: verdicts },
      } as never;
    },
    choices: ({ by, thing: { cycle, appeal } }) => {
      const frame = frameOf(by);
      const all = appeal ? criteriaOf(cycle.ruleSet, appeal.stage) : [];
      const fields: TextFields = {
        criteria: (appeal?.points ?? []).map(({ criterion, text }) => {
          const title = all.find(({ id }) => id === criterion)?.title;
          return {
            id: criterion,
            label: said(frame).fields.answer(title ? textFor(frame, title) : criterion),
            hint: text.length > 300 ? `${text.slice(0, 300)}…` : text,
          };
        }),
      };
      return fields as never;
    },
  },
  does: async ({ verdict, answers }, doing): Promise<Result<Case>> => {
    const appeal = appealOf(doing.thing);
    const fits = checkAnswers(answers, appeal.points);
    if (!fits.ok) return fits;
    const decided = { verdict, answers, decided: signed(doing), accepted: undefined, returned: undefined };
    return save({ ...appeal, state: "to-accept", ...decided }, doing);
  },
});

const acceptance = subject.act({
  name: "accept",
  summary: "Accept the decision on an appeal that somebody else made",
  description: "By somebody who had no part in the check either.",
  json: rows.postAppealDecisionAcceptance,
  form: rows.postAppealDecisionAcceptanceForm,
  from: ["to-accept"],
  guards: ["phase", "part", "author"],
  notBy: ({ appeal }) => appeal?.decided?.by,
  does: (_, doing) => save({ ...appealOf(doing.thing), state: "accepted", accepted: signed(doing) }, doing),
});

const giveBack = subject.act({
  name: "giveBack",
  summary: "Give the decision on an appeal back, with a reason",
  description: "Until the list is published.",
  json: rows.postAppealDecisionRefusal,
  form: rows.postAppealDecisionReturnForm,
  from: ["to-accept", "accepted"],
  guards: ["phase", "part", "author"],
  kind: "second",
  asks: {
    form: formOf(z.strictObject({ reason: paragraphs(1000) })),
    words: (frame) => ({ reason: { label: said(frame).fields.reason } }),
  },
  does: async ({ reason }, doing) => {
    const appeal = appealOf(doing.thing);
    const returned = { ...signed(doing), reason };
    const also = appeal.state === "accepted" ? await takenOff("appeals", appeal, doing.deps) : [];
    return save({ ...appeal, state: "filed", accepted: undefined, returned }, doing, { reason }, also);
  },
});

export const getStaffAppeal = subject.read(rows.getStaffAppeal, "The appeal about a proposal");
export const getStaffAppealPage = subject.page(rows.getStaffAppealPage, "The appeal about a proposal");
export const postStaffAppeal = enter.json;
export const postStaffAppealForm = enter.form;
export const postAppealDecision = decide.json;
export const postAppealDecisionForm = decide.form;
export const postAppealDecisionAcceptance = acceptance.json;
export const postAppealDecisionAcceptanceForm = acceptance.form;
export const postAppealDecisionRefusal = giveBack.json;
export const postAppealDecisionReturnForm = giveBack.form;
