import { z } from "zod";
import { authorPath } from "../../shared/acts/author-links.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { checkSubmission, type Submission } from "../../shared/acts/enrol-proposal.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { NewProposal, type Unconfirmed, withEstimate } from "../../shared/domain/project/proposal.ts";
import { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { accept, type Result } from "../../shared/domain/result.ts";
import { epochSeconds, Instant, instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { linkKeeper } from "../../shared/platform/kept-link.ts";
import { noticeWrite } from "../../shared/store/notices.ts";
import type { AUTHOR_LETTER } from "../admissions.ts";
import { routes } from "../routes.ts";
import { InCycle } from "./project-of.ts";

/** How long an author has to confirm a proposal that came without a proved address. */
const CONFIRM_SECONDS = 86_400;

export const confirmBy = ({ expiresAtSeconds }: Pick<Unconfirmed, "expiresAtSeconds">): Instant =>
  instant(expiresAtSeconds * 1000);

/** Keeps a proposal whose address is not proved yet, and sends the link that proves it. */
const keepDraft = async (
  submission: Submission,
  admit: Admit<typeof AUTHOR_LETTER>,
  deps: Deps,
): Promise<Result<Unconfirmed | Project>> => {
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
  return store.unconfirmed.keep({ ...submission, expiresAtSeconds: epochSeconds(until) }, (draft) =>
    admit({ contact: proposal.author.email }, [
      ...draft,
      noticeWrite(`${id}/proposal/confirm`, letter, submittedAt),
    ]),
  );
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

const viewOf = (made: Unconfirmed | Project): SubmittedProposal => {
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
    const proposal = accept(withEstimate(body));
    const submission = { id, cycleId, proposal, language, submittedAt: receivedAt, fingerprint };
    const made = accept(await keepDraft(submission, admit.author, deps));
    return created(routes.getProject, { cycleId, projectId: id }, viewOf(made));
  },
});
