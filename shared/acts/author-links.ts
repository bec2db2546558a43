import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { pathTo } from "../domain/addresses.ts";
import { type CoAuthorId, CycleId, ProjectId } from "../domain/ids.ts";
import type { Project } from "../domain/project/project.ts";
import { Email } from "../domain/text.ts";
import { type Instant, plusSeconds } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import { digitsFrom, macText, sameText } from "../platform/keyed.ts";

/** Who may write a proposal: whoever opened the link that came to this address. */
export const AuthorClaims = z.object({ cycleId: CycleId, email: Email });
export type AuthorClaims = z.infer<typeof AuthorClaims>;

/** A letter with a link has a code too, for who reads it elsewhere: this much of it the page knows that waits for the code. */
export const CodeClaims = AuthorClaims.extend({ letter: z.string() });
export type CodeClaims = z.infer<typeof CodeClaims>;

const CODE_DIGITS = 8;

const digitsOf = (key: KeyObject, { cycleId, email, letter }: CodeClaims): string =>
  digitsFrom(key, `author/${cycleId}/${email}/${letter}`, CODE_DIGITS);

export const authorCode = async (claims: CodeClaims, { vault }: Pick<Deps, "vault">): Promise<string> =>
  digitsOf((await vault.links("author-codes")).current, claims);

export const isAuthorCode = async (
  typed: string,
  claims: CodeClaims,
  { vault }: Pick<Deps, "vault">,
): Promise<boolean> =>
  (await vault.links("author-codes")).accepted.some((key) => sameText(typed, digitsOf(key, claims)));

/** Whose copy a link is of: it ends, since who has it reads the author's name. */
export const CopyClaims = z.object({ cycleId: CycleId, projectId: ProjectId });

const COPY_SECONDS = 86_400;

export const copyPath = async (
  { cycleId, id: projectId }: Pick<Project, "cycleId" | "id">,
  at: Instant,
  { tokens }: Pick<Deps, "tokens">,
): Promise<string> =>
  pathTo("proposalCopy", {
    token: await tokens.seal("copy", { cycleId, projectId }, plusSeconds(at, COPY_SECONDS)),
  });

/** What proves an author, or one of the co-authors, to their own proposal: nothing of a person is in it. */
const authorProof = (key: KeyObject, projectId: ProjectId, coAuthor?: CoAuthorId): string =>
  coAuthor === undefined ? macText(key, "author", projectId) : macText(key, "co-author", projectId, coAuthor);

export const isAuthorProof = async (
  projectId: ProjectId,
  proof: string,
  { vault }: Pick<Deps, "vault">,
  coAuthor?: CoAuthorId,
): Promise<boolean> => {
  const { accepted } = await vault.links("links");
  return accepted.some((key) => sameText(proof, authorProof(key, projectId, coAuthor)));
};

export const authorProofOf = async (
  projectId: ProjectId,
  { vault }: Pick<Deps, "vault">,
  coAuthor?: CoAuthorId,
): Promise<string> => authorProof((await vault.links("links")).current, projectId, coAuthor);

/** The author's own page, or that of one of the co-authors, without its language. */
export const authorPath = async (
  { cycleId, id }: Pick<Project, "cycleId" | "id">,
  deps: Pick<Deps, "vault">,
  coAuthor?: CoAuthorId,
): Promise<string> =>
  pathTo("author", { cycleId, projectId: id, proof: await authorProofOf(id, deps, coAuthor) });
