import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { functions } from "../../functions/all.ts";
import { routes } from "../../functions/routes.ts";
import { ROLES } from "../../shared/domain/office/roles.ts";
import type { Route } from "../../shared/platform/route.ts";
import { type Answer, openPlace, type Place } from "../kit/place.ts";

/** Well-formed values for what paths name; nothing is there, so that whoever is let in meets 404 or 422, and changes nothing. */
const PARAMETERS: Readonly<Record<string, string>> = {
  cycleId: "cyc_0000000000000000",
  projectId: "prj_0000000000000000",
  consultationId: "cns_0000000000000000",
  meetingId: "mtg_0000000000000000",
  signupId: "sgn_0000000000000000",
  voidId: "vod_0000000000000000",
  statementId: "stm_0000000000000000",
  phase: "voting",
  pointId: "biblioteka-5",
  batchId: "bch_0000000000000000",
  uploadId: "upl_0000000000000000",
  number: "1",
  day: "2027-09-23",
  personId: "nobody",
  unitId: "nigdzie",
  subject: "office",
};

const staffRows = Object.entries<Route>(routes).filter(([, { who }]) => who.by.startsWith("staff-"));

const rolesOf = ({ who }: Route): readonly string[] => ("roles" in who ? who.roles : []);

const pathOf = ({ key }: Route): string =>
  (key.split(" ")[1] ?? "").replace(/\{(\w+)\+?\}/g, (_, name: string) => PARAMETERS[name] ?? "x");

const methodOf = ({ key }: Route): string => key.split(" ")[0] ?? "GET";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

/** One request under a row: by bearer token or by cookie, as the row wants it, with a body of the right kind that says nothing. */
const ask = (
  route: Route,
  token?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const isCookie = route.who.by === "staff-cookie";
  const isForm = isCookie && methodOf(route) === "POST";
  const takesBody = methodOf(route) !== "GET" && !isForm;
  return place.call(`${methodOf(route)} ${pathOf(route)}`, {
    ...(token !== undefined && !isCookie && { token }),
    ...(isForm && { form: {} }),
    ...(takesBody && { body: {} }),
    headers: {
      ...(isForm && { origin: place.url }),
      ...(token !== undefined && isCookie && { cookie: `staff=${token}` }),
      ...headers,
    },
  });
};

test("every row for staff has an endpoint", () => {
  const served = new Set(
    Object.values(functions).flatMap(({ endpoints = [] }) => endpoints.map(({ route }) => route.key)),
  );
  expect(staffRows.filter(([, { key }]) => !served.has(key)).map(([name]) => name)).toEqual([]);
});

test("every row that goes by a cookie is a page, whose forms are taken from this site alone", () => {
  const rows = staffRows.filter(([, { who }]) => who.by === "staff-cookie");
  expect(rows.filter(([, { page }]) => !page).map(([name]) => name)).toEqual([]);
});

describe.each(staffRows)("%s", (_name, route) => {
  test("lets its roles in, and nobody else", async () => {
    for (const role of ROLES) {
      const { status } = await ask(route, await place.staff(role));
      if (rolesOf(route).includes(role)) {
        expect([401, 403], `${role} → ${status}`).not.toContain(status);
        expect(status, `${role} → ${status}`).toBeLessThan(500);
      } else expect(status, role).toBe(403);
    }
    expect((await ask(route)).status, "nobody").toBe(401);
    expect((await ask(route, "not-a-token")).status, "a stranger").toBe(401);
  });
});

const forms = staffRows.filter(([, route]) => route.who.by === "staff-cookie" && methodOf(route) === "POST");

describe.each(forms)("the form of %s", (_name, route) => {
  test("is refused from another site, with everything else right", async () => {
    const [role = "admin"] = rolesOf(route);
    const token = await place.staff(role as (typeof ROLES)[number]);
    const origins: readonly Readonly<Record<string, string>>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: place.url, "sec-fetch-site": "cross-site" },
      { origin: place.url, "sec-fetch-site": "same-site" },
    ];
    for (const headers of origins)
      expect((await ask(route, token, headers)).status, JSON.stringify(headers)).toBe(403);
  });
});

test("the sign-out is refused from another site", async () => {
  const headers = { origin: "https://evil.example" };
  expect((await place.call("POST /urzad/wyloguj", { form: {}, headers })).status).toBe(403);
});
