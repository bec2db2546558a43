import { z } from "zod";
import { checkUnmoved } from "../../acts/as-published.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import { tellAuthor } from "../../acts/tell-author.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { type CoAuthorId, CycleId, ProjectId } from "../../domain/ids.ts";
import { statesBefore } from "../../domain/lifecycle.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import { acceptedIn } from "../../domain/project/co-authors.ts";
import {
  checkMergeable,
  joinedAuthors,
  MERGING_STAGES,
  type Merging,
  type MergingState,
  stateOf,
} from "../../domain/project/merging.ts";
import type { Project } from "../../domain/project/project.ts";
import { proposalFormOf } from "../../domain/project/proposal-form.ts";
import { notValid } from "../../domain/refusals.ts";
import { existing, ok, type Result, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { sha256 } from "../../platform/keyed.ts";
import { idFrom } from "../../platform/system.ts";
import type { Write } from "../../store/write.ts";
import { subjectOf } from "../act.ts";
import { foundAnew } from "../checks/anew.ts";
import { foundByMailbox } from "../coauthors/naming.ts";
import type { Doing } from "../declared.ts";
import { formOf } from "../form-of.ts";
import { restOfCase } from "../opinions/rest.ts";
import { ownProposal } from "../own-proposal.ts";
import { answerMerging, askAuthors, mergingInto, mergingWrite, tellEnded } from "./answering.ts";
import { alikeNumbers } from "./groups.ts";
import { mergingAbout, pathOfCase, pathOfMerging, said } from "./pages.ts";
import { officeMergingRows as rows } from "./rows.ts";
import { KeyedAnswer, NewMerging, OfficeMerging } from "./rules.ts";

const Path = z.object({ cycleId: CycleId, projectId: ProjectId });

/** A proposal that others are to go into, with what is asked about it. */
interface Case {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly merging: Merging | undefined;
  /** The numbers of those that may be one with it. */
  readonly alike: string;
  readonly version: number;
}

const shown = ({ project, merging }: Case, now = merging?.until): z.infer<typeof OfficeMerging> => ({
  projectId: project.id,
  state: now === undefined ? "none" : stateOf(merging, now),
  parts: merging?.parts ?? [],
  title: merging?.title ?? null,
  description: merging?.description ?? null,
  until: merging?.until ?? null,
  proposedBy: merging && !merging.byAuthor ? merging.proposedByName : null,
  byAuthor: merging?.byAuthor ?? false,
  version: merging?.version ?? 0,
});

type Name = "propose" | "answer" | "confirm" | "takeBack";

const subject = subjectOf<Case, z.infer<typeof Path>, MergingState, Name, never>({
  params: Path,
  find: async ({ cycleId, projectId }, deps) => {
    const [cycle, project, merging] = await Promise.all([
      cycleOf(cycleId, deps),
      deps.store.projects.get(cycleId, projectId),
      mergingInto(cycleId, projectId, deps),
    ]);
    const alike = merging || !project ? "" : await alikeNumbers(cycle, project, deps);
    return { cycle, project: existing(project), merging, alike, version: merging?.version ?? 0 };
  },
  stateAt: ({ merging }, now) => stateOf(merging, now),
  blockers: {},
  words: (frame) => ({ states: said(frame).states, acts: said(frame).acts, blockers: {} }),
  journal: ({ project }) => project.id,
  title: (frame, { project }) => said(frame).of(project.number),
  address: ({ project }) => pathOfMerging(project),
  back: { address: ({ project }) => pathOfCase(project), title: (frame) => said(frame).back },
  about: (frame, { thing, by }) =>
    mergingAbout(frame, { ...thing, state: stateOf(thing.merging, by.receivedAt) }),
  reply: OfficeMerging,
  shown,
});

const withMerging = (thing: Case, merging: Merging): Case => ({
  ...thing,
  merging,
  version: merging.version,
});

/** The proposals with these numbers, in their order; a number that is none, or is named twice, is a fault of its field. */
const byNumbers = async (
  numbers: string,
  { cycle, project }: Case,
  { store }: Pick<Deps, "store">,
): Promise<Result<Project[]>> => {
  const wanted = numbers.split(",").map((one) => one.trim());
  const { items } = await store.projects.list(cycle.id, { consistent: true });
  const found = wanted.flatMap((number) => items.find((one) => one.number === number) ?? []);
  const isRight =
    found.length === wanted.length &&
    wanted.length <= 2 &&
    new Set([project.id, ...found.map(({ id }) => id)]).size === found.length + 1;
  return isRight ? ok(found) : refused(notValid([{ pointer: "/others", rule: "choice" }]));
};

const propose = subject.act({
  name: "propose",
  summary: "Ask the authors of two or three proposals whether they become one",
  description:
    "Of one pool and at one stage, before the ballot is frozen. Each author is asked by a link of their own. One refusal, or the end of the time, ends it " +
    "with nothing changed.",
  json: rows.postMerging,
  form: rows.postOfficeMerging,
  from: statesBefore(MERGING_STAGES, "propose"),
  asks: {
    form: formOf(NewMerging),
    now: ({ project, merging, alike }) => ({
      others:
        merging?.parts
          .slice(1)
          .map(({ number }) => number)
          .join(", ") ?? alike,
      title: merging?.title ?? project.title,
      description: merging?.description ?? project.description,
      until: "",
    }),
    words: (frame) => said(frame).fields,
  },
  does: async ({ others: numbers, title, description, until }, { by, thing, record, deps }) => {
    const { cycle, project, merging: before } = thing;
    const at = by.receivedAt;
    if (until <= at) return refused(notValid([{ pointer: "/until", rule: "too-early", limit: dayOf(at) }]));
    const others = await byNumbers(numbers, thing, deps);
    if (!others.ok) return others;
    const projects = [project, ...others.value];
    const fits = checkMergeable(cycle, projects);
    if (!fits.ok) return fits;
    const next: Merging = {
      ...{ cycleId: cycle.id, into: project.id, title, description, until, state: "asked" },
      parts: projects.map(({ id, number }) => ({ id, number })),
      ...{ proposedBy: by.actor.id, proposedByName: by.actor.name },
      ...{ asks: before?.asks ?? 0, byAuthor: false },
      ...{ round: (before?.round ?? 0) + 1, version: (before?.version ?? 0) + 1 },
    };
    const letters = await askAuthors(next, at, deps);
    const written = await deps.store.table.write([
      mergingWrite(next, before),
      ...letters,
      record({ numbers }),
    ]);
    return written.ok ? ok(withMerging(thing, next)) : written;
  },
});

const answer = subject.act({
  name: "answer",
  summary: "Enter what an author said on paper about a merging",
  json: rows.postStaffMergingAnswer,
  form: rows.postOfficeMergingAnswer,
  // Whoever keys one that came too late reads until when it counted.
  from: ["asked", "lapsed"],
  isOffered: ({ thing: { merging }, by }) => stateOf(merging, by.receivedAt) === "asked",
  kind: "second",
  asks: {
    form: formOf(KeyedAnswer),
    words: (frame) => {
      const { number, answer: label } = said(frame).answerFields;
      return { number: { label: number }, answer: { label, options: said(frame).answers } };
    },
  },
  does: async ({ number, answer: word }, { by, thing, record, deps }) => {
    const part = thing.merging?.parts.find((one) => one.number === number.trim());
    if (!part) return refused(notValid([{ pointer: "/number", rule: "choice" }]));
    const asked = { id: part.id, answer: word, at: by.receivedAt };
    const done = await answerMerging(thing.merging, asked, deps, [record({ number, answer: word })]);
    return done.ok ? ok(withMerging(thing, done.value)) : done;
  },
});

const coAuthorOf = ({ id }: Project): CoAuthorId => idFrom("coa", sha256("merged/", id)) as CoAuthorId;

/** The one that stays has the common text and all authors; the others lead to it. All of it at one moment, or nothing. */
const merged = async (merging: Merging, { by, thing, record, deps }: Doing<Case>): Promise<Result<Case>> => {
  const { cycle, project: into } = thing;
  const at = by.receivedAt;
  const { store } = deps;
  const found = await Promise.all(merging.parts.slice(1).map(({ id }) => store.projects.get(cycle.id, id)));
  const others = found.map((one) => existing(one));
  const fits = checkMergeable(cycle, [into, ...others]);
  if (!fits.ok) return fits;
  const own = await ownProposal([into, ...others], { by, deps });
  if (own) return refused(own);
  for (const one of [into, ...others]) {
    const unmoved = await checkUnmoved(one, deps);
    if (!unmoved.ok) return unmoved;
  }
  const isTold = proposalFormOf(cycle.ruleSet).coAuthors?.areTold ?? true;
  const coAuthors = joinedAuthors(into, others, { at, isTold, idOf: coAuthorOf });
  const { title, description, parts } = merging;
  const { place, category, location, details, estimatedCostGrosze, author } = into;
  const edited = { title, description, place, category, location, details, estimatedCostGrosze, author };
  const numbers = parts.map(({ number }) => number);
  const facts = { numbers, into: into.number };
  const inPolish = said({ words: { language: "pl" } });
  const reason = inPolish.went(into.number);
  const signed = { by: by.actor.id, byName: by.actor.name, at };
  const came = inPolish.came(numbers.slice(1));
  const after = { ...into, ...edited };
  const anew = await foundAnew({ project: after, cycle, returned: { ...signed, reason: came } }, deps);
  const gone = others.map(
    async (one): Promise<Write[]> => [
      await store.projects.mergedWrite(one, { at, reason, into: into.id }),
      ...(await restOfCase(one, store.table)),
    ],
  );
  const mailboxes = acceptedIn({ coAuthors }).flatMap(({ id, email }) =>
    email === undefined || acceptedIn(into).some((one) => one.id === id) ? [] : [email],
  );
  const theirs = mailboxes.map((email) => foundByMailbox(into, { email }, deps));
  // What others went into may go into another one itself.
  const step = `/${into.id}`;
  const letters = [into, ...others].map((one) => tellAuthor(one, "proposal/merged", facts, at, deps, step));
  const next: Merging = { ...merging, state: "merged" };
  const done = await store.projects.edit(
    { ...into },
    { ...edited, coAuthors },
    {
      at,
      changed: (["title", "description"] as const).filter((field) => into[field] !== edited[field]),
      work: anew.isBegun ? undefined : workOfProject(after, cycle, at),
    },
    [
      mergingWrite(next, merging),
      record({ numbers: numbers.join(", ") }),
      ...anew.writes,
      ...(await Promise.all(gone)).flat(),
      ...(await Promise.all(theirs)),
      ...(await Promise.all(letters)).flat(),
    ],
  );
  return done.ok
    ? ok({
        ...thing,
        project: done.value,
        merging: { ...next, version: merging.version + 1 },
        version: merging.version + 1,
      })
    : done;
};

const confirm = subject.act({
  name: "confirm",
  summary: "Merge proposals whose authors have all agreed",
  description: "By somebody else than who proposed it.",
  json: rows.postMergingConfirmation,
  form: rows.postOfficeMergingConfirmation,
  from: statesBefore(MERGING_STAGES, "confirm"),
  notBy: ({ merging }) => merging?.proposedBy,
  kind: "danger",
  does: (_, doing) => merged(existing(doing.thing.merging), doing),
});

const takeBack = subject.act({
  name: "takeBack",
  summary: "Take the proposal to merge back, before it is confirmed",
  json: rows.postMergingEnd,
  form: rows.postOfficeMergingEnd,
  from: statesBefore(MERGING_STAGES, "take-back"),
  kind: "second",
  does: async (_, { by, thing, record, deps }) => {
    const before = existing(thing.merging);
    const next: Merging = { ...before, state: "taken-back" };
    const letters = await tellEnded(next, "taken-back", by.receivedAt, deps);
    const written = await deps.store.table.write([mergingWrite(next, before), ...letters, record()]);
    return written.ok ? ok(withMerging(thing, { ...next, version: before.version + 1 })) : written;
  },
});

export const getMerging = subject.read(rows.getMerging, "What is asked about merging into a proposal");
export const getOfficeMerging = subject.page(rows.getOfficeMerging, "Merging into a proposal");
export const postMerging = propose.json;
export const postOfficeMerging = propose.form;
export const postStaffMergingAnswer = answer.json;
export const postOfficeMergingAnswer = answer.form;
export const postMergingConfirmation = confirm.json;
export const postOfficeMergingConfirmation = confirm.form;
export const postMergingEnd = takeBack.json;
export const postOfficeMergingEnd = takeBack.form;
