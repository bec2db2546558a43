import { z } from "zod";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { type Draft, NewProposal } from "../../shared/domain/project/proposal.ts";
import { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { accept } from "../../shared/domain/result.ts";
import { Instant } from "../../shared/domain/time.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { InCycle } from "./project-of.ts";
import { confirmBy, keepDraft } from "./submit-proposal.ts";

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
