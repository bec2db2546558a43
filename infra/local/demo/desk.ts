import { randomBytes } from "node:crypto";
import type { Role } from "../../../shared/domain/office/roles.ts";
import {
  dayOf,
  type Instant,
  instant,
  isWorkingDay,
  milliseconds,
  plusDays,
  plusSeconds,
  startOfDay,
} from "../../../shared/domain/time.ts";
import type { House } from "../house.ts";
import { DEMO_STAFF } from "../issuer/staff.ts";

export type Desk = ReturnType<typeof openDesk>;

/** Time of day at which things are done, in minutes after midnight. */
const OFFICE_OPENS = 8 * 60;

/** A calendar that is asked thousands of times for some hundred days, counted from one on. */
const remembered = <T>(of: (days: number) => T): ((days: number) => T) => {
  const known = new Map<number, T>();
  return (days) => {
    const found = known.get(days) ?? of(days);
    known.set(days, found);
    return found;
  };
};

/** The city's staff at work: what the demo shows went through the same doors as everything else. `now` tells the moment at which the demo is found. */
export const openDesk = (house: House, now: () => number) => {
  const today = dayOf(instant(now()));
  /** The first moment of a day of the city, so many days from the one on which the demo is found. */
  const day = remembered((days): Instant => startOfDay(plusDays(today, days)));
  const isAtWork = remembered((days): boolean => isWorkingDay(plusDays(today, days)));

  /** A time of such a day, in minutes after midnight. */
  const time = (days: number, minutes: number): Instant => plusSeconds(day(days), minutes * 60);

  return {
    house,
    /** The day on which the demo is found, and its year. */
    today,
    year: Number(today.slice(0, 4)),
    day,
    time,

    /** The nearest working day from one on, or up to it. */
    workday: (days: number, which: "next" | "last"): number => {
      let found = days;
      while (!isAtWork(found)) found += which === "next" ? 1 : -1;
      return found;
    },

    /** Lets time pass until the morning of a day, on the last one until the demo is found; what falls due meanwhile happens. */
    until: async (days: number): Promise<void> => {
      const moved =
        days === 0
          ? await house.clock.moveTo(now())
          : await house.passTo(milliseconds(time(days, OFFICE_OPENS)));
      // Work of that morning may have taken longer than until its next part begins.
      if (!moved.ok && moved.fault !== "backwards") throw new Error(`the demo's clock: ${moved.fault}`);
    },

    /** One request of the n-th person of a role; a refusal ends the seeding. */
    call: async <T>(
      role: Role,
      route: string,
      body?: unknown,
      n = 0,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<T> => {
      const person = DEMO_STAFF.filter((one) => one.role === role)[n];
      if (!person) throw new Error(`nobody is ${role}`);
      const authorization = `Bearer ${await house.issuer.mint(person)}`;
      return request(house, route, body, { authorization, ...headers });
    },

    /** One request of a resident, with what they were given to show. */
    ask: <T>(route: string, body: unknown, token?: string): Promise<T> =>
      request(house, route, body, token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
};

const request = async <T>(
  { url }: House,
  route: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<T> => {
  const [method = "GET", path = "/"] = route.split(" ");
  const isText = typeof body === "string";
  const reply = await fetch(`${url}${path}`, {
    method,
    headers: {
      "idempotency-key": randomBytes(18).toString("base64url"),
      ...(body !== undefined && { "content-type": isText ? "text/csv" : "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${route}: ${reply.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
};
