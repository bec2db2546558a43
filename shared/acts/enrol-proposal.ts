import type { Cycle } from "../domain/cycle/cycle.ts";
import { folded, foldedName } from "../domain/folded.ts";
import { caseMark } from "../domain/intake/case-mark.ts";
import type { ArrivedBy, RegisterEntry } from "../domain/intake/register.ts";
import { workOfProject } from "../domain/office/edition-work.ts";
import { checkForm } from "../domain/project/answers.ts";
import { acceptedIn } from "../domain/project/co-authors.ts";
import { projectNumber } from "../domain/project/number-scheme.ts";
import type { Project } from "../domain/project/project.ts";
import {
  checkCall,
  checkCategory,
  checkCost,
  type Proposal,
  type Unconfirmed,
} from "../domain/project/proposal.ts";
import { proposalFormOf } from "../domain/project/proposal-form.ts";
import { supportersNeededIn } from "../domain/project/support.ts";
import { elsewhere } from "../domain/project/whereabouts.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import { districtsOfPool } from "../domain/rule-set.ts";
import { dayOf, type Instant } from "../domain/time.ts";
import type { Deps, Site } from "../platform/deps.ts";
import { macText } from "../platform/keyed.ts";
import type { NextEntry } from "../store/register.ts";
import type { Write } from "../store/write.ts";
import { mailboxKey } from "./supporter-keys.ts";
import { tellAuthor } from "./tell-author.ts";

export type Submission = Omit<Unconfirmed, "expiresAtSeconds">;

type Author = Omit<NonNullable<Project["author"]>, "language">;

/** A proposal as it is enrolled: on paper an author may have no mailbox. */
type Content = Omit<Proposal, "author"> & { readonly author: Author };

/** How it came in, where it did not come on line at the moment of its submission. */
export interface Arrival {
  readonly by: ArrivedBy;
  readonly enteredAt: Instant;
  readonly scan: RegisterEntry["scan"];
}

type Edition = Pick<Cycle, "id" | "edition" | "calendar" | "ruleSet" | "pools">;

/** A point that is surely not where the pool is, in the words of the city. */
const checkPlace = (
  { ruleSet }: Pick<Cycle, "ruleSet">,
  { pool, location }: Pick<Proposal, "pool" | "location">,
  { city }: Site,
): Result<void> => {
  const found = location && elsewhere(city, districtsOfPool(ruleSet, pool), location);
  if (!found) return ok(undefined);
  const district = "district" in found ? city.districts.find(({ id }) => id === found.district) : undefined;
  return refused(refusal("project/elsewhere", { district: district?.name ?? null }, "/location"));
};

/** Whether a place and a cost fit a pool, as far as they are known. */
export const checkPlaceAndCost = (
  cycle: Cycle,
  {
    pool,
    location,
    grosze,
  }: { readonly pool: string; readonly location: Proposal["location"]; readonly grosze: number },
  { site }: Pick<Deps, "site">,
): Result<void> => {
  const cost = checkCost(cycle, pool, { grosze, pointer: "/cost" });
  return cost.ok ? checkPlace(cycle, { pool, location }, site) : cost;
};

/** Whether a proposal fits its pool. `costPointer` names the field of the cost in the request. */
export const checkProposal = (
  cycle: Cycle,
  proposal: Omit<Proposal, "author">,
  costPointer: string,
  { site }: Pick<Deps, "site">,
): Result<void> => {
  const category = checkCategory(cycle.ruleSet, proposal.category, "/category");
  if (!category.ok) return category;
  const cost = checkCost(cycle, proposal.pool, {
    grosze: proposal.estimatedCostGrosze,
    pointer: costPointer,
  });
  return cost.ok ? checkPlace(cycle, proposal, site) : cost;
};

/** Whether the call is open, and the proposal is what the edition's form asks for and fits its pool. */
export const checkSubmission = (
  cycle: Cycle,
  { proposal, submittedAt }: Pick<Submission, "proposal" | "submittedAt">,
  costPointer: string,
  deps: Pick<Deps, "site">,
): Result<void> => {
  const open = checkCall(cycle, submittedAt);
  if (!open.ok) return open;
  const asked = checkForm(proposalFormOf(cycle.ruleSet), proposal);
  return asked.ok ? checkProposal(cycle, proposal, costPointer, deps) : asked;
};

/** By which terms the same paper is found again: its title, and its author with the day. Nobody reads a name out of it. */
export const twinTerms = async (
  cycleId: Cycle["id"],
  {
    title,
    author,
    arrivedAt,
  }: { readonly title: string; readonly author: string; readonly arrivedAt: Instant },
  { vault }: Pick<Deps, "vault">,
): Promise<string[]> => {
  const key = await vault.cycleKey(cycleId, "supporters");
  return [
    macText(key, "title of a paper", folded(title)),
    macText(key, "author of a paper", foldedName(author), dayOf(arrivedAt)),
  ];
};

interface CameIn extends Arrival {
  readonly arrivedAt: Instant;
  readonly author: string;
  readonly isLate?: boolean;
}

/** The line of the register for what came in, under whichever number is next. */
export const registered = async (
  { id: projectId, title }: Pick<Project, "id" | "title">,
  { by: arrivedBy, enteredAt, scan, arrivedAt, author, isLate = false }: CameIn,
  { id: cycleId, edition }: Edition,
  deps: Pick<Deps, "site" | "vault">,
): Promise<NextEntry> => ({
  entryOf: (number) => {
    const year = dayOf(enteredAt).slice(0, 4);
    const mark = caseMark(deps.site.city.caseMarks, { sequence: number, year, edition });
    return { number, mark, cycleId, projectId, title, arrivedAt, arrivedBy, enteredAt, isLate, scan };
  },
  twins: await twinTerms(cycleId, { title, author, arrivedAt }, deps),
});

/** Whoever stands behind it finds it again by their mailbox, however it came in. */
const foundAgain = (
  { cycleId, id, author, coAuthors }: Pick<Project, "cycleId" | "id" | "author" | "coAuthors">,
  deps: Pick<Deps, "store" | "vault">,
): Promise<Write[]> => {
  const mailboxes = [author, ...acceptedIn({ coAuthors })].flatMap((one) => one?.email ?? []);
  return Promise.all(
    mailboxes.map(async (email) =>
      deps.store.drafts.found(cycleId, await mailboxKey(cycleId, email, deps), id),
    ),
  );
};

/** Gives a proposal its number, its case and its place in the list. Its author has shown that the address is theirs, or the office has the paper. */
export const enrolProposal = async (
  {
    id,
    cycleId,
    proposal,
    language,
    submittedAt,
    fingerprint,
    coAuthors,
  }: Omit<Submission, "proposal"> & { readonly proposal: Content } & Pick<Project, "coAuthors">,
  cycle: Edition,
  deps: Deps,
  arrival: Arrival = { by: "online", enteredAt: submittedAt, scan: null },
  also: Parameters<Deps["store"]["projects"]["enrol"]>[0]["also"] = async () => [],
): Promise<Result<Project>> => {
  const { store } = deps;
  const { author, ...content } = proposal;
  const project: Omit<Project, "number"> = {
    id,
    cycleId,
    ...content,
    status: "submitted",
    withdrawnAfterFreeze: false,
    author: { ...author, language },
    ...(coAuthors && { coAuthors }),
    supporters: 0,
    history: [{ at: submittedAt, status: "submitted" }],
    version: 1,
    submittedAt,
    fingerprint,
  };
  return store.projects.enrol({
    project,
    numberOf: (sequence) =>
      projectNumber(deps.site.city.projectNumbers, { pool: proposal.pool, sequence, edition: cycle.edition }),
    registered: await registered(
      project,
      { ...arrival, arrivedAt: submittedAt, author: author.name },
      cycle,
      deps,
    ),
    work: workOfProject(project, cycle, submittedAt),
    also: async (numbered) => [
      await store.unconfirmed.drop(cycleId, id),
      ...(await foundAgain(project, deps)),
      ...(await tellAuthor(
        numbered,
        "proposal/received",
        {
          submittedAt,
          mark: numbered.register?.mark,
          supporters: supportersNeededIn(cycle, project.pool) || undefined,
        },
        arrival.enteredAt,
        deps,
      )),
      ...(await also(numbered)),
    ],
  });
};
