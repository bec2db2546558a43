import { z } from "zod";
import { authorPath, tellAuthor } from "../../shared/acts/author-links.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { workOfProject } from "../../shared/domain/office/edition-work.ts";
import { projectNumber } from "../../shared/domain/project/number-scheme.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { checkCall, checkCost, type Draft, NewProposal } from "../../shared/domain/project/proposal.ts";
import { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { elsewhere } from "../../shared/domain/project/whereabouts.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, ok, type Result, refused } from "../../shared/domain/result.ts";
import { districtsOfPool } from "../../shared/domain/rule-set.ts";
import { epochSeconds, Instant, instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps, Site } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { linkKeeper } from "../../shared/platform/kept-link.ts";
import { noticeWrite } from "../../shared/store/notices.ts";
import type { AUTHOR_LETTER } from "../admissions.ts";
import { routes } from "../routes.ts";
import { InCycle } from "./project-of.ts";

/** How long an author has to confirm a proposal that came without a proved address. */
const CONFIRM_SECONDS = 86_400;

type Submission = Omit<Draft, "expiresAtSeconds">;

export const confirmBy = ({ expiresAtSeconds }: Pick<Draft, "expiresAtSeconds">): Instant =>
  instant(expiresAtSeconds * 1000);

/** A point that is surely not where the pool is, in the words of the city. */
const checkPlace = (
  { ruleSet }: Pick<Cycle, "ruleSet">,
  { pool, location }: NewProposal,
  { city }: Site,
): Result<void> => {
  const found = location && elsewhere(city, districtsOfPool(ruleSet, pool), location);
  if (!found) return ok(undefined);
  const district = "district" in found ? city.districts.find(({ id }) => id === found.district) : undefined;
  return refused(refusal("project/elsewhere", { district: district?.name ?? null }, "/location"));
};

/** Whether the call is open and the proposal fits its pool. `costPointer` names the field of the cost in the request. */
export const checkSubmission = (
  cycle: Cycle,
  { proposal, submittedAt }: Pick<Submission, "proposal" | "submittedAt">,
  costPointer: string,
  { site }: Pick<Deps, "site">,
): Result<void> => {
  const open = checkCall(cycle, submittedAt);
  if (!open.ok) return open;
  const cost = checkCost(cycle, proposal.pool, {
    grosze: proposal.estimatedCostGrosze,
    pointer: costPointer,
  });
  return cost.ok ? checkPlace(cycle, proposal, site) : cost;
};

/** Keeps a proposal whose address is not proved yet, and sends the link that proves it. */
const keepDraft = async (
  submission: Submission,
  admit: Admit<typeof AUTHOR_LETTER>,
  deps: Deps,
): Promise<Result<Draft | Project>> => {
  const { store } = deps;
  const { id, cycleId, proposal, language, submittedAt } = submission;
  const open = checkSubmission(await cycleOf(cycleId, deps), submission, "/estimatedCostGrosze", deps);
  if (!open.ok) return open;
  const until = plusSeconds(submittedAt, CONFIRM_SECONDS);
  const link = (await linkKeeper(deps))(await authorPath(submission, deps));
  const letter = notice("proposal/confirm", proposal.author.email, language, {
    title: proposal.title,
    link,
    until,
  });
  return store.drafts.keep({ ...submission, expiresAtSeconds: epochSeconds(until) }, (draft) =>
    admit({ contact: proposal.author.email }, [
      ...draft,
      noticeWrite(`${id}/proposal/confirm`, letter, submittedAt),
    ]),
  );
};

/** Gives a proposal its number and its place in the list. Its author has shown that the address is theirs. */
export const enrolProposal = async (
  { id, cycleId, proposal, language, submittedAt, fingerprint }: Submission,
  cycle: Pick<Cycle, "id" | "edition" | "calendar">,
  deps: Deps,
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
    work: workOfProject(project, cycle, submittedAt),
    also: async (numbered) => [
      await store.drafts.drop(cycleId, id),
      ...(await tellAuthor(numbered, "proposal/received", { submittedAt }, submittedAt, deps)),
    ],
  });
};

const SubmittedProposal = z
  .object({
    id: ProjectId,
    cycleId: CycleId,
    title: z.string(),
    number: z.string().nullable(),
    status: z.enum(["unconfirmed", ...ProjectStatus.options]),
    confirmBy: Instant.nullable(),
  })
  .meta({
    id: "SubmittedProposal",
    description: "`unconfirmed` until the author opens the mailed link and presses the button there",
  });
type SubmittedProposal = z.infer<typeof SubmittedProposal>;

const viewOf = (made: Draft | Project): SubmittedProposal => {
  const { id, cycleId } = made;
  return "number" in made
    ? { id, cycleId, title: made.title, number: made.number, status: made.status, confirmBy: null }
    : {
        id,
        cycleId,
        title: made.proposal.title,
        number: null,
        status: "unconfirmed",
        confirmBy: confirmBy(made),
      };
};

export const postProposal = endpoint(routes.postProposal, {
  summary: "Submit a proposal",
  description:
    "In the call for proposals, for a pool of the cycle and within its cap. The author's address gets a link; until it is used the proposal " +
    "is `unconfirmed`: it has no number, is in no list, and is forgotten after a day. Confirmed, it gets the next number of its pool, which is " +
    "never given again. On the site the address is proved first, so there a proposal has its number at once.",
  params: InCycle,
  body: NewProposal,
  replies: { 201: SubmittedProposal },
  handle: async ({ params: { cycleId }, body, newId, language, receivedAt, fingerprint, admit }, deps) => {
    const id = newId("prj");
    const submission = { id, cycleId, proposal: body, language, submittedAt: receivedAt, fingerprint };
    const made = accept(await keepDraft(submission, admit.author, deps));
    return created(routes.getProject, { cycleId, projectId: id }, viewOf(made));
  },
});
