import { randomBytes } from "node:crypto";
import type { Role } from "../../../shared/domain/office/roles.ts";
import {
  dayOf,
  type Instant,
  instant,
  plusDays,
  plusSeconds,
  startOfDay,
} from "../../../shared/domain/time.ts";
import type { House } from "../house.ts";
import { DEMO_STAFF } from "../issuer/staff.ts";

export type Desk = ReturnType<typeof openDesk>;

/** The city's staff at work: what the demo shows went through the same doors as everything else. */
export const openDesk = (house: House) => ({
  house,
  /** One request of the n-th person of a role; a refusal ends the seeding. */
  call: async <T>(role: Role, route: string, body?: unknown, n = 0): Promise<T> => {
    const person = DEMO_STAFF.filter((one) => one.role === role)[n];
    if (!person) throw new Error(`nobody is ${role}`);
    const [method = "GET", path = "/"] = route.split(" ");
    const isText = typeof body === "string";
    const reply = await fetch(`${house.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await house.issuer.mint(person)}`,
        "idempotency-key": randomBytes(18).toString("base64url"),
        ...(body !== undefined && { "content-type": isText ? "text/csv" : "application/json" }),
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${route}: ${reply.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  },
});

/** The first moment of a day of the city, so many days from today by the clock of the house. */
export const daysFrom = (house: House, days: number): Instant =>
  startOfDay(plusDays(dayOf(instant(house.clock.now())), days));

/** A time of such a day, in minutes after midnight. */
export const timeFrom = (house: House, days: number, minutes: number): Instant =>
  plusSeconds(daysFrom(house, days), minutes * 60);
