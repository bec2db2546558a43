/** An author puts right what a call asks for: the proposal changes, and its card shows what was changed. */
import { z } from "zod";
import { checkProposal } from "../../acts/enrol-proposal.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { stateAfter } from "../../domain/lifecycle.ts";
import { zlotyText } from "../../domain/money.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import { CARD_STAGES, CheckStage } from "../../domain/procedure/stages.ts";
import { type Answers, answersIn, formIssues, proposalFrom } from "../../domain/project/answers.ts";
import type { Project } from "../../domain/project/project.ts";
import { NewProposal, withEstimate } from "../../domain/project/proposal.ts";
import { proposalFormOf } from "../../domain/project/proposal-form.ts";
import { notValid, type Refusal, refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { mayBeEmpty, paragraphs } from "../../domain/text.ts";
import { dayOf, Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { redate } from "../opinions/work.ts";
import { type Card, checkStage, STAGES } from "./rules.ts";
import { cardWrite, openChecks } from "./store.ts";

export const Changes = NewProposal.pick({
  title: true,
  description: true,
  place: true,
  category: true,
  location: true,
  estimatedCostGrosze: true,
  details: true,
})
  .partial()
  .meta({ id: "ProposalChanges", description: "What is left out stays as it is" });
export type Changes = z.infer<typeof Changes>;

/** What the author says beside. */
export const Message = mayBeEmpty(paragraphs(2000));

export const Corrections = z.strictObject({
  changes: Changes,
  message: Message,
  attachments: z
    .array(z.string())
    .max(0)
    .optional()
    .meta({ description: "Files come by `…/attachments`; an empty list is taken" }),
});

/** As a clerk keys it: what came on paper counts by when the office had it. */
export const KeyedCorrections = Corrections.extend({
  arrivedAt: Instant.optional().meta({ description: "When the office had it; now, where it is left out" }),
});

/** Where a call can be answered: what a clerk keys may have come before its time ran out. */
export const ANSWERABLE = {
  author: ["called"],
  clerk: ["called", "unanswered"],
} as const satisfies Readonly<Record<string, readonly Card["state"][]>>;

/** The card whose call to its author stands so; none of a proposal that waits for no check any more. */
export const openCall = async (
  { cycleId, id, status }: Pick<Project, "cycleId" | "id" | "status">,
  { store }: Pick<Deps, "store">,
  states: readonly Card["state"][] = ANSWERABLE.author,
): Promise<Card | undefined> => {
  const checks = openChecks(store.table);
  const stages = CheckStage.options.filter((stage) => STAGES[stage].waits === status);
  const cards = await Promise.all(stages.map((stage) => checks.get(cycleId, stage, id)));
  return cards.find((card) => card && states.includes(card.state));
};

/** What of a proposal a correction changes. */
export type Content = Omit<NewProposal, "pool" | "author">;

/** The proposal with what is given in place of what was; what is left out stays. */
export const changedBy =
  ({ details: added, ...said }: Changes) =>
  (before: Project): Content => {
    const details = { ...before.details, ...added };
    return {
      title: said.title ?? before.title,
      description: said.description ?? before.description,
      place: said.place ?? before.place,
      category: said.category ?? before.category,
      location: said.location ?? before.location,
      estimatedCostGrosze: said.estimatedCostGrosze ?? before.estimatedCostGrosze,
      ...(Object.keys(details).length > 0 && { details }),
    };
  };

/** The proposal as its whole form is filled in; its author and pool stay. */
export const answeredBy =
  (answers: Answers) =>
  (project: Project): Content | undefined => {
    const { name = "–", isNamePublic } = answersIn(project);
    const proposal = proposalFrom({ ...answers, pool: project.pool, name, isNamePublic }, "");
    if (!proposal) return undefined;
    const { author: _author, pool: _pool, ...content } = proposal;
    return content;
  };

/** What a version of a proposal says. */
type Said = Pick<
  Project,
  "title" | "description" | "place" | "category" | "location" | "estimatedCostGrosze" | "details" | "author"
>;

/** What can be put right, under the names that the form has for it. */
const TEXTS = {
  title: ({ title }) => title,
  description: ({ description }) => description,
  place: ({ place = "" }) => place,
  category: ({ category = "" }) => category,
  point: ({ location }) => (location ? `${location.lat}, ${location.lon}` : ""),
  estimate: ({ estimatedCostGrosze }) => zlotyText(estimatedCostGrosze),
  name: ({ author }) => author?.name ?? "",
  guardian: ({ author }) => author?.guardian ?? "",
} as const satisfies Readonly<Record<string, (project: Said) => string>>;

const DETAILS: Readonly<Record<string, string>> = { upkeepGrosze: "upkeep" };

const detailTexts = ({ details: all = {} }: Said): [string, string][] =>
  Object.entries(all).map(([field, value]) => [
    DETAILS[field] ?? field,
    Array.isArray(value)
      ? value
          .map(
            ({ name, quantity, unit, unitGrosze }) =>
              `${name}: ${quantity} ${unit} × ${zlotyText(unitGrosze)}`,
          )
          .join("; ")
      : typeof value === "number"
        ? zlotyText(value)
        : String(value),
  ]);

/** Each field that changed, as it was and as it is. */
export const changesBetween = (before: Said, after: Said) => {
  const [was, is] = [new Map(detailTexts(before)), new Map(detailTexts(after))];
  return [
    ...Object.entries(TEXTS).map(([field, textOf]) => ({
      field,
      before: textOf(before),
      after: textOf(after),
    })),
    ...[...new Set([...was.keys(), ...is.keys()])].map((field) => ({
      field,
      before: was.get(field) ?? "",
      after: is.get(field) ?? "",
    })),
  ].filter((change) => change.before !== change.after);
};

/** A refusal of the content, at the place of the request where the content is. */
export const within = (refused: Refusal, place: string): Refusal => {
  if (refused.code === "request/not-valid")
    return notValid(refused.facts.issues.map((issue) => ({ ...issue, pointer: `${place}${issue.pointer}` })));
  return refused.pointer === undefined ? refused : { ...refused, pointer: `${place}${refused.pointer}` };
};

/**
 * The proposal as it is to be, if the edition's form has it so and it fits its pool. What was lacking before the call and is lacking still is the
 * office's to judge: paper is keyed as it came.
 */
export const corrected = (
  cycle: Cycle,
  before: Project,
  content: Content | undefined,
  deps: Pick<Deps, "site">,
  author: Project["author"] = before.author,
): Result<Project> => {
  if (!content) return refused(notValid([{ pointer: "/title", rule: "required" }]));
  const { pool } = before;
  const form = proposalFormOf(cycle.ruleSet);
  const known = formIssues(form, before).map(({ pointer, rule }) => `${pointer} ${rule}`);
  const issues = formIssues(form, { ...content, pool, author }).filter(
    ({ pointer, rule }) => !known.includes(`${pointer} ${rule}`),
  );
  if (issues.length > 0) return refused(notValid(issues));
  const priced = withEstimate({ ...content, pool, author: { name: "–", email: "", isNamePublic: false } });
  if (!priced.ok) return priced;
  const { author: _none, ...all } = priced.value;
  const fits = checkProposal(cycle, all, "/estimatedCostGrosze", deps);
  const { place, category, location, details, title, description, estimatedCostGrosze } = all;
  const said = { place, category, location, details, title, description, estimatedCostGrosze };
  const after = { ...before, ...said, author };
  return fits.ok ? ok(after) : fits;
};

interface Answering {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly at: Instant;
  readonly by: "author" | "clerk";
  /** When the office had it. */
  readonly arrivedAt?: Instant | undefined;
  readonly also?: readonly Write[];
}

interface Answer {
  readonly content: (project: Project) => Content | undefined;
  readonly message?: string | undefined;
  /** Where the request has the content, as a pointer. */
  readonly place: string;
}

/** Takes an author's answer to the call, while its time lasts. */
export const answerCall = async (
  { cycle, project, at, by, arrivedAt = at, also = [] }: Answering,
  { content, message, place }: Answer,
  deps: Deps,
): Promise<Result<Project>> => {
  const card = await openCall(project, deps, ANSWERABLE[by]);
  const call = card?.calls.at(-1);
  if (!card || !call) return refused(refusal("project/no-call", {}));
  const inTime = checkStage(card.stage, cycle);
  if (!inTime.ok) return inTime;
  if (arrivedAt > at)
    return refused(notValid([{ pointer: "/arrivedAt", rule: "too-late", limit: dayOf(at) }]));
  if (arrivedAt < call.at)
    return refused(notValid([{ pointer: "/arrivedAt", rule: "too-early", limit: dayOf(call.at) }]));
  if (call.until <= arrivedAt)
    return refused(
      refusal("project/call-over", { endedAt: call.until }, by === "clerk" ? "/arrivedAt" : undefined),
    );
  const after = corrected(cycle, project, content(project), deps);
  if (!after.ok) return refused(within(after.refusal, place));
  const told = changesBetween(project, after.value);
  if (told.length === 0 && message === undefined)
    return refused(notValid([{ pointer: place || "/message", rule: "required" }]));
  const answered = {
    ...call,
    answeredAt: arrivedAt,
    answeredBy: by,
    changes: told,
    ...(message && { message }),
  };
  const state = stateAfter(CARD_STAGES, "answer");
  const next: Card = { ...card, state, calls: [...card.calls.slice(0, -1), answered] };
  const work = workOfProject(project, cycle, at, card.held);
  const writes = [cardWrite(next, work && waits(work)), ...also];
  const outcome =
    told.length > 0
      ? await deps.store.projects.edit(
          project,
          after.value,
          { at, changed: told.map(({ field }) => field) },
          writes,
        )
      : await deps.store.table.write(writes);
  if (!outcome.ok) return outcome;
  const saved = outcome.value ?? project;
  if (card.stage === "merit") await redate({ cycle, project: saved, calls: next.calls }, at, deps);
  return ok(saved);
};
