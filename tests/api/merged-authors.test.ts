/** Whose proposal went into another one: they stand behind that one, find it, and read what the office says of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyPaper } from "../kit/papers.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { letterAbout, openCall, pathInLetter, propose } from "../kit/proposals.ts";

let place: Place;
let cycleId: string;
const author = (name: string) => ({ author: { name, email: `${name}@example.com`, isNamePublic: false } });
const staff = async (role: "coordinator" | "clerk", n: number, path: string, body: object = {}) => {
  const token = await place.staff(role, n);
  const reply = await place.call(`POST /v1/staff/cycles/${cycleId}/projects/${path}`, { token, body });
  if (reply.status !== 200) throw new Error(reply.text);
};
const merge = async (into: { id: string; number: string }, other: { number: string }) => {
  await staff("coordinator", 0, `${into.id}/merging`, {
    others: other.number,
    title: "Wspólny park",
    description: "Jeden opis.",
    until: new Date(place.clock.now() + 86_400_000).toISOString(),
  });
  for (const { number } of [into, other])
    await staff("clerk", 0, `${into.id}/merging/answers`, { number, answer: "accept" });
  await staff("coordinator", 1, `${into.id}/merging/confirmation`);
};
const printed = async (): Promise<[kind: string, name: string][]> => {
  const path = `GET /v1/staff/cycles/${cycleId}/printed-letters`;
  const { body } = await place.call(path, { token: await place.staff("clerk") });
  return body.items.map(({ kind, to }: { kind: string; to: { name: string } }) => [kind, to.name]);
};

beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
}, 60_000);
afterAll(() => place?.close());

test("what others went into goes into another itself, and its authors find that one by their mailbox", async () => {
  const [first, second, last] = [
    await propose(place, cycleId, { title: "Park: ola", ...author("ola") }),
    await propose(place, cycleId, { title: "Park: iza", ...author("iza") }),
    await propose(place, cycleId, { title: "Park: ewa", ...author("ewa") }),
  ];
  await merge(second, first);
  await merge(last, second);
  for (const name of ["ola", "iza"]) {
    await place.call("POST /zglos", {
      form: { cycle: cycleId, email: `${name}@example.com`, key: newKey() },
    });
    const link = pathInLetter(await letterAbout(place, `${name}@example.com`, /link do formularza/i));
    const { text } = await place.call(`GET ${link}`);
    expect([name, text.includes(`${last.id}/`)]).toEqual([name, true]);
  }
});

test("who has no mailbox gets the letters about the common proposal on paper", async () => {
  const mine = await propose(place, cycleId, { title: "Park: jan", ...author("jan") });
  const paper = await keyPaper(place, cycleId, { title: "Park na papierze" });
  const { body: shown } = await place.call(`GET /v1/cycles/${cycleId}/projects/${paper.id}`);
  await merge(mine, shown);
  expect(await printed()).toContainEqual(["proposal/merged", "Józefa Kot"]);
  const body = { proof: mine.path.split("/").at(-1) };
  await place.call(`POST /v1/cycles/${cycleId}/proposals/${mine.id}/withdrawal`, { body });
  expect(await printed()).toContainEqual(["proposal/withdrawn", "Józefa Kot"]);
});
