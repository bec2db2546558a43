import { AuthorProof, type CoAuthorId } from "../../shared/domain/ids.ts";
import { type CoAuthor, mostCoAuthors } from "../../shared/domain/project/co-authors.ts";
import { proposalFormOf } from "../../shared/domain/project/proposal-form.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import {
  invite,
  type Named,
  namedAt,
  recordOf,
  stepCoAuthor,
} from "../../shared/subjects/coauthors/naming.ts";
import {
  CoAuthorStep,
  CoAuthors,
  NewCoAuthor,
  shownCoAuthor,
} from "../../shared/subjects/coauthors/rules.ts";
import { routes } from "../routes.ts";
import { type AuthorPath, holderOf, ProjectPath } from "./project-of.ts";

const notFound = () => new Refused(refusal("thing/not-found", {}));

/** A proposal or its draft, and whose link leads to it. */
export const namedBy = async (
  path: AuthorPath,
  deps: Deps,
): Promise<{ readonly named: Named; readonly holder: "author" | CoAuthor }> => {
  const named = await namedAt(path, deps);
  const holder = await holderOf(path, named.ok ? recordOf(named.value) : {}, deps);
  return { named: accept(named), holder };
};

/** Of whom a step is, by whoever takes it: an author takes back whom they invited, everybody else speaks for themselves. */
export const subjectOfStep = (
  holder: "author" | CoAuthor,
  { event, coAuthorId }: Pick<typeof CoAuthorStep._zod.output, "event" | "coAuthorId">,
): CoAuthorId => {
  const id = holder === "author" ? coAuthorId : holder.id;
  if (id === undefined || (holder === "author") !== (event === "take-back")) throw notFound();
  return id;
};

/** All of them to who stands behind it; to who does not, what they said themselves. */
const seenBy = (holder: "author" | CoAuthor, items: readonly CoAuthor[]): readonly CoAuthor[] => {
  if (holder === "author") return items;
  const own = items.filter(({ id }) => id === holder.id);
  return own.some(({ state }) => state === "accepted") ? items : own;
};

const shown = ({ cycle, ...of }: Named, items: readonly CoAuthor[]) =>
  json({
    projectId: (of.project ?? of.draft)?.id,
    most: mostCoAuthors(proposalFormOf(cycle.ruleSet)),
    items: items.map(shownCoAuthor),
  });

export const postCoAuthor = endpoint(routes.postCoAuthor, {
  summary: "Invite a co-author, by the author's link",
  description:
    "Of a draft or a proposal that is checked. The one who is named gets a letter with a link of their own; before they accept, nobody sees them and they " +
    "may do nothing. The same request repeated sends nothing more.",
  params: ProjectPath,
  body: NewCoAuthor.extend({ proof: AuthorProof }).meta({ id: "NewCoAuthor" }),
  replies: { 200: CoAuthors },
  handle: async ({ params, body, newId, language, receivedAt: at, admit }, deps) => {
    const { proof, ...asked } = body;
    const { named, holder } = await namedBy({ ...params, proof }, deps);
    if (holder !== "author") throw notFound();
    const asking = { asked, id: newId("coa"), at, language, admit: admit.invite };
    return shown(named, accept(await invite(params, asking, deps)));
  },
});

export const postCoAuthorStep = endpoint(routes.postCoAuthorStep, {
  summary: "Accept or decline to be co-author, leave, or take an invitation back",
  description:
    "By the co-author's own link; an author takes back whom they invited by theirs, while nobody has answered.",
  params: ProjectPath,
  body: CoAuthorStep,
  replies: { 200: CoAuthors },
  handle: async ({ params, body, language, receivedAt: at }, deps) => {
    const { named, holder } = await namedBy({ ...params, proof: body.proof }, deps);
    const { event, isNamePublic } = body;
    const step = { id: subjectOfStep(holder, body), event, isNamePublic, language, at };
    return shown(named, seenBy(holder, accept(await stepCoAuthor(params, step, deps))));
  },
});
