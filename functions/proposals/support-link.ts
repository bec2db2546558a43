import { z } from "zod";
import { askByMail } from "../../shared/acts/ask-by-mail.ts";
import { supporterKeys } from "../../shared/acts/supporter-keys.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId, ProjectId, SupportId } from "../../shared/domain/ids.ts";
import type { Language } from "../../shared/domain/languages.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { acceptedIn } from "../../shared/domain/project/co-authors.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { signsWithAddress, takesSupport } from "../../shared/domain/project/support.ts";
import { notValid, refusal } from "../../shared/domain/refusals.ts";
import { existing, Refused, type Result, refused } from "../../shared/domain/result.ts";
import { Email, mayBeEmpty } from "../../shared/domain/text.ts";
import { type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { linkKeeper } from "../../shared/platform/kept-link.ts";
import { SignedAddress, SignedName, SupportLine } from "../../shared/subjects/supporters/rules.ts";
import { openSupporters } from "../../shared/subjects/supporters/store.ts";
import type { SUPPORTER_LETTER } from "../admissions.ts";

export const NewSupport = z
  .strictObject({
    name: SignedName,
    /** Where the edition knows who supports by name and address. */
    address: mayBeEmpty(SignedAddress),
    email: Email,
  })
  .meta({ id: "NewSupport" });
export type NewSupport = z.infer<typeof NewSupport>;

/** What a support link carries, sealed: the mailbox is a keyed hash already, so that the address of mail is in no link and no table. */
const SupportClaims = z.object({
  cycleId: CycleId,
  projectId: ProjectId,
  id: SupportId,
  people: z.array(z.string()),
  name: z.string(),
  address: z.string().optional(),
});
type SupportClaims = z.infer<typeof SupportClaims>;

const LINK_SECONDS = 7 * 86_400;

interface SupportAsked {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly support: NewSupport;
  readonly language: Language;
  readonly at: Instant;
  readonly fingerprint: string;
  readonly id: SupportId;
  readonly admit: Admit<typeof SUPPORTER_LETTER>;
}

/** Sends the link by which a support is confirmed. Nothing is counted before, and nobody learns who supports what. */
export const sendSupportLink = async (
  { cycle, project, support, language, at, fingerprint, id, admit }: SupportAsked,
  deps: Deps,
): Promise<Result<void>> => {
  if (!takesSupport(project)) return refused(refusal("project/state", { status: project.status }));
  const { cycleId, id: projectId, number, title } = project;
  const until = plusSeconds(at, LINK_SECONDS);
  const { name, email } = support;
  const address = signsWithAddress(cycle) ? support.address : undefined;
  if (signsWithAddress(cycle) && address === undefined)
    return refused(notValid([{ pointer: "/address", rule: "required" }]));
  const people = await supporterKeys(cycleId, { name, address, email }, deps);
  const token = await deps.tokens.seal("support", { cycleId, projectId, id, people, name, address }, until);
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

/** Tries of one support, where the proposal changes in between. */
const TRIES = 5;

/** Counts one person's support; that of the author, or of a co-author, is none, whichever of both somebody becomes first. */
export const countSupport = async (
  claims: SupportClaims,
  before: Project,
  at: Instant,
  deps: Deps,
): Promise<Result<void>> => {
  for (let project = before, tries = 1; ; tries++) {
    const counted = await countOnce(claims, project, at, deps);
    if (counted.ok || counted.refusal.code !== "request/changed-since" || tries === TRIES) return counted;
    project = existing(await deps.store.projects.get(project.cycleId, project.id));
  }
};

const countOnce = async (
  claims: SupportClaims,
  project: Project,
  at: Instant,
  deps: Deps,
): Promise<Result<void>> => {
  const theirs = [project.author, ...acceptedIn(project)].flatMap((one) => one?.email ?? []);
  const keysOf = (email: string) => supporterKeys(project.cycleId, { name: "", email }, deps);
  const own = (await Promise.all(theirs.map(keysOf))).flat();
  if (claims.people.some((person) => own.includes(person)))
    return refused(refusal("project/own-support", {}));
  return openSupporters(deps.store.table).enter(SupportLine.parse({ ...claims, at }), {
    seen: project.version,
  });
};
