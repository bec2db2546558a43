import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { PublishedList } from "../../../shared/domain/procedure/publication.ts";
import { asResult } from "../../../shared/domain/result.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { publicationsView } from "../../../shared/subjects/checks/publication-pages.ts";
import { preparedList, proposePublication, readyList } from "../../../shared/subjects/checks/publish.ts";
import { countsOf } from "../../../shared/subjects/checks/rules.ts";
import { routes } from "../../routes.ts";
import { InCycle } from "../project-of.ts";

type Asked = StaffRequest<z.infer<typeof InCycle>>;

const page = async (
  request: Asked,
  cycle: Cycle,
  deps: Deps,
  fault?: string,
  status = 200,
): Promise<Reply> => {
  const { words, actor, receivedAt } = request;
  const all = await deps.store.publications.of(cycle.id);
  const standing = await deps.store.pending.standing(cycle.id, "publish-list", "");
  const waiting = standing && receivedAt < standing.until ? standing : undefined;
  const lists = await Promise.all(
    PublishedList.options.map(async (list) => {
      const { states, open } = await preparedList(cycle, list, deps);
      const ready = await readyList(cycle, list, deps);
      return {
        list,
        counts: countsOf(states),
        open: open.map(({ project, state }) => ({ project, state })),
        published: all.filter((one) => one.list === list),
        waits:
          waiting?.proposal.list === list
            ? { id: waiting.id, name: waiting.byName, until: waiting.until }
            : null,
        barred: ready.ok ? null : detailOf(ready.refusal, words),
      };
    }),
  );
  const state = formState(words, { faults: fault === undefined ? [] : [{ field: "main", text: fault }] });
  const mayPublish = actor.roles.includes("coordinator");
  return view(
    publicationsView(frameIn(request, cycle), { cycleId: cycle.id, lists, state, mayPublish }),
    status,
  );
};

export const getPublicationsPage = endpoint(routes.getPublicationsPage, {
  summary: "Lists of verdicts: where their cards stand, and their publication",
  params: InCycle,
  handle: async (request, deps) => page(request, await cycleOf(request.params.cycleId, deps), deps),
});

export const postVerdictPublicationForm = endpoint(routes.postVerdictPublicationForm, {
  summary: "Propose the publication of a list",
  params: InCycle,
  body: z.strictObject({ list: PublishedList }),
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    const { list } = request.body;
    const outcome = await asResult(() => proposePublication({ by: request, cycle, list }, deps));
    if (outcome.ok) return seeOther(link(request, pathTo("officePublications", { cycleId: cycle.id })));
    return page(request, cycle, deps, detailOf(outcome.refusal, request.words), statusOf(outcome.refusal));
  },
});
