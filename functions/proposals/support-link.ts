import { z } from "zod";
import { askByMail } from "../../shared/acts/ask-by-mail.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import type { Language } from "../../shared/domain/languages.ts";
import { mailboxOf } from "../../shared/domain/mailbox.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { takesSupport } from "../../shared/domain/project/support.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused, type Result, refused } from "../../shared/domain/result.ts";
import { calledName, Email } from "../../shared/domain/text.ts";
import { type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { linkKeeper } from "../../shared/platform/kept-link.ts";
import { macText } from "../../shared/platform/keyed.ts";
import type { SUPPORTER_LETTER } from "../admissions.ts";

export const NewSupport = z.strictObject({ name: calledName(120), email: Email }).meta({ id: "NewSupport" });
export type NewSupport = z.infer<typeof NewSupport>;

/** What a support link carries, sealed: the person is a keyed hash already, so that the address is in no link and no table. */
const SupportClaims = z.object({
  cycleId: CycleId,
  projectId: ProjectId,
  person: z.string(),
  name: z.string(),
});
type SupportClaims = z.infer<typeof SupportClaims>;

const LINK_SECONDS = 7 * 86_400;

/** One mailbox is one person in a cycle, as far as its provider says that it is one. With the cycle's secret destroyed the hash says nothing any more. */
const personOf = async (cycleId: CycleId, email: string, { vault }: Pick<Deps, "vault">): Promise<string> =>
  macText(await vault.cycleKey(cycleId, "supporters"), "person", mailboxOf(email, "sure"));

interface SupportAsked {
  readonly project: Project;
  readonly support: NewSupport;
  readonly language: Language;
  readonly at: Instant;
  readonly fingerprint: string;
  readonly admit: Admit<typeof SUPPORTER_LETTER>;
}

/** Sends the link by which a support is confirmed. Nothing is counted before, and nobody learns who supports what. */
export const sendSupportLink = async (
  { project, support, language, at, fingerprint, admit }: SupportAsked,
  deps: Deps,
): Promise<Result<void>> => {
  if (!takesSupport(project)) return refused(refusal("project/state", { status: project.status }));
  const { cycleId, id: projectId, number, title } = project;
  const until = plusSeconds(at, LINK_SECONDS);
  const person = await personOf(cycleId, support.email, deps);
  const token = await deps.tokens.seal("support", { cycleId, projectId, person, name: support.name }, until);
  const link = (await linkKeeper(deps))(pathTo("supportLink", { token }));
  const letter = notice("support/confirm", support.email, language, { number, title, link, until });
  return askByMail({ admit, contact: support.email, event: `support/${fingerprint}`, letter, at });
};

/** What a support link says; a link of ours whose time is over, and one that is not ours, are refused. */
export const openSupportLink = async (
  token: string,
  { tokens }: Pick<Deps, "tokens">,
): Promise<SupportClaims> => {
  const opened = await tokens.open("support", token, SupportClaims);
  if (!opened) throw new Refused(refusal("thing/not-found", {}));
  if (opened.expired) throw new Refused(refusal("thing/gone", {}));
  return opened.claims;
};

/** Counts one person's support; the author's own is none. */
export const countSupport = async (
  { person, name }: SupportClaims,
  project: Project,
  at: Instant,
  deps: Deps,
): Promise<Result<void>> => {
  const author = project.author?.email;
  if (author !== undefined && (await personOf(project.cycleId, author, deps)) === person)
    return refused(refusal("project/own-support", {}));
  return deps.store.supports.add(project, person, { name, at });
};
