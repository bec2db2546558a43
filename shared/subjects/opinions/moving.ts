/** The opinion of one unit as a subject of the office, and how it moves on. */
import { pathTo } from "../../domain/addresses.ts";
import { stateAfter, statesBefore } from "../../domain/lifecycle.ts";
import { OPINION_STAGES, type OpinionEvent, type OpinionState } from "../../domain/procedure/stages.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { Write } from "../../store/write.ts";
import { subjectOf } from "../act.ts";
import { withHand } from "../checks/rules.ts";
import type { Doing as DoingWith, Looking } from "../declared.ts";
import { ownProposal } from "../own-proposal.ts";
import { pathOfOpinion, pathOfOpinions, said } from "./beside-pages.ts";
import { type OneOpinion, OpinionPath, opinionOf, outsidePhase } from "./case.ts";
import { neighboursOf } from "./neighbours.ts";
import { opinionAbout } from "./pages.ts";
import { opinionRows as rows } from "./rows.ts";
import { type Opinion, StaffOpinion, shownOpinion } from "./rules.ts";
import { saved } from "./work.ts";

type State = OpinionState | "closed";
type Name =
  | "take"
  | "assign"
  | "release"
  | "fill"
  | "accept"
  | "giveBack"
  | "handOn"
  | "sendBack"
  | "withdraw";
type Doing = DoingWith<OneOpinion>;

export const before = (event: OpinionEvent): OpinionState[] => statesBefore(OPINION_STAGES, event);

/** Whether whoever looks has the form of the opinion before them. */
const mayFill = async ({ thing, by, deps }: Looking<OneOpinion>): Promise<boolean> =>
  thing.isOwn &&
  thing.project.status === "formally-accepted" &&
  before("give").includes(thing.opinion.state) &&
  rows.postOpinionForm.who.roles.some((role) => by.actor.roles.includes(role)) &&
  !outsidePhase(thing) &&
  !(await ownProposal([thing.project], { by, deps }));

export const subject = subjectOf<OneOpinion, OpinionPath, State, Name, "phase" | "own" | "giver" | "author">({
  params: OpinionPath,
  find: opinionOf,
  stateAt: ({ opinion, project }) => (project.status === "formally-accepted" ? opinion.state : "closed"),
  blockers: {
    phase: ({ thing }) => outsidePhase(thing),
    own: ({ thing: { isOwn, opinion } }) =>
      isOwn ? false : refusal("opinion/other-unit", { unit: opinion.unitName }),
    author: ({ thing: { project }, ...looking }) => ownProposal([project], looking),
    giver: ({ by, thing: { isOwn, opinion } }) =>
      isOwn || by.actor.roles.includes("coordinator")
        ? false
        : refusal("opinion/other-unit", { unit: opinion.unitName }),
  },
  words: (frame) => {
    const { states, take, assign, release, fill, accept, giveBack, handOn, sendBack, withdraw } = said(frame);
    return {
      states,
      acts: { take, assign, release, fill, accept, giveBack, handOn, sendBack, withdraw },
      blockers: { phase: "", own: "", giver: "", author: "" },
    };
  },
  journal: ({ project }) => project.id,
  title: (frame, { opinion, project }) => said(frame).one(opinion.unitName, project.number),
  address: ({ opinion }) => pathOfOpinion(opinion),
  back: {
    address: ({ project, seesAll }) => (seesAll ? pathOfOpinions(project) : pathTo("office")),
    title: (frame, { seesAll }) => (seesAll ? said(frame).title : frame.words.office.home.title),
  },
  about: async (frame, { thing, by, deps }) =>
    opinionAbout(frame, {
      ...thing,
      neighbours: await neighboursOf(thing, by, deps),
      mayFill: await mayFill({ thing, by, deps }),
    }),
  hasScript: true,
  reply: StaffOpinion,
  shown: ({ opinion, cycle }) => shownOpinion(opinion, cycle),
});

export const signed = ({ by }: Pick<Doing, "by">) => ({
  by: by.actor.id,
  byName: by.actor.name,
  at: by.receivedAt,
});

/** Moves an opinion on: with whoever did it among its hands, with its record, and with whose work it is then. */
export const move = async (
  event: OpinionEvent,
  changed: Partial<Opinion>,
  { by, thing, deps }: Doing,
  also: readonly Write[],
): Promise<Result<OneOpinion>> => {
  const { opinion, project } = thing;
  const hand = signed({ by });
  // Whose it is to write is no say yet, nor is to take the question back.
  const hasSay = event !== "take" && event !== "release" && event !== "withdraw";
  const hands = hasSay ? withHand(opinion.hands, hand) : opinion.hands;
  const next: Opinion = { ...opinion, ...changed, hands, state: stateAfter(OPINION_STAGES, event) };
  const outcome = await deps.store.table.write([
    ...(await saved(next, project, by.receivedAt, deps)),
    ...also,
  ]);
  const version = next.version + 1;
  return outcome.ok ? ok({ ...thing, opinion: { ...next, version }, version }) : outcome;
};

/** Of which unit, for the journal: its records stand under the proposal. */
export const ofUnit = ({ thing }: Looking<OneOpinion>) => ({ unit: thing.opinion.unitName });
