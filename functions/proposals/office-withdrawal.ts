import { checkVersion, tryAnew } from "../../shared/acts/cycle-of.ts";
import { Proposed, proposedReply } from "../../shared/acts/propose.ts";
import { OfficeWithdrawal, proposeWithdrawal, withdrawProject } from "../../shared/acts/withdraw-project.ts";
import { wordsBeside } from "../../shared/acts/word-beside.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { routes } from "../routes.ts";
import { ProjectPath, projectOf } from "./project-of.ts";

export const postOfficeWithdrawal = endpoint(routes.postOfficeWithdrawal, {
  summary:
    "Propose to take a project out, before the list is frozen or after the vote; another person has to accept it",
  description:
    "From the freeze to the close of the vote nothing is taken out: every ballot shows the same list. Afterwards, until the result is " +
    "published, the count is done again without the project. If-Match may name the version that was read.",
  params: ProjectPath,
  body: OfficeWithdrawal,
  replies: { 202: Proposed },
  handle: async (request, deps) => {
    const { params, body: asked, header } = request;
    const act = await tryAnew(async () => {
      const { cycle, project } = await projectOf(params, deps);
      if (header("if-match") !== undefined) checkVersion(request, project);
      return await proposeWithdrawal({ by: request, cycle, project, asked }, deps);
    });
    return proposedReply(act);
  },
});

export const { accept: postOfficeWithdrawalAcceptance, refuse: postOfficeWithdrawalRefusal } = wordsBeside(
  withdrawProject,
  {
    kind: "withdraw-project",
    rows: { accept: routes.postOfficeWithdrawalAcceptance, refuse: routes.postOfficeWithdrawalRefusal },
    summaries: {
      accept: "Accept that a project is taken out; its author is told",
      refuse: "Turn down that a project is taken out",
    },
    params: ProjectPath,
    thing: ({ projectId }) => projectId,
  },
);
