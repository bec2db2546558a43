/** Somebody of the office who has a proposal of their own: they judge others, and not that one. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../shared/domain/office/roles.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_NONE,
  acceptCard,
  decideStage,
  enterPhase,
  fillCard,
  openCall,
  propose,
} from "../kit/proposals.ts";

/** By the mailboxes that the directory has of them: a verifier, somebody of a unit, two coordinators. */
const NAMES = ["ewa.sikora", "marek.zieba", "anna.wrona", "tomasz.bielik"] as const;
type Name = (typeof NAMES)[number];

let place: Place;
let cycleId: string;
const ids = new Map<Name, Awaited<ReturnType<typeof propose>>>();
const of = (name: Name) => {
  const found = ids.get(name);
  if (!found) throw new Error(`nothing of ${name}`);
  return found;
};
const desk = (name: Name): string => `/v1/staff/cycles/${cycleId}/projects/${of(name).id}`;
const act = async ([role, n]: readonly [Role, number], path: string, body: object = {}) => {
  const { status, body: said } = await place.call(`POST ${path}`, {
    token: await place.staff(role, n),
    body,
  });
  return [status, said.code ?? said.state];
};
const OWN = [403, "identity/own-proposal"];

beforeAll(async () => {
  place = await openPlace();
  // Who signs in is in the directory from then on.
  for (const role of ["verifier", "unit", "coordinator"] as const)
    for (const n of [0, 1])
      await place.call("GET /v1/staff/work?whose=mine", { token: await place.staff(role, n) });
  cycleId = await openCall(place, ASKS_FOR_NONE);
  for (const name of NAMES) {
    const author = { name, email: `${name}@urzad.example`, isNamePublic: false };
    ids.set(name, await propose(place, cycleId, { title: `Ławki: ${name}`, author }));
  }
  await enterPhase(place, cycleId, "formal-review");
}, 60_000);
afterAll(() => place?.close());

test("nobody fills in, accepts or gives back the card of a proposal of their own; another one's they do", async () => {
  const at = [cycleId, of("ewa.sikora").id] as const;
  const own = await fillCard(place, at, "accepted");
  expect([own.status, own.body.code]).toEqual(OWN);
  expect(own.body.detail).toContain("współautorem");
  expect((await fillCard(place, at, "accepted", { n: 1 })).status).toBe(202);
  expect(await act(["verifier", 0], `${desk("ewa.sikora")}/formal-check/acceptance`)).toEqual(OWN);
  expect(await act(["verifier", 0], `${desk("ewa.sikora")}/formal-check/refusal`, { reason: "Nie" })).toEqual(
    OWN,
  );
  const headers = { cookie: `staff=${await place.staff("verifier")}` };
  const page = await place.call(`GET /urzad/wnioski/${at.join("/")}/ocena-formalna`, { headers });
  expect(page.text).toContain("Oceni go ktoś inny");
  expect((await acceptCard(place, at, { n: 0 })).status).toBe(403);
});

test("nor do they merge it, decide about an appeal of it, or give the opinion of their unit", async () => {
  const [anna, tomasz] = [of("anna.wrona"), of("tomasz.bielik")];
  const merging = `${desk("anna.wrona")}/merging`;
  const asked = {
    others: tomasz.number,
    title: "Razem",
    description: "Razem.",
    until: new Date(place.clock.now() + 86_400_000).toISOString(),
  };
  expect(await act(["coordinator", 0], merging, asked)).toEqual([200, "asked"]);
  for (const { path } of [anna, tomasz])
    await place.call(`POST ${path}/laczenie`, { form: { into: anna.id, answer: "accept" } });
  expect(await act(["coordinator", 1], `${merging}/confirmation`)).toEqual(OWN);
  expect(await act(["coordinator", 0], `${merging}/end`)).toEqual([200, "taken-back"]);

  const back = await act(["coordinator", 1], `${desk("ewa.sikora")}/formal-check/acceptance`);
  expect(back[0]).toBe(200);
  await decideStage(place, cycleId, {
    [of("marek.zieba").id]: "accepted",
    [anna.id]: "rejected",
    [tomasz.id]: "accepted",
  });
  const { body: card } = await place.call(`GET ${desk("anna.wrona")}/formal-check`, {
    token: await place.staff("auditor"),
  });
  const odd = card.criteria.find(({ verdict }: { verdict: string }) => verdict === "not-met").id;
  const points = [{ criterion: odd, text: "Było" }];
  const filed = await place.call(`POST /v1/cycles/${cycleId}/proposals/${anna.id}/appeals`, {
    body: { proof: anna.path.split("/").at(-1), stage: "formal", points },
  });
  expect(filed.status).toBe(200);
  const decision = { verdict: "upheld", answers: points };
  expect(await act(["coordinator", 0], `${desk("anna.wrona")}/appeal-decision`, decision)).toEqual(OWN);

  await enterPhase(place, cycleId, "merit-review");
  expect((await act(["coordinator", 0], `${desk("marek.zieba")}/opinions`, { units: ["zielen"] }))[0]).toBe(
    200,
  );
  const opinion = `${desk("marek.zieba")}/opinions/zielen`;
  expect(await act(["unit", 1], `${opinion}/taking`)).toEqual(OWN);
  expect(await act(["unit", 2], `${opinion}/taking`)).toEqual([200, "writing"]);
  expect((await act(["unit", 1], `${opinion}/sending-back`, { reason: "To mój wniosek" }))[0]).toBe(200);
});
