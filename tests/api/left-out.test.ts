/** What came in and is on no list of verdicts stands beside it, by number: withdrawn, or merged into which other one. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, decideStage, enterPhase, openCall, propose } from "../kit/proposals.ts";

let place: Place;
let cycleId: string;
const of: Record<string, { readonly id: string; readonly number: string; readonly path: string }> = {};
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_NONE);
  for (const name of ["ola", "iza", "marek", "ewa"])
    of[name] = await propose(place, cycleId, {
      title: `Park: ${name}`,
      author: { name, email: `${name}@example.com`, isNamePublic: true },
    });
}, 60_000);
afterAll(() => place?.close());

const staff = async (path: string, body: object, n = 0) =>
  place.call(`POST ${path}`, { token: await place.staff("coordinator", n), body });

test("a published list names what was withdrawn and what was merged, and into which number", async () => {
  const merging = `/v1/staff/cycles/${cycleId}/projects/${of.ola?.id}/merging`;
  const asked = await staff(merging, {
    others: of.marek?.number,
    title: "Park i boisko",
    description: "Jeden park.",
    until: new Date(place.clock.now() + 3 * 86_400_000).toISOString(),
  });
  expect(asked.status).toBe(200);
  for (const name of ["ola", "marek"])
    await place.call(`POST ${of[name]?.path}/laczenie`, {
      form: { into: of.ola?.id ?? "", answer: "accept" },
    });
  expect((await staff(`${merging}/confirmation`, {}, 1)).body.state).toBe("merged");
  expect((await place.call(`POST ${of.iza?.path}/wycofaj`, { form: {} })).status).toBe(303);
  await enterPhase(place, cycleId, "formal-review");
  const results = Object.fromEntries([of.ola, of.ewa].map((one) => [one?.id, "accepted" as const]));
  await decideStage(place, cycleId, results);

  const { body } = await place.call(`GET /v1/cycles/${cycleId}/lists/formal/1.json`);
  expect(body.pools.flatMap(({ projects }: { projects: object[] }) => projects)).toHaveLength(2);
  expect(body.leftOut).toEqual([
    expect.objectContaining({ number: of.iza?.number, status: "withdrawn" }),
    expect.objectContaining({ number: of.marek?.number, status: "merged", into: of.ola?.number }),
  ]);
  for (const path of [`/listy/${cycleId}/formal/1`, `/v1/cycles/${cycleId}/lists/formal/1.html`]) {
    const { text } = await place.call(`GET ${path}`);
    expect([path, text.includes("Wnioski wycofane i połączone")]).toEqual([path, true]);
    expect(text).toMatch(new RegExp(`połączony [^<]* z wnioskiem ${of.ola?.number}`));
  }
});

test("what was withdrawn and what was merged have lists of their own, a version with each list by which there is more", async () => {
  const listed = async () =>
    (await place.call(`GET /v1/cycles/${cycleId}/lists`)).body.items.map(
      ({ list, version }: { list: string; version: number }) => `${list} ${version}`,
    );
  expect(await listed()).toEqual(["formal 1", "withdrawn 1", "merged 1"]);
  const file = async (name: string) =>
    (await place.call(`GET /v1/cycles/${cycleId}/lists/${name}`)).text.split("\r\n");
  const [head, ...withdrawn] = await file("withdrawn/1.csv");
  const [, ...merged] = await file("merged/1.csv");
  expect(head).toContain("withdrawn_at");
  expect(withdrawn.filter(Boolean)).toEqual([expect.stringContaining(`${of.iza?.number}`)]);
  expect(merged.filter(Boolean)).toEqual([
    expect.stringMatching(new RegExp(`${of.marek?.number}.*${of.ola?.number}`)),
  ]);
  for (const format of ["ods", "docx", "pdf", "html", "zip", "json"])
    expect([format, (await place.call(`GET /v1/cycles/${cycleId}/lists/merged/1.${format}`)).status]).toEqual(
      [format, 200],
    );
  const page = await place.call(`GET /listy/${cycleId}/withdrawn/1`);
  expect(page.text).toContain("Wnioski wycofane");
  expect(page.text).toContain(of.iza?.number);

  // Withdrawn after the formal check: the next list that the office publishes has it, and nothing more was merged.
  expect((await place.call(`POST ${of.ewa?.path}/wycofaj`, { form: {} })).status).toBe(303);
  await enterPhase(place, cycleId, "merit-review");
  await decideStage(place, cycleId, { [of.ola?.id ?? ""]: "accepted" }, "merit");
  expect(await listed()).toEqual(["formal 1", "withdrawn 1", "merged 1", "merit 1", "withdrawn 2"]);
  expect((await file("withdrawn/2.csv")).filter(Boolean)).toHaveLength(3);
  const second = await place.call(`GET /listy/${cycleId}/withdrawn/2`);
  expect(second.text).toContain("dopisano");
});
