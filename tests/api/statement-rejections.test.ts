import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let vote: TestVote;
let clerk: string;
let commission: string;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 5,
  });
  clerk = await place.staff("clerk");
  commission = await place.staff("commission");
});
afterAll(() => place?.close());

const at = (rest = "") => `/v1/staff/cycles/${vote.cycleId}/statements${rest}`;

const file = async (n: number): Promise<string> => {
  const body = {
    firstName: "Zofia",
    surname: "Przybylska",
    pesel: peselOf(n),
    mothersMaidenName: "Nowak-Łoś",
    address: "ul. Mariacka 5/7",
    district: "L13",
    email: `new-${n}@example.com`,
    declarations: [true, true],
  };
  const filed = await place.call(`POST /v1/cycles/${vote.cycleId}/statements`, { body, key: true });
  return filed.body.statement;
};

const decide = (id: string, body: object, token = clerk) =>
  place.call(`POST ${at(`/${id}/decision`)}`, { token, body });

/** What the mailbox of a statement's author has of its rejection. */
const rejectionsTo = async (n: number) => {
  await place.settle();
  return place.mailbox
    .mails("0", `new-${n}@example.com`)
    .filter(({ text }) => text.includes("Wymyślone dane"));
};

test("several are rejected with one reason: each has its record and its letter, and what cannot be says why", async () => {
  const filed = [];
  for (const n of [301, 302, 303]) filed.push(await file(n));
  const [one = "", two = "", mine = ""] = filed;
  // Who stands behind one already does not turn it down, neither alone nor among many.
  await decide(mine, { result: "accepted" });
  const reject = (statements: string[], token = clerk, key: string | true = true) =>
    place.call(`POST ${at("/rejections")}`, { token, key, body: { statements, reason: "Wymyślone dane" } });
  const key = newKey();
  const asked = await reject([one, two, one, mine, "stm_0000000000000000"], clerk, key);
  expect([asked.status, asked.body.items]).toEqual([
    200,
    [
      { id: one, refused: null },
      { id: two, refused: null },
      { id: mine, refused: "identity/same-person" },
      { id: "stm_0000000000000000", refused: "thing/not-found" },
    ],
  ]);
  const again = await reject([one, two], clerk, key);
  expect(again.body.items.map(({ refused }: { refused: string }) => refused)).toEqual(
    Array(2).fill("statement/decided"),
  );
  expect((await reject([mine], commission)).body.items).toEqual([{ id: mine, refused: null }]);
  for (const n of [301, 302, 303]) expect(await rejectionsTo(n)).toHaveLength(1);
  const { items } = await place.deps.store.audit.list(vote.cycleId, { limit: 100 });
  for (const id of [one, two, mine]) {
    const lines = items.filter(
      ({ act, facts }) =>
        act === "postStatementDecision" && facts.statement === id && facts.result === "rejected",
    );
    expect(lines).toHaveLength(1);
  }
  expect((await reject([])).status).toBe(422);
  expect(
    (
      await place.call(`POST ${at("/rejections")}`, {
        token: clerk,
        key: true,
        body: { statements: [one], reason: " " },
      })
    ).status,
  ).toBe(422);
});

test("the list at the office rejects what is ticked, and says what is left as it was", async () => {
  const ids = [];
  for (const n of [304, 305, 306]) ids.push(await file(n));
  const [one = "", two = "", mine = ""] = ids;
  await decide(mine, { result: "accepted" });
  const list = "/urzad/oswiadczenia";
  const send = (form: Record<string, string | string[]>) =>
    place.call(`POST ${list}/odrzucenia`, {
      headers: { cookie: `staff=${clerk}`, origin: place.url },
      form,
    });
  const ticked = [one, two, mine].map((id) => `${vote.cycleId}/${id}`);
  const without = await send({ ticked });
  expect([without.status, without.text.includes("Wpisz powód odrzucenia")]).toEqual([422, true]);
  expect(faultsOfPage(without.text)).toEqual([]);
  // What was ticked stays so.
  expect(without.text.match(/name="ticked"[^>]* checked/g)).toHaveLength(3);
  const none = await send({ reason: "Wymyślone dane" });
  expect(faultsOfPage(none.text)).toEqual([]);
  expect([none.status, none.text.includes("Zaznacz oświadczenia do odrzucenia")]).toEqual([422, true]);
  const done = await send({ ticked, reason: "Wymyślone dane" });
  expect([
    done.status,
    done.text.includes(`Bez zmian: ${mine}`),
    done.text.includes(`Bez zmian: ${one}`),
  ]).toEqual([409, true, false]);
  for (const [n, count] of [
    [304, 1],
    [305, 1],
    [306, 0],
  ] as const)
    expect(await rejectionsTo(n)).toHaveLength(count);
  const last = await file(307);
  const led = await send({ ticked: `${vote.cycleId}/${last}`, reason: "Wymyślone dane" });
  expect([led.status, led.headers.get("location")]).toEqual([303, list]);
  await decide(mine, { result: "rejected", reason: "nie" }, commission);
});
