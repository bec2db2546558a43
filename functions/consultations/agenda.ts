import { z } from "zod";
import type { District } from "../../shared/domain/district.ts";
import type { ConsultationId } from "../../shared/domain/ids.ts";
import type { Meeting } from "../../shared/domain/meeting/meeting.ts";
import { notValid } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { isVisible } from "./find.ts";

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

/** A page of meetings, what is to come first. */
export const listMeetings = async (
  { consultation = undefined, district, after, limit, withDrafts = false }: AgendaQuery,
  now: Instant,
  deps: Pick<Deps, "store">,
): Promise<{ items: Meeting[]; next: string | null }> => {
  const { store } = deps;
  const of = consultation ?? "all";
  const isListed = async (meeting: Meeting): Promise<boolean> =>
    (district === undefined || meeting.district === district) &&
    (withDrafts || (await isVisible(meeting, deps)));

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
