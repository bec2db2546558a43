import { createHash, type KeyObject } from "node:crypto";
import { z } from "zod";
import { pathTo } from "../domain/addresses.ts";
import { type CoAuthorId, CycleId, type LetterId, ProjectId } from "../domain/ids.ts";
import type { PrintedLetter } from "../domain/intake/printed-letter.ts";
import type { LetterSubject } from "../domain/notice/given-up.ts";
import type { Notice, NoticeFacts } from "../domain/notice/notice.ts";
import { notice } from "../domain/notice/notice.ts";
import { acceptedIn } from "../domain/project/co-authors.ts";
import type { ProposalFacts, ProposalLetters } from "../domain/project/letter-facts.ts";
import type { Project } from "../domain/project/project.ts";
import { Email } from "../domain/text.ts";
import { type Instant, plusSeconds } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import { linkKeeper } from "../platform/kept-link.ts";
import { digitsFrom, macText, sameText } from "../platform/keyed.ts";
import { personName } from "../platform/letter-names.ts";
import { idFrom } from "../platform/system.ts";
import { noticeWrite } from "../store/notices.ts";
import { printedWrite } from "../store/printed-letters.ts";
import type { Write } from "../store/write.ts";

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

/** Kinds of letters that name a proposal which has a number. */
type AuthorNotice = {
  [K in keyof ProposalLetters]: ProposalLetters[K] extends ProposalFacts ? K : never;
}[Exclude<keyof ProposalLetters, "support/confirm">];

interface Case extends Pick<Project, "id" | "cycleId" | "author"> {
  /** As the office's register has it. */
  readonly mark: string | null;
}

interface Told {
  readonly subject?: LetterSubject;
  /** Which one it is, of steps that may come again. */
  readonly step?: string;
}

/** What is written of a letter by its event: the same event never becomes two letters. */
const printedId = (event: string): LetterId =>
  idFrom("ltr", createHash("sha256").update(event).digest()) as LetterId;

/**
 * The letter to whoever filed a proposal about one step, for the transaction of the step: by mail, or where no mailbox is known one to print;
 * where no address is known at all, a clerk tells what it says, by telephone or at the desk. Each step is told once, however often it is tried.
 * A link is for the mailbox alone.
 */
export const tellOfCase = async <K extends keyof ProposalLetters>(
  { id, cycleId, author, mark }: Case,
  kind: K,
  facts: ProposalLetters[K],
  at: Instant,
  deps: Pick<Deps, "vault">,
  { subject, step = "" }: Told = {},
): Promise<Write[]> => {
  const event = `${id}/${kind}${step}`;
  if (author?.email !== undefined) {
    const letter = notice(kind, author.email, author.language, facts as NoticeFacts[K]) as Notice;
    return [noticeWrite(event, letter, at, subject && { subject })];
  }
  // Of one who came with a list of the office nothing but a name is known: there is nobody to tell.
  if (!author || (mark === null && author.postal === undefined && author.phone === undefined)) return [];
  const letterId = printedId(event);
  const letter: PrintedLetter = {
    id: letterId,
    cycleId,
    projectId: id,
    mark,
    to: {
      name: author.name,
      ...author.postal,
      ...(author.phone !== undefined && { phone: author.phone }),
    },
    foundBy: await personName(deps, author.name),
    about: { kind, language: author.language, facts: "link" in facts ? { ...facts, link: "" } : facts },
    writtenAt: at,
    state: author.postal ? "to-print" : "to-tell",
    version: 1,
  };
  return [printedWrite(letter, pathTo("officePrintedLetter", { cycleId, letterId }))];
};

/** The letter to a project's author about one step, and to each co-author who is told of it, each with a link of their own. */
export const tellAuthor = async <K extends AuthorNotice>(
  project: Project,
  kind: K,
  facts: Omit<ProposalLetters[K], keyof ProposalFacts>,
  at: Instant,
  deps: Pick<Deps, "vault" | "system">,
  step?: string,
): Promise<Write[]> => {
  const { id, cycleId, number, title, author, register } = project;
  const keep = await linkKeeper(deps);
  const link = author?.email === undefined ? "" : keep(await authorPath(project, deps));
  const all = { number, title, link, ...facts } as ProposalLetters[K];
  const mark = register?.mark ?? null;
  const subject = { of: "project", cycleId, projectId: id } as const;
  const own = await tellOfCase({ id, cycleId, author, mark }, kind, all, at, deps, {
    subject,
    ...(step !== undefined && { step }),
  });
  const others = acceptedIn(project).map(async ({ id: coAuthor, isTold, ...author }) => {
    if (!isTold) return [];
    const link = author.email === undefined ? "" : keep(await authorPath(project, deps, coAuthor));
    const to = { id, cycleId, author, mark };
    return tellOfCase(to, kind, { ...all, link }, at, deps, { subject, step: `${step ?? ""}/${coAuthor}` });
  });
  return [...own, ...(await Promise.all(others)).flat()];
};
