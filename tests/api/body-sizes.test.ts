import { afterAll, beforeAll, expect, test } from "vitest";
import { allEndpoints } from "../../functions/all.ts";
import { type Route, routes } from "../../functions/routes.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { sizeOf } from "../../shared/platform/admission.ts";
import type { BodyKind } from "../../shared/platform/body.ts";
import { openTestVote, tokenOf } from "../kit/city.ts";
import { answered, httpEvent, staffClaims } from "../kit/event.ts";
import { openPlace, type Place } from "../kit/place.ts";

let place: Place;
let cycleId: string;
let voter: string;
beforeAll(async () => {
  place = await openPlace();
  ({ cycleId } = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 1,
  }));
  voter = await tokenOf(place, cycleId, 0);
}, 60_000);
afterAll(() => place?.close());

const endpoints = await allEndpoints();

/** Rows that read a body, each with the kind that it takes. */
const rows = Object.entries<Route>(routes).flatMap(([name, route]) => {
  const spec = endpoints.find((one) => one.route.key === route.key)?.spec;
  const kind: BodyKind = spec?.takes ?? (route.page ? "form" : "json");
  return spec?.body && !route.key.startsWith("GET ") ? [{ name, route, kind }] : [];
});

const MEDIA: Readonly<Record<BodyKind, string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  "form with a table": "application/x-www-form-urlencoded",
  "text/csv": "text/csv",
};

/** Whom a row is for; what they ask for is not there, which is looked for after the body was read. */
const asWhom = async ({ who }: Route) => {
  switch (who.by) {
    case "staff-token":
      return { claims: staffClaims(who.roles[0] as Role, { sub: "x" }, place.clock.now()) };
    case "staff-cookie":
      return { cookies: [`staff=${await place.staff(who.roles[0] as Role)}`] };
    case "voter-token":
      return { headers: { authorization: `Bearer ${voter}` } };
    default:
      return {};
  }
};

const ask = async (route: Route, kind: BodyKind, body: string): Promise<string | number> => {
  const { headers, ...whom } = await asWhom(route);
  const path = route.key.replace(/\{(\w+)\}/g, (_, name) => (name === "cycleId" ? cycleId : "x"));
  const event = httpEvent({
    ask: path,
    route: route.key,
    at: place.clock.now(),
    ...whom,
    body,
    headers: { ...headers, "content-type": MEDIA[kind] },
  });
  const { status, text } = answered(await place.invoke(route.fn, event));
  // Whom the door does not let in is not asked what they bring.
  if (route.who.by !== "anyone" && [401, 403].includes(status)) throw new Error(`${route.key}: ${text}`);
  return status;
};

const padded = (kind: BodyKind, bytes: number): string =>
  kind === "json" ? `{"x":"${"a".repeat(bytes - 8)}"}` : `x=${"a".repeat(bytes - 2)}`;

const ofFields = (kind: BodyKind, fields: number): string =>
  // A list is one of them, and the object that it stands in.
  kind === "json" ? `{"x":[${Array(fields - 2).fill(0)}]}` : "a=&".repeat(fields);

test.each(rows)(
  "$name takes a body as long as its row says, and not one byte or value more",
  async ({ route, kind }) => {
    const { bytes, fields } = sizeOf(route);
    expect(await ask(route, kind, padded(kind, bytes))).not.toBe(413);
    expect(await ask(route, kind, padded(kind, bytes + 1))).toBe(413);
    if (kind === "text/csv") return;
    expect(await ask(route, kind, ofFields(kind, fields))).not.toBe(413);
    expect(await ask(route, kind, ofFields(kind, fields + 1))).toBe(413);
  },
);

test("nobody but staff sends more than 64 kB, and few of theirs more than a quarter of a megabyte", () => {
  const isOffice = ({ who }: Route) => who.by.startsWith("staff-");
  const strangers = rows.filter(({ route }) => !isOffice(route));
  expect(strangers.filter(({ route }) => sizeOf(route).bytes > 64_000)).toEqual([]);
  expect(strangers.length).toBeGreaterThan(15);
  const large = rows.filter(({ route }) => sizeOf(route).bytes > 256_000).map(({ name }) => name);
  expect(large.sort()).toEqual(["postOfficePointList", "postOfficeRoll", "postRoll"]);
});
