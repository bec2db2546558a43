import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { CITY_ZONE, Instant, instant, milliseconds } from "../../shared/domain/time.ts";
import type { Story } from "../edge-stories.ts";
import type { LocalClock } from "./clock.ts";
import { readBody } from "./http/body.ts";
import { addressOf, type LocalDoor } from "./http/door.ts";
import { refuse, refuseWith } from "./http/problem.ts";
import { replyJson } from "./http/reply.ts";

const Move = z.union([z.strictObject({ now: Instant }), z.strictObject({ advance: z.iso.duration() })]);

/** Days and months of a duration are the city's: a day in which the clocks change has 23 or 25 hours. */
const later = (now: number, duration: string): number => {
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(CITY_ZONE);
  try {
    return start.add(duration).epochMilliseconds;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};

const EXAMPLES = '{"now":"2027-09-10T00:00:00+02:00"} / {"advance":"PT48H"}';

const UNREADABLE: Story = {
  page: "request/malformed",
  pl: { title: "Nieczytelny czas", detail: `Wyślij: ${EXAMPLES}` },
  en: { title: "Unreadable time", detail: `Send: ${EXAMPLES}` },
};

const FAULTS: Readonly<Record<"backwards" | "too-far", Story>> = {
  backwards: {
    page: "request/not-valid",
    pl: { title: "Czas się nie cofa", detail: "Ustaw chwilę późniejszą niż ta, którą pokazuje zegar." },
    en: { title: "Time never goes back", detail: "Set a moment after the clock's own." },
  },
  "too-far": {
    page: "request/not-valid",
    pl: { title: "Za daleko", detail: "Ustaw chwilę sprzed roku 2100." },
    en: { title: "Too far", detail: "Set a moment before the year 2100." },
  },
};

/** `GET /local/clock` tells the time of the house; `PUT` moves it and answers when the work that fell due is done. */
export const clockDoor =
  (clock: LocalClock): LocalDoor =>
  async (request, response) => {
    if (addressOf(request).pathname !== "/local/clock") return false;
    if (request.method === "GET" || request.method === "HEAD")
      return replyJson(response, { now: instant(clock.now()) });
    if (request.method !== "PUT") return refuse(response, 405, { allow: "GET, HEAD, PUT" });

    const moment = parse(await readBody(request, 1024));
    if (moment === null) return refuseWith(response, 400, UNREADABLE);
    const moved = await clock.moveTo(moment);
    return moved.ok
      ? replyJson(response, { now: instant(moved.now) })
      : refuseWith(response, 409, FAULTS[moved.fault]);
  };

const parse = (body: Buffer | "too-large"): number | ((now: number) => number) | null => {
  try {
    const move = Move.parse(JSON.parse(body.toString()));
    return "now" in move ? milliseconds(move.now) : (now) => later(now, move.advance);
  } catch {
    return null;
  }
};
