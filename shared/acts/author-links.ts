import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { pathTo } from "../domain/addresses.ts";
import { CycleId, type ProjectId } from "../domain/ids.ts";
import type { Notice, NoticeFacts } from "../domain/notice/notice.ts";
import { notice } from "../domain/notice/notice.ts";
import type { ProposalFacts, ProposalLetters } from "../domain/project/letter-facts.ts";
import type { Project } from "../domain/project/project.ts";
import { Email } from "../domain/text.ts";
import type { Instant } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import { linkKeeper } from "../platform/kept-link.ts";
import { macText, sameText } from "../platform/keyed.ts";
import { noticeWrite } from "../store/notices.ts";
import type { Write } from "../store/write.ts";

/** Who may write a proposal: whoever opened the link that came to this address. */
export const AuthorClaims = z.object({ cycleId: CycleId, email: Email });
export type AuthorClaims = z.infer<typeof AuthorClaims>;

/** What proves an author to their own proposal: nothing of a person is in it. */
const authorProof = (key: KeyObject, projectId: ProjectId): string => macText(key, "author", projectId);

export const isAuthorProof = async (
  projectId: ProjectId,
  proof: string,
  { vault }: Pick<Deps, "vault">,
): Promise<boolean> => {
  const { accepted } = await vault.links("links");
  return accepted.some((key) => sameText(proof, authorProof(key, projectId)));
};

/** The author's own page, without its language. */
export const authorPath = async (
  { cycleId, id }: Pick<Project, "cycleId" | "id">,
  { vault }: Pick<Deps, "vault">,
): Promise<string> => {
  const { current } = await vault.links("links");
  return pathTo("author", { cycleId, projectId: id, proof: authorProof(current, id) });
};

/** Kinds of letters that name a proposal which has a number. */
type AuthorNotice = {
  [K in keyof ProposalLetters]: ProposalLetters[K] extends ProposalFacts ? K : never;
}[Exclude<keyof ProposalLetters, "support/confirm">];

/**
 * The letter to a project's author about one step, for the transaction of the step; nothing where no address is known. Each step is told
 * once, however often it is tried.
 */
export const tellAuthor = async <K extends AuthorNotice>(
  project: Project,
  kind: K,
  facts: Omit<ProposalLetters[K], keyof ProposalFacts>,
  at: Instant,
  deps: Pick<Deps, "vault" | "system">,
): Promise<Write[]> => {
  const { id, number, title, author } = project;
  if (author?.email === undefined) return [];
  const link = (await linkKeeper(deps))(await authorPath(project, deps));
  const all = { number, title, link, ...facts } as NoticeFacts[K];
  const letter = notice(kind, author.email, author.language, all) as Notice;
  const subject = { of: "project", cycleId: project.cycleId, projectId: id } as const;
  return [noticeWrite(`${id}/${kind}`, letter, at, { subject })];
};
