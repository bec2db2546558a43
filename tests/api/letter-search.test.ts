import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../shared/domain/office/roles.ts";
import { openTestVote, peselOf, type TestVote, vote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { clerksOf } from "../kit/voting-points.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let city: TestVote;
beforeAll(async () => {
  place = await openPlace();
  const pools = { L13: { amountZloty: 1500, costsZloty: [800] } };
  city = await openTestVote(place, { pools, voters: 6 });
});
afterAll(() => place?.close());

const REASON = "pyta przy okienku o swój kod";

const search = async (to: string, { role = "clerk" as Role, reason = REASON } = {}) =>
  place.call("POST /v1/staff/letters/search", { token: await place.staff(role), body: { to, reason } });

const lettersTo = async (to: string) => (await search(to)).body.letters;

/** Somebody on the roll asks for a code. */
const askForCode = (n: number, contact: Readonly<Record<string, string>>) =>
  place.call(`POST /v1/cycles/${city.cycleId}/voter-sessions`, {
    body: { pesel: peselOf(n), mothersMaidenName: "nowak łoś", ...contact },
  });

const fileStatement = async (n: number, email: string) =>
  clerksOf(place, city.cycleId).clerk(0, "POST /statements", {
    key: true,
    body: {
      ...{ firstName: "Zofia", surname: "Przybylska", pesel: peselOf(n), mothersMaidenName: "Nowak" },
      ...{ address: "ul. Mariacka 5/7", district: "L13", email, declarations: [true, true] },
    },
  });

test("what a voter was sent is found by their address, the receipt with its day alone; and nothing of what it said", async () => {
  const [project = ""] = city.projects.L13 ?? [];
  const cast = await vote(place, city.cycleId, 0, [{ pool: "L13", points: { [project]: 1 } }]);
  expect(cast.status).toBe(201);
  await place.settle();
  const { status, body, text } = await search("Voter-0@example.com ");
  expect(status).toBe(200);
  expect(body.isWhole).toBe(true);
  const receipt = body.letters.find(({ kind }: { kind: string }) => kind === "voting/recorded");
  expect(receipt).toEqual({
    ...{ kind: "voting/recorded", lane: "decisions", state: "sent", tries: 1, again: null, reason: null },
    at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  expect(body.letters).toContainEqual(expect.objectContaining({ kind: "voting/code", state: "sent" }));
  expect(text).not.toMatch(/@|\d{6}/);
});

test("the journal says who looked and why, and not at whose letters", async () => {
  await search("anybody@example.com");
  const { items } = await place.deps.store.audit.list("office", { limit: 1 });
  expect(items[0]).toMatchObject({
    act: "postLetterSearch",
    reason: REASON,
    facts: { address: expect.stringMatching(/^[0-9a-z]{26}$/) },
  });
  expect(JSON.stringify(items)).not.toContain("anybody");
  expect((await search("anybody@example.com", { reason: " " })).status).toBe(422);
  expect((await search("anybody")).body.errors[0]).toMatchObject({ pointer: "/to" });
  expect((await search("anybody@example.com", { role: "editor" })).status).toBe(403);
});

test("a text is found by its number, however that is typed", async () => {
  expect((await askForCode(1, { phone: "600 100 200" })).status).toBe(202);
  await place.told();
  expect(await lettersTo("tel. 0600-100-200")).toMatchObject([{ kind: "voting/code", state: "sent" }]);
});

test("a letter that is tried again stays one row, which says when; the newest comes first", async () => {
  const email = "slow@example.com";
  place.mailbox.trouble({ kind: "throttle", times: 1, to: email });
  await askForCode(2, { email });
  await place.told();
  const [first, ...others] = await lettersTo(email);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ state: "delayed", tries: 1, reason: "Throttling" });
  expect(first.again > first.at).toBe(true);
  await place.clock.moveTo((now) => now + 61_000);
  await place.settle();
  const sent = { state: "sent", tries: 2, again: null, reason: null };
  expect(await lettersTo(email)).toMatchObject([sent]);
  await place.clock.moveTo((now) => now + 1000);
  await fileStatement(29, email);
  await place.told();
  expect(await lettersTo(email)).toMatchObject([{ kind: "statement/filed" }, sent]);
});

test("a letter that was refused, and one of which no answer came, say so", async () => {
  for (const [kind, state, n] of [
    ["reject", "rejected", 30],
    ["cut", "unknown", 31],
  ] as const) {
    const email = `${kind}@example.com`;
    place.mailbox.trouble({ kind, times: 1, to: email });
    expect(await fileStatement(n, email)).toMatchObject({ status: 202 });
    await place.told();
    expect(await lettersTo(email)).toMatchObject([{ kind: "statement/filed", lane: "decisions", state }]);
  }
});

test("what waits for the next day's letters is queued; the page says so, and has the address in no address of its own", async () => {
  const email = "queued@example.com";
  place.mailbox.allow(1);
  expect(await fileStatement(32, email)).toMatchObject({ status: 202 });
  await place.told();
  expect(await lettersTo(email)).toMatchObject([{ kind: "statement/filed", state: "queued", tries: 0 }]);
  const clerk = stepVisitor(place);
  const page = await clerk.signIn("clerk", 0, "/urzad/listy");
  expect(faultsOfPage(page.text)).toEqual([]);
  const found = await clerk.go("POST /urzad/listy", { form: { to: email, reason: REASON } });
  expect(found.status).toBe(200);
  expect(faultsOfPage(found.text)).toEqual([]);
  expect(found.text).toContain("potwierdzenie złożenia oświadczenia");
  expect(found.text).toContain("czeka na wysłanie");
  const none = await clerk.go("POST /en/urzad/listy", { form: { to: "nobody@example.com", reason: REASON } });
  expect(none.text).toContain("There is no letter to this address or number.");
  const wrong = await clerk.go("POST /urzad/listy", { form: { to: "nobody@", reason: "" } });
  expect(wrong.status).toBe(422);
  expect(faultsOfPage(wrong.text)).toEqual([]);
});

test("what is kept of a code is gone after a day, of a statement it stays", async () => {
  await place.clock.moveTo((now) => now + 86_400_000);
  expect(await lettersTo("slow@example.com")).toMatchObject([{ kind: "statement/filed" }]);
});
