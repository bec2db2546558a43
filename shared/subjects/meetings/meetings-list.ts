import { z } from "zod";
import { pathTo } from "../../domain/addresses.ts";
import { District } from "../../domain/district.ts";
import { meetingsView } from "../../pages/meetings/list.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { view } from "../../platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../platform/lists.ts";
import { listMeetings } from "./agenda.ts";
import { districtsOf } from "./districts.ts";
import { meetingModel } from "./models.ts";
import { listPageRows as routes } from "./rows.ts";

const CACHE = "public, max-age=0, s-maxage=10, stale-if-error=600";

/** A form sends a filter that is not chosen as an empty text. */
const Filter = PageQuery.extend({ district: z.union([District, z.literal("")]).optional() });

const MEETINGS_A_PAGE = 20;

export const getMeetingsPage = endpoint(routes.getMeetingsPage, {
  summary: "Meetings with residents, what is to come first",
  query: Filter,
  cache: CACHE,
  handle: async (request, deps) => {
    const { district: chosen, ...page } = request.query;
    const district = chosen || undefined;
    const now = request.receivedAt;
    const { items, next } = await listMeetings(
      { district, ...pageOf({ limit: MEETINGS_A_PAGE, ...page }) },
      now,
      deps,
    );
    const meetings = await Promise.all(items.map((meeting) => meetingModel(meeting, now, deps)));
    return view(
      meetingsView(frameOf(request), {
        meetings,
        district,
        feedUrl: `${deps.site.url}${pathTo("meetingsFeed")}${district === undefined ? "" : `?district=${district}`}`,
        districts: [...districtsOf(deps.site)],
        pages: { next: cursorOf(next), isLater: page.cursor !== undefined },
      }),
    );
  },
});
