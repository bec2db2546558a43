import { authorPath, tellAuthor } from "../../shared/acts/author-links.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { workOfProject } from "../../shared/domain/office/edition-work.ts";
import { projectNumber } from "../../shared/domain/project/number-scheme.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { checkCall, checkCost, type Draft } from "../../shared/domain/project/proposal.ts";
import type { Result } from "../../shared/domain/result.ts";
import { epochSeconds, type Instant, instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { noticeWrite } from "../../shared/store/notices.ts";
import type { AUTHOR_LETTER } from "../admissions.ts";

/** How long an author has to confirm a proposal that came without a proved address. */
const CONFIRM_SECONDS = 86_400;

type Submission = Omit<Draft, "expiresAtSeconds">;

export const confirmBy = ({ expiresAtSeconds }: Pick<Draft, "expiresAtSeconds">): Instant =>
  instant(expiresAtSeconds * 1000);

/** Whether the call is open and the proposal fits its pool. `costPointer` names the field of the cost in the request. */
export const checkSubmission = (
  cycle: Cycle,
  { proposal, submittedAt }: Pick<Submission, "proposal" | "submittedAt">,
  costPointer: string,
): Result<void> => {
  const open = checkCall(cycle, submittedAt);
  return open.ok
    ? checkCost(cycle, proposal.pool, { grosze: proposal.estimatedCostGrosze, pointer: costPointer })
    : open;
};

/** Keeps a proposal whose address is not proved yet, and sends the link that proves it. */
export const keepDraft = async (
  submission: Submission,
  admit: Admit<typeof AUTHOR_LETTER>,
  deps: Deps,
): Promise<Result<Draft | Project>> => {
  const { store } = deps;
  const { id, cycleId, proposal, language, submittedAt } = submission;
  const open = checkSubmission(await cycleOf(cycleId, deps), submission, "/estimatedCostGrosze");
  if (!open.ok) return open;
  const admitted = await admit({ contact: proposal.author.email });
  if (!admitted.ok) return admitted;
  const until = plusSeconds(submittedAt, CONFIRM_SECONDS);
  const link = await authorPath(submission, deps);
  const letter = notice("proposal/confirm", proposal.author.email, language, {
    title: proposal.title,
    link,
    until,
  });
  return store.drafts.keep({ ...submission, expiresAtSeconds: epochSeconds(until) }, [
    noticeWrite(`${id}/proposal/confirm`, letter, submittedAt),
  ]);
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
      store.drafts.drop(cycleId, id),
      ...(await tellAuthor(numbered, "proposal/received", { submittedAt }, submittedAt, deps)),
    ],
  });
};
