import { z } from "zod";
import { groupProjects, proposeGroups } from "../../shared/acts/cycle/group-projects.ts";
import { checkVersion, cycleOf } from "../../shared/acts/cycle-of.ts";
import { Proposed, proposedReply } from "../../shared/acts/propose.ts";
import { wordsBeside } from "../../shared/acts/word-beside.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { EditionGroup } from "../../shared/domain/tally/exclusion-group.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { routes } from "../routes.ts";

const params = z.object({ cycleId: CycleId });

const ExclusionGroups = z
  .strictObject({ groups: z.array(EditionGroup).max(100) })
  .meta({ id: "ExclusionGroups" });

export const putExclusionGroups = endpoint(routes.putExclusionGroups, {
  summary: "Propose which projects cannot all be carried out; another person has to accept it",
  description:
    "Until the vote opens. `best-wins`: the first in order takes part alone; `atMost`: so many are funded.",
  params,
  body: ExclusionGroups,
  replies: { 202: Proposed },
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    checkVersion(request, cycle);
    const { groups } = request.body;
    return proposedReply(await proposeGroups({ by: request, cycle, groups }, deps));
  },
});

export const { accept: postExclusionGroupsAcceptance, refuse: postExclusionGroupsRefusal } = wordsBeside(
  groupProjects,
  {
    kind: "group-projects",
    rows: { accept: routes.postExclusionGroupsAcceptance, refuse: routes.postExclusionGroupsRefusal },
    summaries: {
      accept: "Accept the groups of projects that another person proposed",
      refuse: "Turn down the groups of projects that another person proposed",
    },
    params,
  },
);
