import { asPublished } from "../../../shared/acts/as-published.ts";
import { copyPath } from "../../../shared/acts/author-links.ts";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { enrolProposal } from "../../../shared/acts/enrol-proposal.ts";
import { similarTo } from "../../../shared/acts/similar-projects.ts";
import type { Writing } from "../../../shared/acts/write-proposal.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { type Cycle, isLocked, takesNoMore } from "../../../shared/domain/cycle/cycle.ts";
import { lacksOf } from "../../../shared/domain/project/answers.ts";
import type { CoAuthor } from "../../../shared/domain/project/co-authors.ts";
import { type Draft, TASKS } from "../../../shared/domain/project/draft.ts";
import type { Project } from "../../../shared/domain/project/project.ts";
import { checkCall } from "../../../shared/domain/project/proposal.ts";
import { proposalFormOf } from "../../../shared/domain/project/proposal-form.ts";
import { supportersNeededIn } from "../../../shared/domain/project/support.ts";
import { decideWithdrawal } from "../../../shared/domain/project/withdrawal.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { authorView, unconfirmedView, withdrawalView } from "../../../shared/pages/proposals/author.ts";
import { draftView, removalView } from "../../../shared/pages/proposals/draft.ts";
import { questionsOf } from "../../../shared/pages/proposals/questions.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { contestedOf, shownAppealOf } from "../../../shared/subjects/appeals/filing.ts";
import { appealNote, appealWay } from "../../../shared/subjects/appeals/pages.ts";
import { attachmentsOf, filesOf, mayAttach } from "../../../shared/subjects/attachments/filing.ts";
import { filesWay } from "../../../shared/subjects/attachments/pages.ts";
import { withPhotoSteps } from "../../../shared/subjects/attachments/rules.ts";
import { dropAttachments, openAttachments } from "../../../shared/subjects/attachments/store.ts";
import { callBox } from "../../../shared/subjects/checks/correction-pages.ts";
import { openCall } from "../../../shared/subjects/checks/corrections.ts";
import { headOf, mayName, type Named, recordOf } from "../../../shared/subjects/coauthors/naming.ts";
import { coAuthorPart, endedView, invitationView } from "../../../shared/subjects/coauthors/pages.ts";
import { askedOf } from "../../../shared/subjects/merging/answering.ts";
import { mergingBox, mergingWay } from "../../../shared/subjects/merging/pages.ts";
import { mayAsk } from "../../../shared/subjects/merging/proposing.ts";
import { routes } from "../../routes.ts";
import { AuthorPath, holderOf, isAccepted, rivalsOf } from "../project-of.ts";
import { confirmBy } from "../submit-proposal.ts";
import { withdrawByAuthor } from "../withdraw.ts";
import { callEnd } from "./author-place.ts";
import { projectPageModel, similarModels } from "./models.ts";

/** The project behind a link, or else what still waits for its confirmation, or is still written; and whose link it is. */
const behind = async (path: AuthorPath, deps: Deps) => {
  const { cycleId, projectId } = path;
  const cycle = await cycleOf(cycleId, deps);
  const project = await deps.store.projects.get(cycleId, projectId);
  const now = deps.system.now();
  const draft = project ? undefined : await deps.store.drafts.get(cycleId, projectId, now);
  const holder = await holderOf(path, project ?? draft ?? {}, deps);
  // An author reads what was published as everybody does; what they do, they do to what is stored.
  const see = project && (await asPublished(cycleId, deps));
  if (project) return { holder, cycle, project, shown: see ? see(project) : project };
  if (draft) return { holder, cycle, draft };
  const unconfirmed = await deps.store.unconfirmed.get(cycleId, projectId, now);
  // The link is right, so there was something, and its time is over.
  if (!unconfirmed) throw new Refused(refusal("thing/gone", {}));
  return { holder, cycle, unconfirmed };
};

/** The same for the author alone. */
const ownBehind = async (path: AuthorPath, deps: Deps) => {
  const found = await behind(path, deps);
  if (found.holder !== "author") throw new Refused(refusal("thing/not-found", {}));
  return found;
};

/** What somebody reads who was invited and has not answered, or has no part in it any more. */
const notYetTheirs = (request: Request<AuthorPath>, holder: CoAuthor, named: Named): Html => {
  const frame = frameIn(request, named.cycle);
  if (holder.state !== "invited") return endedView(frame, holder);
  const { title = "", author = "" } = headOf(named) ?? {};
  const description = named.project?.description ?? named.draft?.answers.description;
  return invitationView(frame, { place: request.params, title, author, description });
};

const coAuthorsOf = (
  request: Request<AuthorPath>,
  holder: "author" | CoAuthor,
  named: Named,
): Html | undefined =>
  coAuthorPart(frameIn(request, named.cycle), {
    place: request.params,
    holder,
    items: recordOf(named).coAuthors ?? [],
    mayName: mayName(named, request.receivedAt),
  });
/** The way to the files, where the edition's form has a place for them: while any may be added, and as long as there are some. */
const filesPart = async (
  request: Request<AuthorPath>,
  writing: Writing,
  deps: Deps,
): Promise<Html | false> => {
  if (!filesOf(writing.cycle)) return false;
  const { files } = await attachmentsOf(writing, deps);
  const may = files.length > 0 || (await mayAttach(writing, request.receivedAt, deps)).ok;
  return (
    may &&
    filesWay(frameIn(request, writing.cycle), request.params, files.filter(({ found }) => found).length)
  );
};

const draftPage = async (
  request: Request<AuthorPath>,
  {
    holder,
    cycle,
    draft,
  }: { readonly holder: "author" | CoAuthor; readonly cycle: Cycle; readonly draft: Draft },
  deps: Deps,
): Promise<Html> => {
  const { title, pool } = draft.answers;
  const similar = title === undefined ? [] : await similarTo({ id: draft.id, title, pool }, deps);
  const lacking = lacksOf(proposalFormOf(cycle.ruleSet), draft.answers);
  return draftView(frameIn(request, cycle), {
    place: request.params,
    title: title ?? null,
    similar: similarModels(similar, request.language),
    isAuthor: holder === "author",
    needed: pool === undefined ? null : supportersNeededIn(cycle, pool),
    coAuthors: coAuthorsOf(request, holder, { cycle, draft }),
    parts: TASKS.filter((task) => holder === "author" || task !== "author").map((task) => ({
      task,
      lacking: questionsOf(cycle, task, request).flatMap(({ name, label }) =>
        lacking.includes(name) ? [label] : [],
      ),
    })),
    savedAt:
      Object.values(draft.saved)
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? null,
    until: callEnd(cycle),
    isOpen: checkCall(cycle, request.receivedAt).ok,
    files: await filesPart(request, { cycle, draft }, deps),
  });
};

/** The appeal that is filed, or what became of it; else until when there can be one, and the way to it. */
const appealPart = async (
  request: Request<AuthorPath>,
  { cycle, project, shown }: { readonly cycle: Cycle; readonly project: Project; readonly shown: Project },
  deps: Deps,
): Promise<Html | undefined> => {
  const frame = frameIn(request, cycle);
  const note = appealNote(frame, await shownAppealOf(shown, deps));
  if (note) return note;
  const contested = isLocked(cycle) ? undefined : await contestedOf({ cycle, project }, deps);
  return contested && request.receivedAt < contested.until ? appealWay(frame, contested.until) : undefined;
};

/** What is asked about merging it with others; to its author, the way to ask. */
const mergingParts = async (
  request: Request<AuthorPath>,
  {
    holder,
    cycle,
    project,
  }: { readonly holder: "author" | CoAuthor; readonly cycle: Cycle; readonly project: Project },
  deps: Deps,
): Promise<Html[]> => {
  const frame = frameIn(request, cycle);
  const asked = await askedOf(project, request.receivedAt, deps);
  const may =
    holder === "author" && asked.length === 0 && (await mayAsk({ cycle, project }, request.receivedAt, deps));
  return [
    ...asked.map((one) => mergingBox(frame, request.params, one)),
    ...(may ? [mergingWay(frame, request.params)] : []),
  ];
};

export const getAuthorPage = endpoint(routes.getAuthorPage, {
  summary: "An author's own page",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { holder, cycle, project, shown, draft, unconfirmed } = await behind(request.params, deps);
    const frame = frameIn(request, cycle);
    const named = project ? { cycle, project } : draft && { cycle, draft };
    if (named && holder !== "author" && !isAccepted(holder))
      return view(notYetTheirs(request, holder, named));
    if (unconfirmed)
      return view(unconfirmedView(frame, { ...unconfirmed.proposal, confirmBy: confirmBy(unconfirmed) }));
    if (draft) return view(await draftPage(request, { holder, cycle, draft }, deps));
    const rivals = await rivalsOf(cycle, project.id, deps);
    const files = await openAttachments(deps.store.table).get(project.id, request.receivedAt);
    const withPhotos = withPhotoSteps(shown, files);
    return view(
      authorView(frame, {
        project: projectPageModel({ cycle, project: withPhotos, rivals }, request.language),
        siteUrl: deps.site.url,
        copyPath: await copyPath(project, request.receivedAt, deps),
        mayEdit: project.status === "submitted" && checkCall(cycle, request.receivedAt).ok,
        files: await filesPart(request, { cycle, project }, deps),
        place: request.params,
        isAuthor: holder === "author",
        coAuthors: coAuthorsOf(request, holder, { cycle, project }),
        merging: await mergingParts(request, { holder, cycle, project }, deps),
        call: callBox(frame, (await openCall(project, deps, ["called", "answered"]))?.calls.at(-1)),
        appeal: await appealPart(request, { cycle, project, shown }, deps),
        mayWithdraw: holder === "author" && decideWithdrawal(cycle, project, "author").ok,
      }),
    );
  },
});

export const postConfirmation = endpoint(routes.postConfirmation, {
  summary: "Confirm a proposal that came without a proved address",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { cycle, unconfirmed } = await ownBehind(request.params, deps);
    // It came in time; the office takes it until the list is frozen. A second press finds the project made by the first.
    if (unconfirmed && takesNoMore(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
    if (unconfirmed) accept(await enrolProposal(unconfirmed, cycle, deps));
    return seeOther(link(request, request.path));
  },
});

export const getWithdrawalForm = endpoint(routes.getWithdrawalForm, {
  summary: "Ask an author whether to withdraw",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { cycle, project, draft } = await ownBehind(request.params, deps);
    if (draft) return view(removalView(frameIn(request, cycle), request.params, draft.answers.title ?? null));
    if (!project) throw new Refused(refusal("thing/not-found", {}));
    accept(decideWithdrawal(cycle, project, "author"));
    return view(withdrawalView(frameIn(request, cycle), project));
  },
});

export const postWithdrawalForm = endpoint(routes.postWithdrawalForm, {
  summary: "Withdraw a proposal",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { cycle, project, draft } = await ownBehind(request.params, deps);
    if (draft) {
      const files = await openAttachments(deps.store.table).get(draft.id, request.receivedAt);
      accept(
        await deps.store.table.write([
          await deps.store.drafts.drop(draft),
          ...(files ? [dropAttachments(files)] : []),
        ]),
      );
      return seeOther(link(request, pathTo("proposalStart")));
    }
    if (!project) throw new Refused(refusal("thing/not-found", {}));
    // Pressed twice, it is withdrawn once.
    if (project.status !== "withdrawn")
      accept(await withdrawByAuthor({ cycle, project, at: request.receivedAt }, deps));
    return seeOther(link(request, request.path.replace(/\/wycofaj$/, "")));
  },
});
