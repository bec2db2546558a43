/** Letters to whoever stands behind a proposal, by mail or on paper. */
import { createHash } from "node:crypto";
import { pathTo } from "../domain/addresses.ts";
import type { LetterId } from "../domain/ids.ts";
import type { PrintedLetter } from "../domain/intake/printed-letter.ts";
import type { LetterSubject } from "../domain/notice/given-up.ts";
import { type Notice, type NoticeFacts, notice } from "../domain/notice/notice.ts";
import { acceptedIn } from "../domain/project/co-authors.ts";
import type { ProposalFacts, ProposalLetters } from "../domain/project/letter-facts.ts";
import type { Project } from "../domain/project/project.ts";
import type { Instant } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import { linkKeeper } from "../platform/kept-link.ts";
import { personName } from "../platform/letter-names.ts";
import { idFrom } from "../platform/system.ts";
import { noticeWrite } from "../store/notices.ts";
import { printedWrite } from "../store/printed-letters.ts";
import type { Write } from "../store/write.ts";
import { authorPath } from "./author-links.ts";

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
