/** A person of a unit works through its opinions by keyboard: from one to the next, to the criteria, and saves. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, decideStage, enterPhase, openCall, propose } from "../kit/proposals.ts";
import { faultsOfPage, tagsOf } from "../pages/tags.ts";

let place: Place;
let cycleId: string;
const ids: string[] = [];
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_NONE);
  for (const name of ["ola", "adam"]) {
    const author = { name, email: `${name}@example.com`, isNamePublic: true };
    ids.push((await propose(place, cycleId, { title: `Ławki: ${name}`, author })).id);
  }
  await enterPhase(place, cycleId, "formal-review");
  await decideStage(place, cycleId, Object.fromEntries(ids.map((id) => [id, "accepted" as const])));
  await enterPhase(place, cycleId, "merit-review");
  for (const id of ids) {
    const asked = await place.call(`POST /v1/staff/cycles/${cycleId}/projects/${id}/opinions`, {
      ...{ token: await place.staff("coordinator"), body: { units: ["zielen"] } },
    });
    expect(asked.status).toBeLessThan(300);
  }
}, 60_000);
afterAll(() => place?.close());

const pathOf = (n: number): string => `/urzad/wnioski/${cycleId}/${ids[n]}/opinie/zielen`;
const open = async (n: number, role: "unit" | "coordinator", who: number) =>
  place.call(`GET ${pathOf(n)}`, { headers: { cookie: `staff=${await place.staff(role, who)}` } });
/** Where each of the page's own keys leads, and what it presses. */
const keysOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    tagsOf(text).flatMap(({ name, attributes }) =>
      attributes.accesskey === undefined ? [] : [[attributes.accesskey, attributes.href ?? name]],
    ),
  );

test("a page leads to the one before or behind, to its criteria and its button, and says by which keys", async () => {
  const pages = await Promise.all([open(0, "unit", 1), open(1, "unit", 1)]);
  for (const { status, text } of pages) {
    expect([status, faultsOfPage(text)]).toEqual([200, []]);
    expect(text).toContain("Skróty klawiszowe");
    expect(text).toContain("Ocenia to inna jednostka");
    expect(text).toMatch(/<script[^>]+rynek/);
    expect(keysOf(text)).toMatchObject({ k: "#criteria-0-verdict", s: "button" });
    expect(tagsOf(text).some(({ attributes }) => attributes.id === "criteria-0-verdict")).toBe(true);
  }
  // Each leads to the other, in one direction.
  const ways = pages.map(({ text }) => keysOf(text)).map(({ p, n }) => p ?? n);
  expect(ways).toEqual([pathOf(1), pathOf(0)]);
  expect(pages.map(({ text }) => "n" in keysOf(text)).toSorted()).toEqual([false, true]);
});

test("whoever only reads an opinion has no keys of a form that is not there", async () => {
  const { text } = await open(0, "coordinator", 0);
  expect(faultsOfPage(text)).toEqual([]);
  expect(keysOf(text)).toEqual({});
});
