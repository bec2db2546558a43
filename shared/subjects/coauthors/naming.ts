import { authorPath } from "../../acts/author-links.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import { mailboxKey, supporterKeys } from "../../acts/supporter-keys.ts";
import { tellOfCase } from "../../acts/tell-author.ts";
import { type Cycle, isLocked } from "../../domain/cycle/cycle.ts";
import type { CoAuthorId, CycleId, ProjectId } from "../../domain/ids.ts";
import { type Language, MEASURE } from "../../domain/languages.ts";
import { isSameMailbox } from "../../domain/mailbox.ts";
import { notice } from "../../domain/notice/notice.ts";
import {
  acceptedIn,
  type CoAuthor,
  type CoAuthorEvent,
  mostCoAuthors,
  withNamed,
  withStep,
} from "../../domain/project/co-authors.ts";
import { type Draft, draftGoesAt } from "../../domain/project/draft.ts";
import type { Project } from "../../domain/project/project.ts";
import { checkCall } from "../../domain/project/proposal.ts";
import { proposalFormOf } from "../../domain/project/proposal-form.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Admit } from "../../platform/admit.ts";
import type { Deps } from "../../platform/deps.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { noticeWrite } from "../../store/notices.ts";
import type { Write } from "../../store/write.ts";
import { openSupporters } from "../supporters/store.ts";
import { wordsIn } from "./pages.ts";
import type { INVITATIONS } from "./rows.ts";
import type { NewCoAuthor, PaperCoAuthor } from "./rules.ts";
import { coAuthorsWrite } from "./store.ts";

type Place = { readonly cycleId: CycleId; readonly projectId: ProjectId };

/** What has co-authors: a proposal, or the draft of one. */
export type Named =
  | { readonly cycle: Cycle; readonly project: Project; readonly draft?: undefined }
  | { readonly cycle: Cycle; readonly draft: Draft; readonly project?: undefined };

export const namedAt = async (
  { cycleId, projectId }: Place,
  deps: Pick<Deps, "store" | "system">,
): Promise<Result<Named>> => {
  const cycle = await cycleOf(cycleId, deps);
  const project = await deps.store.projects.get(cycleId, projectId);
  if (project) return ok({ cycle, project });
  const draft = await deps.store.drafts.get(cycleId, projectId, deps.system.now());
  return draft ? ok({ cycle, draft }) : refused(refusal("thing/gone", {}));
};

export const recordOf = ({ project, draft }: Named): Project | Draft => project ?? draft;

/** Who speaks for it to those they invite: nobody before both are saved. */
export const headOf = ({ project, draft }: Named): { title: string; author: string } | undefined => {
  const title = project?.title ?? draft?.answers.title;
  const author = project?.author?.name ?? draft?.answers.name;
  return title === undefined || author === undefined ? undefined : { title, author };
};

const authorEmailOf = ({ project, draft }: Named): string | undefined =>
  project ? project.author?.email : draft.email;

/** While it is checked, and the ballot is not frozen. */
const checkOpen = ({ cycle, project }: Named, at: Instant): Result<void> => {
  if (!project) return checkCall(cycle, at);
  if (isLocked(cycle)) return refused(refusal("cycle/locked", { phase: cycle.phase }));
  return project.status === "submitted" || project.status === "formally-accepted"
    ? ok(undefined)
    : refused(refusal("project/state", { status: project.status }));
};

/** Whether one more can be named, as far as that is known before anybody is. */
export const mayName = (named: Named, at: Instant): boolean =>
  mostCoAuthors(proposalFormOf(named.cycle.ruleSet)) > 0 && checkOpen(named, at).ok;

/** Tries of one step, where others come in between. */
const TRIES = 5;

const again = async <T>(step: () => Promise<Result<T>>): Promise<Result<T>> => {
  for (let tries = 1; ; tries++) {
    const done = await step();
    if (done.ok || done.refusal.code !== "request/changed-since" || tries === TRIES) return done;
  }
};

interface Asked<T> {
  readonly asked: T;
  readonly id: CoAuthorId;
  readonly at: Instant;
}

/** Named by the author: nobody sees them, and they may do nothing, before they accept by the letter that goes to them. Asked twice, it is once. */
export const invite = (
  place: Place,
  {
    asked: { name, email },
    id,
    at,
    language,
    admit,
  }: Asked<NewCoAuthor> & {
    readonly language: Language;
    readonly admit: Admit<typeof INVITATIONS>;
  },
  deps: Deps,
): Promise<Result<readonly CoAuthor[]>> =>
  again(async () => {
    const found = await namedAt(place, deps);
    if (!found.ok) return found;
    const of = found.value;
    const open = checkOpen(of, at);
    if (!open.ok) return open;
    const head = headOf(of);
    if (!head) return refused(refusal("co-author/too-early", {}));
    const form = proposalFormOf(of.cycle.ruleSet);
    const before = recordOf(of).coAuthors ?? [];
    const authorEmail = authorEmailOf(of);
    const isTold = form.coAuthors?.areTold ?? false;
    const named = {
      id,
      name,
      email,
      language,
      isNamePublic: false,
      isTold,
      state: "invited",
      since: at,
    } as const;
    const after = withNamed(form, { coAuthors: before, authorEmail }, named);
    if (!after.ok || after.value.length === before.length) return after;
    const link = (await linkKeeper(deps))(await authorPath(recordOf(of), deps, id));
    const letter = notice("proposal/co-author", email, language, { ...head, link });
    const sent = await admit({ contact: email, person: authorEmail ?? place.projectId }, [
      coAuthorsWrite(of, after.value),
      noticeWrite(`${place.projectId}/proposal/co-author/${id}`, letter, at),
    ]);
    return sent.ok ? ok(after.value) : sent;
  });

/** Whoever stands behind it supports it no more: their own support is struck, and they are told. */
const ownSupport = async (
  { project }: Named,
  { id, email, language }: Pick<CoAuthor, "id" | "email" | "language">,
  at: Instant,
  deps: Deps,
): Promise<{ readonly writes: readonly Write[]; readonly struck: number }> => {
  if (!project || email === undefined) return { writes: [], struck: 0 };
  const [person = ""] = await supporterKeys(project.cycleId, { name: "", email }, deps);
  const { writes, struck } = await openSupporters(deps.store.table).strikeOwn(project, person);
  if (struck === 0) return { writes, struck };
  const letter = notice("subject/letter", email, language, {
    letter: wordsIn(language).letters.struck(project.title),
    link: (await linkKeeper(deps))(await authorPath(project, deps, id)),
  });
  const event = `${project.id}/co-author/${id}/support-struck`;
  return { writes: [...writes, noticeWrite(event, letter, at)], struck };
};

/** Somebody who was entered with the same words. */
const enteredAs = (asked: PaperCoAuthor, coAuthors: readonly CoAuthor[]): CoAuthor | undefined =>
  acceptedIn({ coAuthors }).find(
    ({ name, email, isNamePublic }) =>
      name === asked.name &&
      isNamePublic === asked.isNamePublic &&
      (email === asked.email || isSameMailbox(email, asked.email)),
  );

/**
 * Keyed from the paper that they signed: that is their acceptance. The same request again changes nothing: one that names itself by a key is
 * known by it, one without by what it says.
 */
export const enterFromPaper = async (
  of: Extract<Named, { project: Project }>,
  { asked, id, at, hasKey }: Asked<PaperCoAuthor> & { readonly hasKey: boolean },
  also: readonly Write[],
  deps: Deps,
): Promise<Result<readonly CoAuthor[]>> => {
  const before = of.project.coAuthors ?? [];
  if (!hasKey && enteredAs(asked, before)) return ok(before);
  const open = checkOpen(of, at);
  if (!open.ok) return open;
  const form = proposalFormOf(of.cycle.ruleSet);
  const language = of.project.author?.language ?? MEASURE;
  const isTold = form.coAuthors?.areTold ?? false;
  const named = { ...asked, id, language, isTold, state: "accepted", since: at } as const;
  const after = withNamed(form, { coAuthors: before, authorEmail: authorEmailOf(of) }, named);
  if (!after.ok || after.value === before) return after;
  const support = await ownSupport(of, named, at, deps);
  const written = await deps.store.table.write([
    coAuthorsWrite(of, after.value, support.struck),
    ...support.writes,
    ...(asked.email === undefined ? [] : [await foundByMailbox(of.project, { email: asked.email }, deps)]),
    ...also,
  ]);
  return written.ok ? ok(after.value) : written;
};

interface Step {
  readonly id: CoAuthorId;
  readonly event: CoAuthorEvent;
  readonly at: Instant;
  readonly isNamePublic?: boolean | undefined;
  readonly language?: Language;
}

/** A co-author finds the proposal by their mailbox, from the day they accept to the day they leave; a draft no longer than it lasts. */
export const foundByMailbox = async (
  { cycleId, id }: { readonly cycleId: CycleId; readonly id: ProjectId },
  {
    email,
    until,
    isGone = false,
  }: { readonly email: string; readonly until?: Instant; readonly isGone?: boolean },
  deps: Deps,
): Promise<Write> => {
  const { drafts } = deps.store;
  const mailbox = await mailboxKey(cycleId, email, deps);
  return isGone ? drafts.foundNoMore(cycleId, mailbox, id) : drafts.found(cycleId, mailbox, id, until);
};

/** Whoever invited them learns that they came. */
const tellOfAcceptance = async (
  of: Named,
  { id, name }: CoAuthor,
  at: Instant,
  deps: Deps,
): Promise<Write[]> => {
  const title = headOf(of)?.title;
  if (title === undefined) return [];
  const { project, draft } = of;
  const { id: projectId, cycleId } = recordOf(of);
  const link = (await linkKeeper(deps))(await authorPath({ id: projectId, cycleId }, deps));
  const author = project
    ? project.author
    : { name: draft.answers.name ?? "", email: draft.email, language: draft.language, isNamePublic: false };
  const mark = project?.register?.mark ?? null;
  const facts = { title, name, link };
  const step = `/${id}`;
  return tellOfCase({ id: projectId, cycleId, author, mark }, "proposal/co-author-came", facts, at, deps, {
    step,
  });
};

/** What goes with a step. */
const beside = async (of: Named, { id, event, at }: Step, deps: Deps): Promise<Write[]> => {
  const { coAuthors = [] } = recordOf(of);
  const one = coAuthors.find((one) => one.id === id);
  if (one?.email === undefined || (event !== "accept" && event !== "leave")) return [];
  const { email } = one;
  const until = of.project ? {} : { until: draftGoesAt(of.cycle, at) };
  return [
    await foundByMailbox(recordOf(of), { email, ...until, isGone: event === "leave" }, deps),
    ...(event === "accept" ? await tellOfAcceptance(of, one, at, deps) : []),
  ];
};

/** One of them a step on. The same step again changes nothing; nobody is kept from declining, or from leaving. */
export const stepCoAuthor = (place: Place, step: Step, deps: Deps): Promise<Result<readonly CoAuthor[]>> =>
  again(async () => {
    const found = await namedAt(place, deps);
    if (!found.ok) return found;
    const of = found.value;
    const { id, event, at, isNamePublic = false, language } = step;
    const open = event === "accept" ? checkOpen(of, at) : ok(undefined);
    const before = recordOf(of);
    const chosen = event === "accept" ? { isNamePublic, ...(language && { language }) } : {};
    const after = withStep(before, id, event, { at, ...chosen });
    if (!after.ok || after.value === before.coAuthors) return after;
    if (!open.ok) return open;
    const one = after.value.find((each) => each.id === id);
    const support =
      one && event === "accept" ? await ownSupport(of, one, at, deps) : { writes: [], struck: 0 };
    const written = await deps.store.table.write([
      coAuthorsWrite(of, after.value, support.struck),
      ...support.writes,
      ...(await beside(of, step, deps)),
    ]);
    return written.ok ? ok(after.value) : written;
  });
