import { afterAll, beforeAll, expect } from "vitest";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { enterPhase, letterAbout, officeCookie, openCall, propose } from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { test } = inTurn();

let place: Place;
let cycleId: string;
const ours = new Map<string, { readonly id: string; readonly number: string; readonly path: string }>();
const of = (name: string) => {
  const found = ours.get(name);
  if (!found) throw new Error(`nothing of ${name}`);
  return found;
};
const mailOf = (name: string): string => `${name}@example.com`;
const desk = (name: string): string => `/v1/staff/cycles/${cycleId}/projects/${of(name).id}/merging`;
const staff = async (role: "coordinator" | "verifier" | "clerk", path: string, body: object = {}, n = 0) =>
  place.call(`POST ${path}`, { token: await place.staff(role, n), body });
const body = (others: readonly string[], days = 3) => ({
  others: others.map((name) => of(name).number).join(", "),
  title: "Park i boisko",
  description: "Jeden wspólny park z boiskiem.",
  until: new Date(place.clock.now() + days * 86_400_000).toISOString(),
});
const answer = (name: string, into: string, word: "accept" | "decline") =>
  place.call(`POST ${of(name).path}/laczenie`, { form: { into: of(into).id, answer: word } });
const shown = async (name: string) =>
  (await place.call(`GET /v1/cycles/${cycleId}/projects/${of(name).id}`)).body;
const stateOf = async (name: string): Promise<string> =>
  (await place.call(`GET ${desk(name)}`, { token: await place.staff("auditor") })).body.state;
const lettersTo = async (name: string, subject: RegExp): Promise<number> => {
  await place.settle();
  return place.mailbox.mails("0", mailOf(name)).filter((mail) => subject.test(mail.subject)).length;
};
const QUESTION = /^Pytanie o połączenie/;
const ENDED = /zostaje osobno$/;

beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
  for (const name of ["ola", "iza", "marek", "ewa"])
    ours.set(
      name,
      await propose(place, cycleId, {
        title: `Park: ${name}`,
        author: { name, email: mailOf(name), isNamePublic: true },
        ...(name === "ewa" && { pool: "M" }),
      }),
    );
}, 60_000);
afterAll(() => place?.close());

test("what is of another pool, is named twice or is not there is not asked about", async () => {
  expect(await stateOf("ola")).toBe("none");
  expect((await staff("verifier", desk("ola"), body(["iza"]))).status).toBe(403);
  for (const [others, status] of [
    [["ewa"], 422],
    [["ola"], 422],
    [["iza", "iza"], 422],
    [["iza", "marek", "ewa"], 422],
  ] as const)
    expect([others, (await staff("coordinator", desk("ola"), body(others))).status]).toEqual([
      others,
      status,
    ]);
  expect((await staff("coordinator", desk("ola"), body(["iza"], -1))).status).toBe(422);
  expect(await lettersTo("iza", QUESTION)).toBe(0);
});

test("every author is asked by a letter and reads the common text; one refusal ends it with nothing changed", async () => {
  const asked = await staff("coordinator", desk("ola"), body(["iza", "marek"]));
  expect([asked.status, asked.body.state]).toEqual([200, "asked"]);
  for (const name of ["ola", "iza", "marek"]) {
    expect(await lettersTo(name, QUESTION)).toBe(1);
    const page = await place.call(`GET ${of(name).path}`);
    expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
    expect(page.text).toContain("Jeden wspólny park z boiskiem.");
  }
  expect((await place.call(`GET ${of("ewa").path}`)).text).not.toContain("Jeden wspólny");
  expect((await answer("ewa", "ola", "accept")).status).toBe(404);
  expect((await answer("iza", "ola", "accept")).status).toBe(303);
  expect((await answer("marek", "ola", "decline")).status).toBe(303);
  expect((await answer("ola", "ola", "accept")).status).toBe(409);
  expect(await stateOf("ola")).toBe("refused");
  expect((await staff("coordinator", `${desk("ola")}/confirmation`, {}, 1)).status).toBe(409);
  expect((await shown("iza")).status).toBe("submitted");
  for (const name of ["ola", "iza", "marek"]) expect([name, await lettersTo(name, ENDED)]).toEqual([name, 1]);
  const told = await letterAbout(place, mailOf("iza"), ENDED);
  expect(told?.text).toContain("Jeden z autorów odmówił.");
  expect(told?.text).not.toContain("marek");
});

test("what the office takes back is told to every author, once", async () => {
  await staff("coordinator", desk("marek"), body(["iza"]));
  const back = `${desk("marek")}/end`;
  expect((await staff("coordinator", back)).body.state).toBe("taken-back");
  expect((await staff("coordinator", back)).status).toBe(409);
  expect([await lettersTo("marek", ENDED), await lettersTo("iza", ENDED)]).toEqual([2, 2]);
  expect((await letterAbout(place, mailOf("iza"), ENDED))?.text).toContain("Urząd zrezygnował");
});

test("silence is no agreement: after its time nobody answers, and it can be asked anew", async () => {
  await staff("coordinator", desk("ola"), body(["iza"], 0.5));
  await answer("iza", "ola", "accept");
  await place.clock.moveTo((now) => now + 13 * 3_600_000);
  expect(await stateOf("ola")).not.toBe("agreed");
  expect((await answer("ola", "ola", "accept")).status).toBe(409);
  // Whoever keys one that came too late reads until when there was time.
  const { status, body: late } = await staff("clerk", `${desk("ola")}/answers`, {
    ...{ number: of("ola").number, answer: "accept" },
  });
  expect([status, late.code]).toEqual([409, "merging/late"]);
  expect(late.detail).toMatch(/^Na odpowiedź był czas do: .*\d{4}.*\./);
  expect((await staff("coordinator", `${desk("ola")}/confirmation`, {}, 1)).status).toBe(409);
  await place.clock.moveTo((now) => now + 3_600_000);
  expect([await lettersTo("ola", ENDED), await lettersTo("iza", ENDED)]).toEqual([2, 3]);
  expect((await letterAbout(place, mailOf("iza"), ENDED))?.text).toContain("Nie wszyscy autorzy");
});

test("one that is withdrawn takes the question with it, and the other author hears so", async () => {
  const [left, gone] = await Promise.all(
    ["zofia", "adam"].map(async (name) => {
      const author = { name, email: mailOf(name), isNamePublic: false };
      const one = await propose(place, cycleId, { title: `Park: ${name}`, author });
      ours.set(name, one);
      return one;
    }),
  );
  await staff("coordinator", desk("zofia"), body(["adam"]));
  await answer("zofia", "zofia", "accept");
  const proof = gone?.path.split("/").at(-1);
  const path = `/v1/cycles/${cycleId}/proposals/${gone?.id}/withdrawal`;
  expect((await place.call(`POST ${path}`, { body: { proof } })).status).toBe(200);
  expect(await stateOf("zofia")).toBe("taken-back");
  expect([await lettersTo("zofia", ENDED), await lettersTo("adam", ENDED)]).toEqual([1, 0]);
  expect((await letterAbout(place, mailOf("zofia"), ENDED))?.text).toContain("wycofany");
  expect((await place.call(`GET ${left?.path}`)).text).not.toContain("Jeden wspólny park");
});

test("so does one that the office takes out, by two people", async () => {
  const author = { name: "piotr", email: mailOf("piotr"), isNamePublic: false };
  const piotr = await propose(place, cycleId, { title: "Park: piotr", author });
  ours.set("piotr", piotr);
  await staff("coordinator", desk("zofia"), body(["piotr"]));
  const asked = await staff("coordinator", `/v1/staff/cycles/${cycleId}/projects/${piotr.id}/withdrawal`, {
    reason: "Nie na gruncie miasta",
    legalBasis: "§ 5 uchwały",
  });
  expect(asked.status).toBe(202);
  const { pendingId } = asked.body;
  const taken = await staff("coordinator", `/v1/staff/pending/${pendingId}/acceptance`, {}, 1);
  expect([taken.status, taken.text]).toEqual([200, expect.any(String)]);
  expect(await stateOf("zofia")).toBe("taken-back");
  expect(await lettersTo("zofia", ENDED)).toBe(2);
});

test("when all have agreed another person confirms, and the proposals are one with all its authors", async () => {
  await enterPhase(place, cycleId, "formal-review");
  await staff("coordinator", desk("ola"), body(["iza"]));
  expect(await lettersTo("iza", QUESTION)).toBe(4);
  await answer("ola", "ola", "accept");
  const page = await place.call(`GET /urzad/wnioski/${cycleId}/${of("ola").id}/laczenie`, {
    headers: await officeCookie(place, "coordinator"),
  });
  expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
  const keyed = { number: of("iza").number, answer: "accept" };
  expect((await staff("verifier", `${desk("ola")}/answers`, keyed)).status).toBe(403);
  expect((await staff("clerk", `${desk("ola")}/answers`, keyed)).body.state).toBe("agreed");
  expect((await staff("coordinator", `${desk("ola")}/confirmation`)).status).toBe(403);
  const merged = await staff("coordinator", `${desk("ola")}/confirmation`, {}, 1);
  expect([merged.status, merged.body.state]).toEqual([200, "merged"]);
  expect(await shown("ola")).toMatchObject({
    title: "Park i boisko",
    description: "Jeden wspólny park z boiskiem.",
    status: "submitted",
    authorName: "ola, iza",
  });
  const gone = await shown("iza");
  expect([gone.status, gone.mergedInto, gone.reason]).toEqual([
    "merged",
    of("ola").id,
    `Wniosek połączono z wnioskiem ${of("ola").number}.`,
  ]);
  expect(gone.history.map(({ status }: { status: string }) => status)).toEqual(["submitted", "merged"]);
  expect((await place.call(`GET /v1/cycles/${cycleId}/projects?status=merged`)).body.items).toHaveLength(1);
  for (const name of ["ola", "iza"]) expect(await lettersTo(name, /: połączenie$/)).toBeGreaterThan(0);
});

test("nothing moves what went into another, and the ballot's freeze ends all asking", async () => {
  expect((await staff("coordinator", desk("marek"), body(["iza"]))).status).toBe(409);
  const proof = of("iza").path.split("/").at(-1);
  const back = await place.call(`POST /v1/cycles/${cycleId}/proposals/${of("iza").id}/withdrawal`, {
    body: { proof },
  });
  expect(back.status).toBe(409);
  for (const [one, other] of [
    ["iza", "ola"],
    ["ola", "iza"],
  ] as const) {
    const { text } = await place.call(`GET /projekty/${cycleId}/${of(one).id}`);
    expect(text).toContain(`href="/projekty/${cycleId}/${of(other).id}">${of(other).number}</a>`);
  }
  expect(await letterAbout(place, mailOf("marek"), /: połączenie$/)).toBeUndefined();
});
