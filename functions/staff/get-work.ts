import { z } from "zod";
import { WHOSE } from "../../shared/domain/office/whose.ts";
import { waitsForOf } from "../../shared/domain/office/work.ts";
import { Instant } from "../../shared/domain/time.ts";
import { workPath } from "../../shared/pages/office/work.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { cursorOf, listOf, PageQuery, pageOf } from "../../shared/platform/lists.ts";
import type { PlacedWork } from "../../shared/store/work.ts";
import { routes } from "../routes.ts";
import { viewerOf } from "./viewer-of.ts";
import { workList } from "./work-list.ts";

const WorkItem = z
  .object({
    id: z.string(),
    kind: z.string(),
    owner: z.object({ kind: z.enum(["person", "unit", "queue"]), id: z.string() }),
    dueAt: Instant,
    waitsFor: z.enum(["me", "second"]),
    link: z.string(),
  })
  .meta({ id: "WorkItem" });
type WorkItem = z.infer<typeof WorkItem>;

const itemOf = (work: PlacedWork, me: string): WorkItem => {
  const [kind = "", ...id] = work.owner.split("#");
  return {
    id: work.id,
    kind: work.kind,
    owner: { kind: kind as WorkItem["owner"]["kind"], id: id.join("#") },
    dueAt: work.dueAt,
    waitsFor: waitsForOf(work, me),
    link: workPath(work),
  };
};

export const getWork = endpoint(routes.getWork, {
  summary: "What waits for you, in the order in which it is due",
  description:
    "`mine` is your own work, that of your roles' queues and that of the absent for whom you stand in, as far as your roles let you do it; `taken` of it what you or they have in hand, `nobody` what your queues and units have and no one has taken; `unit` that of your unit and those below it, to the admin also that of queues of which nobody is at work, and of the absent in whose place nobody is; `due` what is due within a week, `overdue` what was due; `second` what takes two people, whichever of the two you are (`waitsFor` says which).",
  query: PageQuery.extend({ whose: z.enum(WHOSE).default("mine") }),
  replies: { 200: listOf(WorkItem, "WorkItems") },
  handle: async (request, deps) => {
    const viewer = await viewerOf(request, deps);
    const { items, next } = await workList(
      request.query.whose,
      viewer,
      pageOf(request.query),
      deps.store.work.of,
    );
    return json({ items: items.map((work) => itemOf(work, viewer.me.id)), next: cursorOf(next) });
  },
});
