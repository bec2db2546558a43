import { z } from "zod";
import { AuthorClaims, authorPath, authorProofOf } from "../../../shared/acts/author-links.ts";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { formerMailboxKey, mailboxKey } from "../../../shared/acts/supporter-keys.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { ProjectId } from "../../../shared/domain/ids.ts";
import { isSameMailbox } from "../../../shared/domain/mailbox.ts";
import { acceptedIn } from "../../../shared/domain/project/co-authors.ts";
import { draftGoesAt, MOST_DRAFTS } from "../../../shared/domain/project/draft.ts";
import { checkCall, isFoundAgain } from "../../../shared/domain/project/proposal.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { epochSeconds, type Instant } from "../../../shared/domain/time.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { draftsView } from "../../../shared/pages/proposals/draft.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { formKey, frameIn } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { TokenPath } from "./support-page.ts";

interface Author {
  readonly email: string;
  readonly cycle: Cycle;
  /** Keyed hashes of the mailbox: what it wrote is found by them, under the first what it begins; they say nothing by themselves. */
  readonly mailboxes: readonly [string, ...string[]];
}

/** Whose link it is, while the call is open or its authors are known; one whose time is over says so. */
const authorOf = async (request: Request<TokenPath>, deps: Deps): Promise<Author> => {
  const opened = await deps.tokens.open("author", request.params.token, AuthorClaims);
  if (!opened) throw new Refused(refusal("thing/not-found", {}));
  if (opened.expired) throw new Refused(refusal("thing/gone", {}));
  const { cycleId, email } = opened.claims;
  const cycle = await cycleOf(cycleId, deps);
  const mailbox = await mailboxKey(cycleId, email, deps);
  if (isFoundAgain(cycle, request.receivedAt)) return { email, cycle, mailboxes: [mailbox] };
  accept(checkCall(cycle, request.receivedAt));
  return { email, cycle, mailboxes: [mailbox, await formerMailboxKey(cycleId, email, deps)] };
};

const idsOf = async ({ cycle, mailboxes }: Author, now: Instant, { store }: Deps): Promise<ProjectId[]> => {
  const all = await Promise.all(mailboxes.map((one) => store.drafts.ofMailbox(cycle.id, one, now)));
  return [...new Set(all.flat())];
};

const page = async (request: Request, author: Author, deps: Deps): Promise<Html> => {
  const { email, cycle } = author;
  const { store, system } = deps;
  const ids = await idsOf(author, system.now(), deps);
  const items = await Promise.all(
    ids.map(async (projectId) => {
      const project = await store.projects.get(cycle.id, projectId);
      const draft = project ? undefined : await store.drafts.get(cycle.id, projectId, system.now());
      if (!project && !draft) return [];
      const isOwn = isSameMailbox(project ? project.author?.email : draft?.email, email);
      const coAuthor = acceptedIn(project ?? draft ?? {}).find((one) => isSameMailbox(one.email, email))?.id;
      if (!isOwn && coAuthor === undefined) return [];
      const place = {
        cycleId: cycle.id,
        projectId,
        proof: await authorProofOf(projectId, deps, isOwn ? undefined : coAuthor),
      };
      const times = Object.values(draft?.saved ?? {}).map(({ at }) => at);
      const title = project?.title ?? draft?.answers.title ?? null;
      return [{ place, title, number: project?.number ?? null, savedAt: times.sort().at(-1) ?? null }];
    }),
  );
  return draftsView(frameIn(request, cycle), {
    email,
    items: items.flat(),
    most: MOST_DRAFTS,
    isOpen: checkCall(cycle, request.receivedAt).ok,
    mayBegin: ids.length < MOST_DRAFTS,
    key: request.key ?? formKey(deps),
  });
};

export const getDrafts = endpoint(routes.getDrafts, {
  summary: "What a mailbox writes in a call, behind a mailed link",
  params: TokenPath,
  handle: async (request, deps) => view(await page(request, await authorOf(request, deps), deps)),
});

export const postDraft = endpoint(routes.postDraft, {
  summary: "Begin a proposal",
  params: TokenPath,
  body: z.strictObject({ key: z.string().optional() }),
  handle: async (request, deps) => {
    const { language, receivedAt: createdAt, newId, fingerprint } = request;
    const author = await authorOf(request, deps);
    const { email, cycle, mailboxes } = author;
    accept(checkCall(cycle, createdAt));
    const id = newId("prj");
    const ids = await idsOf(author, createdAt, deps);
    if (ids.length >= MOST_DRAFTS && !ids.includes(id)) return view(await page(request, author, deps), 409);
    const draft = accept(
      await deps.store.drafts.begin(
        {
          ...{ id, cycleId: cycle.id, email, language, createdAt, fingerprint },
          ...{ answers: {}, saved: {}, version: 1 },
          expiresAtSeconds: epochSeconds(draftGoesAt(cycle, createdAt)),
        },
        mailboxes[0],
      ),
    );
    return seeOther(link(request, await authorPath(draft, deps)));
  },
});
