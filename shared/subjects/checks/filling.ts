import { z } from "zod";
import { cycleOf } from "../../acts/cycle-of.ts";
import { type Similar, similarTo } from "../../acts/similar-projects.ts";
import { type Cycle, poolOf } from "../../domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { advance } from "../../domain/lifecycle.ts";
import { whoActsFor } from "../../domain/office/directory.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import {
  type Answer,
  type CardBody,
  type Filled,
  filledCard,
  type MeritBody,
  verifiedCost,
} from "../../domain/procedure/card.ts";
import { answerBy } from "../../domain/procedure/clock.ts";
import { criteriaOf, procedureOf } from "../../domain/procedure/criteria.ts";
import { doubtsOf, knownAnswers } from "../../domain/procedure/known.ts";
import { isOutstanding, summedUp } from "../../domain/procedure/opinion.ts";
import { CARD_STAGES, type CheckStage } from "../../domain/procedure/stages.ts";
import { checkSupporters } from "../../domain/project/decision.ts";
import { lineGrosze } from "../../domain/project/details.ts";
import type { Project, ProjectLine } from "../../domain/project/project.ts";
import { checkCost } from "../../domain/project/proposal.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { existing, ok, type Result, refused } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import { dayOf, type LocalDate } from "../../domain/time.ts";
import { READERS } from "../../domain/upload/purposes.ts";
import type { Html } from "../../pages/html.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { accepted, json, versionTag } from "../../platform/http.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { made, subjectOf } from "../act.ts";
import { officeFileList } from "../attachments/pages.ts";
import { photosIn } from "../attachments/rules.ts";
import { openAttachments } from "../attachments/store.ts";
import type { Act, Made } from "../declared.ts";
import { type FormOf, formOf } from "../form-of.ts";
import { isGiven, type Opinion } from "../opinions/rules.ts";
import { openOpinions } from "../opinions/store.ts";
import { redate } from "../opinions/work.ts";
import { ownProposal } from "../own-proposal.ts";
import { callWrites, toAccept } from "./calling.ts";
import type { CardFields } from "./form.ts";
import { neighboursOf } from "./neighbours.ts";
import { cardAbout, LETTERS, pathOfCard, pathOfCase, said, textFor } from "./pages.ts";
import { type Card, CheckCard, checkStage, newCard, STAGES, shownCard, withHand } from "./rules.ts";
import { openChecks, takenUp } from "./store.ts";
import { isListed, takenOff } from "./taken-off.ts";

const CardPath = z.object({ cycleId: CycleId, projectId: ProjectId });
type CardPath = z.infer<typeof CardPath>;

const FILLABLE = ["assigned", "answered", "unanswered"] as const;

/** A card with what it is about, and what the system knows by itself. */
export interface Checked {
  readonly card: Card;
  readonly cycle: Cycle;
  readonly project: Project;
  readonly known: readonly Answer[];
  readonly doubts: ReadonlySet<string>;
  /** Of units, on the merits. */
  readonly opinions: readonly Opinion[];
  /** Similar projects of this and earlier editions, looked up where they are shown. */
  readonly precedents: () => Promise<readonly Similar[]>;
  readonly version: number;
}

const samePool = async ({ cycleId, pool }: Project, { store }: Deps): Promise<ProjectLine[]> => {
  const found: ProjectLine[] = [];
  for await (const line of await store.projects.lines(cycleId, { pools: [pool], atOnce: 200 }))
    found.push(line);
  return found;
};

const checkedAt =
  (stage: CheckStage) =>
  async ({ cycleId, projectId }: CardPath, deps: Deps): Promise<Checked> => {
    const [cycle, found, begun] = await Promise.all([
      cycleOf(cycleId, deps),
      deps.store.projects.get(cycleId, projectId),
      openChecks(deps.store.table).get(cycleId, stage, projectId),
    ]);
    const project = existing(found);
    const isDue = project.status === STAGES[stage].waits;
    const stored = existing(begun ?? (isDue ? newCard(project, stage, cycle) : undefined));
    const isPublic = stored.state === "accepted" && (await isListed(stage, stored, deps));
    const card: Card = isPublic ? { ...stored, state: "published" } : stored;
    const criteria = criteriaOf(cycle.ruleSet, stage);
    const facts = {
      city: deps.site.city,
      cycle,
      project,
      others: isDue ? await samePool(project, deps) : [],
    };
    const known = isDue ? knownAnswers(criteria, facts) : [];
    const doubts = isDue ? doubtsOf(criteria, facts) : new Set<string>();
    // Read after the card, whose version every question to a unit moves: whoever saves it has seen them all.
    const opinions = stage === "merit" ? await openOpinions(deps.store.table).ofProject(project) : [];
    const precedents = () => similarTo(project, deps);
    return { card, cycle, project, known, doubts, opinions, precedents, version: card.version };
  };

const FILLERS = { formal: "verifier", merit: "coordinator" } as const;

/** Whether the form of a card stands on its page. */
const mayFill = (stage: CheckStage, thing: Checked, { actor }: Pick<StaffRequest, "actor">): boolean =>
  FILLABLE.some((state) => state === stateOf(thing)) &&
  checkStage(stage, thing.cycle).ok &&
  actor.roles.includes(FILLERS[stage]);

/** Photos and papers of a proposal; papers by links that ask for a reason and leave a record. */
const filesOf = async (
  frame: Frame,
  { actor, receivedAt }: StaffRequest,
  { project }: Pick<Checked, "project">,
  { store }: Deps,
): Promise<Html | false> => {
  const all = await openAttachments(store.table).get(project.id, receivedAt);
  return officeFileList(frame, {
    photos: photosIn(all),
    papers: (all?.files ?? []).filter(({ as, found }) => as !== "photo" && found),
    mayRead: actor.roles.some((role) => READERS.includes(role)),
  });
};

/** Who does the work of somebody who is away on a day. */
const standInOf = async (id: string, day: LocalDate, { store }: Deps): Promise<string | undefined> => {
  const staff = await store.directory.staff();
  const person = staff.find((one) => one.id === id);
  const acting = person && whoActsFor(person, staff, day);
  return acting && acting.id !== id ? acting.name : undefined;
};

type State = keyof ReturnType<typeof said>["states"];
type Name = "take" | "fill" | "accept" | "giveBack" | "give" | "release";
type Blocker = "phase" | "author";
type Doing = Parameters<Act<Checked, Name, State, Blocker, typeof CardBody, never, never, never>["does"]>[1];

/** Of a proposal that was withdrawn, or went into another, the card is nobody's any more. */
const stateOf = ({ card, project: { status } }: Checked): State =>
  status === "withdrawn" || status === "merged" ? status : card.state;

export const cardsOf = (stage: CheckStage) =>
  subjectOf<Checked, CardPath, State, Name, Blocker>({
    params: CardPath,
    find: checkedAt(stage),
    stateAt: stateOf,
    blockers: {
      phase: ({ thing: { cycle } }) => {
        const open = checkStage(stage, cycle);
        return open.ok ? false : open.refusal;
      },
      author: ({ thing: { project }, ...looking }) => ownProposal([project], looking),
    },
    words: (frame) => {
      const w = said(frame);
      const { take, card: fill, accept, giveBack, give, release } = w;
      return {
        states: w.states,
        acts: { take, fill, accept, giveBack, give, release },
        blockers: { phase: "", author: "" },
      };
    },
    journal: ({ project }) => project.id,
    title: (frame, { project }) => said(frame).of[stage](project.number),
    address: ({ project }) => pathOfCard(project, stage),
    back: { address: ({ project }) => pathOfCase(project), title: (frame) => said(frame).back },
    about: async (frame, { thing, by, deps }) =>
      cardAbout(frame, {
        ...thing,
        state: stateOf(thing),
        precedents: await thing.precedents(),
        files: await filesOf(frame, by, thing, deps),
        neighbours: await neighboursOf(thing, by, deps),
        mayFill: mayFill(stage, thing, by),
        standIn: thing.card.held && (await standInOf(thing.card.held.by, dayOf(by.receivedAt), deps)),
      }),
    hasScript: true,
    reply: CheckCard,
    shown: ({ card, known, cycle }) => shownCard(card, known, cycle),
  });

const reply = (next: Card, { cycle, project }: Checked): Made => {
  const body = shownCard(next, [], cycle);
  const answer = next.state === "to-accept" ? accepted(body) : json(body, { etag: versionTag(next.version) });
  return made(answer, pathOfCard(project, next.stage));
};

/** Lines of the cost as they were verified here, else by units, else as the author has them, else the author's estimate as one. */
const startLines = ({ card, project, opinions }: Pick<Checked, "card" | "project" | "opinions">) => {
  const { costLines = [] } = project.details ?? {};
  const asked = costLines.map((line) => ({ name: line.name, costGrosze: lineGrosze(line) }));
  const whole = { name: project.title.slice(0, 120), costGrosze: project.estimatedCostGrosze };
  return (
    card.verified?.costLines ??
    summedUp(opinions.filter(isGiven)).costLines ??
    (asked.length > 0 ? asked : [whole])
  );
};

/** What the fields of a card start from: what was answered before, else what the system knows. */
const bodyNow = ({ card, cycle, project, known, opinions }: Checked) => ({
  criteria: criteriaOf(cycle.ruleSet, card.stage).map(
    ({ id }) =>
      [...card.answers, ...known].find((one) => one.id === id) ?? ({ id, verdict: undefined } as never),
  ),
  result: card.result,
  reasons: undefined,
  ...(card.stage === "merit" && {
    ...summedUp(opinions.filter(isGiven)),
    ...card.verified,
    costLines: startLines({ card, project, opinions }),
  }),
});

/** What a card says must also hold by what is counted. */
const checked = (
  { result }: Pick<Filled, "result">,
  { costLines }: Pick<MeritBody, "costLines">,
  { card, cycle, project }: Checked,
): Result<void> => {
  if (result !== "accepted") return ok(undefined);
  if (card.stage === "formal") return checkSupporters(cycle, project);
  const pointer = "/costLines";
  if (!costLines) return refused(notValid([{ pointer, rule: "required" }]));
  return checkCost(cycle, project.pool, { grosze: verifiedCost({ costLines }), pointer });
};

const verifiedIn = ({ costLines, holder, years }: MeritBody): NonNullable<Card["verified"]> => ({
  ...(costLines && { costLines }),
  ...(holder !== undefined && { holder }),
  ...(years && { years }),
});

const fillIn = async (asked: MeritBody, { by, thing, record, deps }: Doing): Promise<Result<Made>> => {
  const { card, cycle, project, known } = thing;
  const read = filledCard(criteriaOf(cycle.ruleSet, card.stage), asked, known);
  if (!read.ok) return read;
  const holds = checked(read.value, asked, thing);
  if (!holds.ok) return holds;
  const { answers, result, reasons = "" } = read.value;
  const event = result === "to-correct" ? "call" : "fill";
  const state = advance(CARD_STAGES, card.state, event, () =>
    refusal("act/wrong-state", { state: said(frameOf(by)).states[card.state] }),
  );
  if (!state.ok) return state;
  const open = event === "fill" ? thing.opinions.filter(isOutstanding) : [];
  if (open.length > 0)
    return refused(refusal("opinion/open", { units: open.map(({ unitName }) => unitName) }));
  const at = by.receivedAt;
  const signed = { by: by.actor.id, byName: by.actor.name, at };
  const next: Card = {
    ...card,
    state: state.value,
    procedure: procedureOf(cycle.ruleSet).version,
    answers: [...answers],
    result,
    reasons: reasons === "" ? undefined : reasons,
    ...(card.stage === "merit" && { verified: verifiedIn(asked) }),
    filled: signed,
    // What an author mends comes back to whoever called for it; a result is anybody's to accept.
    held: event === "call" ? signed : undefined,
    hands: withHand(card.hands, signed),
    accepted: undefined,
    returned: undefined,
  };
  const also: Write[] = [record({ result }, reasons === "" ? {} : { reason: reasons })];
  if (card.version === 0) also.push(takenUp(project));
  const store = openChecks(deps.store.table);
  if (event === "fill") {
    const saved = await store.save(next, also, waits(await toAccept(next, thing, at, deps)));
    return saved.ok ? ok(reply(saved.value, thing)) : saved;
  }
  const call = { at, until: at, reasons };
  const until = answerBy(cycle, [...card.calls, call] as [typeof call]);
  const called = { ...next, calls: [...card.calls, { ...call, until }] };
  const { letters, work } = await callWrites(called, thing, deps);
  const saved = await store.save(called, [...also, ...letters], work);
  if (!saved.ok) return saved;
  if (card.stage === "merit") await redate({ cycle, project, calls: called.calls }, at, deps);
  return ok(reply(saved.value, thing));
};

const acceptIt = async (_: unknown, { by, thing, record, deps }: Doing): Promise<Result<Checked>> => {
  const { card } = thing;
  const holds = checked({ result: card.result ?? "rejected" }, card.verified ?? {}, thing);
  if (!holds.ok) return holds;
  const signed = { by: by.actor.id, byName: by.actor.name, at: by.receivedAt };
  const hands = withHand(card.hands, signed);
  const next: Card = { ...card, state: "accepted", accepted: signed, held: undefined, hands };
  const saved = await openChecks(deps.store.table).save(next, [
    record({ filledBy: card.filled?.byName ?? "" }),
  ]);
  return saved.ok ? ok({ ...thing, card: saved.value, version: saved.value.version }) : saved;
};

const giveItBack = async (
  { reason }: { readonly reason: string },
  { by, thing, record, deps }: Doing,
): Promise<Result<Checked>> => {
  const { card, cycle, project } = thing;
  const at = by.receivedAt;
  const signed = { by: by.actor.id, byName: by.actor.name, at };
  const next: Card = {
    ...card,
    state: "assigned",
    accepted: undefined,
    returned: { ...signed, reason },
    held: card.filled,
    hands: withHand(card.hands, signed),
  };
  const work = workOfProject(project, cycle, at, next.held);
  const also = [
    record({}, { reason }),
    ...(card.state === "accepted" ? await takenOff(card.stage, card, deps) : []),
  ];
  const saved = await openChecks(deps.store.table).save(next, also, work && waits(work));
  return saved.ok ? ok({ ...thing, card: saved.value, version: saved.value.version }) : saved;
};

/** The fields of a card, in the reader's language. */
const fieldsOf = ({
  by,
  thing: { card, cycle, project, doubts, opinions },
}: Pick<Doing, "by" | "thing">): CardFields => {
  const frame = frameOf(by);
  return {
    w: said(frame),
    capGrosze: poolOf(cycle, project.pool)?.capGrosze ?? 0,
    rows: startLines({ card, project, opinions }).length,
    criteria: criteriaOf(cycle.ruleSet, card.stage).map(({ id, correctable, title, help, reasons = [] }) => ({
      id,
      correctable,
      title: textFor(frame, title),
      help: help && textFor(frame, help),
      reasons: reasons.map((one) => [one.id, textFor(frame, one.text)] as const),
      isInDoubt: doubts.has(id),
    })),
  };
};

/** How a card is filled in, by the form of its stage. */
export const filling = <S extends typeof CardBody | typeof MeritBody>(form: FormOf<S>) => ({
  name: "fill" as const,
  from: FILLABLE,
  guards: ["phase", "author"] as const,
  letter: LETTERS.save,
  asks: {
    form,
    // Fields are laid out by the edition's criteria: what they say comes with these.
    words: () => ({}) as never,
    now: (thing: Checked) => bodyNow(thing) as never,
    choices: (looking: Pick<Doing, "by" | "thing">) => fieldsOf(looking) as never,
  },
  replies: { 200: CheckCard, 202: CheckCard },
  does: (asked: z.output<S>, doing: Doing) => fillIn(asked, doing),
});

/** The second person's acts on a card of either stage. */
export const second = {
  accept: {
    name: "accept" as const,
    from: ["to-accept"] as const,
    guards: ["phase", "author"] as const,
    notBy: ({ card }: Checked) => card.filled?.by,
    does: acceptIt,
  },
  giveBack: {
    name: "giveBack" as const,
    from: ["to-accept", "accepted"] as const,
    guards: ["phase", "author"] as const,
    kind: "second" as const,
    asks: {
      form: formOf(z.strictObject({ reason: paragraphs(1000) })),
      words: (frame: Parameters<typeof said>[0]) => ({ reason: { label: said(frame).giveBack.reason } }),
    },
    does: giveItBack,
  },
};
