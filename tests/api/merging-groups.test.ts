/** Proposals that are alike are proposed to the office as groups; what stays apart is proposed no more. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, officeCookie, openCall, propose } from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let cycleId: string;
const numbers: string[] = [];
const ids: string[] = [];
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_NONE);
  for (const [title, lat] of [
    ["Ławki przy stawie", 50.2683],
    ["Zieleń w dolinie", 50.26835],
    ["Boisko szkolne", 50.2783],
    ["Boisko szkolne", 50.2883],
  ] as const) {
    const made = await propose(place, cycleId, { title, location: { lat, lon: 19.0419 }, place: undefined });
    numbers.push(made.number);
    ids.push(made.id);
  }
}, 60_000);
afterAll(() => place?.close());

const groups = async () => {
  const path = `GET /v1/staff/cycles/${cycleId}/projects/alike`;
  return (await place.call(path, { token: await place.staff("auditor") })).body.items;
};

test("what is near each other, and what has one title, is a group until somebody says that it stays apart", async () => {
  const found = await groups();
  expect(
    found.map(
      ({ why, projects, state }: { why: string[]; projects: { number: string }[]; state: string }) => [
        ...[why, projects.map(({ number }) => number), state],
      ],
    ),
  ).toEqual([
    [["near"], numbers.slice(0, 2), "proposed"],
    [["title"], numbers.slice(2), "proposed"],
  ]);
  const parting =
    (reason: string, role: "coordinator" | "verifier" = "coordinator") =>
    async () =>
      place.call(`POST /v1/staff/cycles/${cycleId}/projects/alike/${found[1].id}/parting`, {
        token: await place.staff(role),
        body: { reason },
      });
  expect((await parting("Dwie szkoły.", "verifier")()).status).toBe(403);
  const both = await Promise.all([parting("Dwie szkoły.")(), parting("Inne szkoły.")()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await groups()).map(({ state }: { state: string }) => state)).toEqual(["proposed", "apart"]);
  expect((await groups())[1].reason).toMatch(/szkoły\.$/);
});

test("at the office the groups are a page of their own, and the question to authors names the others", async () => {
  const headers = await officeCookie(place, "coordinator");
  const page = async (path: string) => {
    const { status, text } = await place.call(`GET ${path}`, { headers });
    expect([path, status, faultsOfPage(text)]).toEqual([path, 200, []]);
    return text;
  };
  expect(await page(`/urzad/wnioski?cycle=${cycleId}`)).toContain(`/urzad/wnioski/${cycleId}/podobne`);
  const all = await page(`/urzad/wnioski/${cycleId}/podobne`);
  expect(all).toContain("blisko siebie");
  const [first] = await groups();
  const one = await page(`/urzad/wnioski/${cycleId}/podobne/${first.id}`);
  expect(one).toContain(`/urzad/wnioski/${cycleId}/${ids[0]}/laczenie`);
  expect(await page(`/urzad/wnioski/${cycleId}/${ids[0]}/laczenie`)).toContain(`value="${numbers[1]}"`);
  // Nothing is said of what stays apart.
  expect(await page(`/urzad/wnioski/${cycleId}/${ids[2]}/laczenie`)).not.toContain(`value="${numbers[3]}"`);
  const left = await place.call(`POST /urzad/wnioski/${cycleId}/podobne/${first.id}`, {
    headers,
    form: { version: "1", reason: "Staw i dolina to dwa miejsca." },
  });
  expect(left.status, left.text).toBe(303);
  expect(await page(`/urzad/wnioski/${cycleId}/podobne/${first.id}`)).toContain(
    "Staw i dolina to dwa miejsca.",
  );
  const gone = await place.call(`GET /urzad/wnioski/${cycleId}/podobne/grp_00000000000000000000`, {
    headers,
  });
  expect(gone.status).toBe(404);
});
