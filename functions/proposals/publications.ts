import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { Proposed, proposedReply } from "../../shared/acts/propose.ts";
import { wordsBeside } from "../../shared/acts/word-beside.ts";
import { ProjectId } from "../../shared/domain/ids.ts";
import { Publication, PublishedList } from "../../shared/domain/procedure/publication.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { preparedList, proposePublication, publishList } from "../../shared/subjects/checks/publish.ts";
import { countsOf, ListedState } from "../../shared/subjects/checks/rules.ts";
import { routes } from "../routes.ts";
import { InCycle } from "./project-of.ts";

const Prepared = z
  .object({
    list: PublishedList,
    counts: z
      .partialRecord(ListedState, z.int())
      .meta({ description: "Cards, or appeals, by where they stand" }),
    open: z.array(z.object({ projectId: ProjectId, number: z.string(), state: ListedState })),
    published: z.array(Publication.pick({ version: true, issuedAt: true, accepted: true, rejected: true })),
  })
  .meta({ id: "PreparedList" });

export const getPublications = endpoint(routes.getPublications, {
  summary:
    "Where the lists of verdicts stand: cards by state, and those that keep a list from being published",
  params: InCycle,
  replies: { 200: z.object({ items: z.array(Prepared) }).meta({ id: "PreparedLists" }) },
  handle: async ({ params }, deps) => {
    const cycle = await cycleOf(params.cycleId, deps);
    const all = await deps.store.publications.of(cycle.id);
    const items = await Promise.all(
      PublishedList.options.map(async (list) => {
        const { states, open } = await preparedList(cycle, list, deps);
        return {
          list,
          counts: countsOf(states),
          open: open.map(({ project, state }) => ({ projectId: project.id, number: project.number, state })),
          published: all.flatMap(({ version, issuedAt, accepted, rejected, ...one }) =>
            one.list === list ? [{ version, issuedAt, accepted, rejected }] : [],
          ),
        };
      }),
    );
    return json({ items });
  },
});

export const postVerdictPublication = endpoint(routes.postVerdictPublication, {
  summary: "Propose the publication of a list of verdicts; another person has to accept it",
  description:
    "In the phase of its stage, once every card of it is accepted: 409 `list/not-ready` says how many are not. With the acceptance every page, " +
    "list, file and the API show the verdicts at one moment, and authors are written to. Verdicts that change meanwhile close the proposal.",
  params: InCycle,
  body: z.strictObject({ list: PublishedList }).meta({ id: "NewPublication" }),
  replies: { 202: Proposed },
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    return proposedReply(await proposePublication({ by: request, cycle, list: request.body.list }, deps));
  },
});

export const { accept: postVerdictPublicationAcceptance, refuse: postVerdictPublicationRefusal } =
  wordsBeside(publishList, {
    kind: "publish-list",
    rows: { accept: routes.postVerdictPublicationAcceptance, refuse: routes.postVerdictPublicationRefusal },
    summaries: {
      accept: "Publish the list that another person proposed",
      refuse: "Turn down the publication that another person proposed",
    },
    params: InCycle,
  });
