import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { CITY_ZONE, Instant, instant, milliseconds } from "../../shared/domain/time.ts";
import type { LocalClock } from "./clock.ts";
import { readBody } from "./http/body.ts";
import { addressOf, type LocalDoor } from "./http/door.ts";
import { reply, replyJson } from "./http/reply.ts";

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

const FAULTS = {
  malformed: {
    status: 400,
    title: "Unreadable time",
    detail: 'Send {"now":"2027-09-10T00:00:00+02:00"} or {"advance":"PT48H"}.',
  },
  backwards: { status: 409, title: "Time never goes back", detail: "Set a moment after the clock's own." },
  "too-far": { status: 409, title: "Too far", detail: "Set a moment before the year 2100." },
} as const;

/** `GET /local/clock` tells the time of the house; `PUT` moves it and answers when the work that fell due is done. */
export const clockDoor =
  (clock: LocalClock): LocalDoor =>
  async (request, response) => {
    if (addressOf(request).pathname !== "/local/clock") return false;
    const fault = (name: keyof typeof FAULTS) =>
      reply(
        response,
        "application/problem+json",
        JSON.stringify({ type: "about:blank", ...FAULTS[name], now: instant(clock.now()) }),
        { status: FAULTS[name].status },
      );
    if (request.method === "GET" || request.method === "HEAD")
      return replyJson(response, { now: instant(clock.now()) });
    if (request.method !== "PUT")
      return reply(response, "text/plain", "", { status: 405, headers: { allow: "GET, HEAD, PUT" } });

    const moment = parse(await readBody(request, 1024));
    if (moment === null) return fault("malformed");
    const moved = await clock.moveTo(moment);
    return moved.ok ? replyJson(response, { now: instant(moved.now) }) : fault(moved.fault);
  };

const parse = (body: Buffer | "too-large"): number | ((now: number) => number) | null => {
  try {
    const move = Move.parse(JSON.parse(body.toString()));
    return "now" in move ? milliseconds(move.now) : (now) => later(now, move.advance);
  } catch {
    return null;
  }
};
