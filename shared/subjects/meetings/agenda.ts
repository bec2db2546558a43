import { z } from "zod";
import { audienceOf, isVisible } from "../../acts/shown-meeting.ts";
import type { District } from "../../domain/district.ts";
import type { ConsultationId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { notValid } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import { Instant, plusSeconds } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";

/**
 * Where a list of meetings stands: first those not over at `pivot`, the nearest first; then those that were over, the latest first. The
 * pivot stays with the reader, so that a meeting that ends between two pages is neither missed nor seen twice.
 */
const Spot = z.tuple([z.enum(["coming", "over"]), Instant, z.string()]);
type Spot = z.infer<typeof Spot>;

const spotOf = (text: string): Spot => {
  const parsed = Spot.safeParse(text.split(" "));
  if (parsed.success) return parsed.data;
  throw new Refused(notValid([{ pointer: "/query/cursor", rule: "format" }]));
};

interface AgendaQuery {
  readonly consultation?: ConsultationId | undefined;
  readonly district?: District | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
  /** Staff also see meetings of consultations that are not published. */
  readonly withDrafts?: boolean;
}

/** Whether a meeting stands in the lists and calendars of a district, or of the whole city. */
const isListedIn = (district: District | undefined, meeting: Meeting, deps: Pick<Deps, "site">): boolean => {
  const { listed } = audienceOf(meeting, deps);
  return district === undefined ? listed === "city" : meeting.district === district && listed !== "nowhere";
};

/** Calendars drop what a feed has no longer: what was is there for a while. */
const KEPT_SECONDS = 90 * 86_400;
/** Of a city that meets every day, some nine months. */
const MOST_IN_FEED = 300;

/** The meetings of a feed, the first to end first: those to come, and those that were not long ago. */
export const feedOfMeetings = async (
  district: District | undefined,
  now: Instant,
  deps: Pick<Deps, "store" | "site">,
): Promise<Meeting[]> => {
  const { meetings } = deps.store;
  const { items } = await meetings.agenda("all", {
    after: plusSeconds(now, -KEPT_SECONDS),
    limit: MOST_IN_FEED,
  });
  const found = await Promise.all(items.map(({ id }) => meetings.listed(id)));
  const open = await Promise.all(
    found.map(async (one) =>
      one && isListedIn(district, one, deps) && (await isVisible(one, deps)) ? [one] : [],
    ),
  );
  return open.flat();
};

/** A page of meetings, what is to come first. */
export const listMeetings = async (
  { consultation = undefined, district, after, limit, withDrafts = false }: AgendaQuery,
  now: Instant,
  deps: Pick<Deps, "store" | "site">,
): Promise<{ items: Meeting[]; next: string | null }> => {
  const { store } = deps;
  const of = consultation ?? "all";
  // A consultation shows all of its own, those for one district among them.
  const isPlaced = (meeting: Meeting): boolean =>
    consultation === undefined || district !== undefined
      ? isListedIn(district, meeting, deps)
      : audienceOf(meeting, deps).listed !== "nowhere";
  const isListed = async (meeting: Meeting): Promise<boolean> =>
    withDrafts
      ? district === undefined || meeting.district === district
      : isPlaced(meeting) && (await isVisible(meeting, deps));

  const items: Meeting[] = [];
  let [side, pivot, from] = after === undefined ? (["coming", now, now] satisfies Spot) : spotOf(after);
  for (;;) {
    const { items: lines, next } = await store.meetings.agenda(of, {
      after: from,
      limit: limit - items.length,
      newestFirst: side === "over",
    });
    const found = await Promise.all(lines.map(({ id }) => store.meetings.listed(id)));
    for (const meeting of found) if (meeting && (await isListed(meeting))) items.push(meeting);
    if (next === null && side === "over") return { items, next: null };
    [side, from] = next === null ? ["over", pivot] : [side, next];
    if (items.length >= limit) return { items, next: `${side} ${pivot} ${from}` };
  }
};
