import { z } from "zod";
import { announcedLists } from "../../shared/acts/announced-lists.ts";
import { shownCycle } from "../../shared/acts/cycle-of.ts";
import { ListName } from "../../shared/domain/document/lists.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { existing } from "../../shared/domain/result.ts";
import { listsView, listView } from "../../shared/pages/documents/lists.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { view } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { aroundOf, documentOf } from "./announced.ts";
import { changesIn } from "./register.ts";

const PAGE_CACHE = "public, max-age=0, s-maxage=30, stale-if-error=600";

export const getOfficialListsPage = endpoint(routes.getOfficialListsPage, {
  summary: "The lists that the office announced in an edition",
  params: z.object({ cycleId: CycleId }),
  cache: PAGE_CACHE,
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const cycle = await shownCycle(cycleId, deps);
    const { name, edition } = cycle;
    const lists = await announcedLists(cycle, deps);
    return view(listsView(frameOf(request), { cycleId, name, edition, lists }));
  },
});

export const getOfficialListPage = endpoint(routes.getOfficialListPage, {
  summary: "A version of a list",
  params: z.object({ cycleId: CycleId, list: ListName, version: z.string().regex(/^\d{1,4}$/) }),
  cache: PAGE_CACHE,
  handle: async (request, deps) => {
    const { cycleId, list, version } = request.params;
    const lists = await announcedLists(await shownCycle(cycleId, deps), deps);
    const found = existing(lists.find((one) => one.list === list && one.version === Number(version)));
    const document = documentOf(found, await aroundOf(found, request.words, deps));
    const versions = lists.filter((one) => one.list === list);
    const changes = changesIn(found, lists, request.words);
    return view(listView(frameOf(request), { cycleId, list, document, versions, changes }));
  },
});
