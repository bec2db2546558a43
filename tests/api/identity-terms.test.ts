import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import type { IdentityPolicy } from "../../shared/domain/voting/identity-policy.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { openTestVote, peselOf, type TestVote, tokenOf } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { POZNAN_IDENTITY } from "../kit/poznan-identity.ts";
import { editionOf } from "../workflows/edition.ts";
import { storedNow } from "../workflows/kinds.ts";

const RULES = RULE_SETS.get("katowice-xii") as RuleSet;
const { identity: KATOWICE } = RULES;
const DAY_MS = 86_400_000;

type Asks = IdentityPolicy["roll"]["asks"];
type Way = "roll" | "statement" | "eid" | "desk" | "paper" | "guardian";

/** Katowice's policy with one way's data changed. */
const asking = (way: Way, change: (asks: Asks) => object[]): object => ({
  ...KATOWICE,
  [way]: { ...KATOWICE[way], asks: change(KATOWICE[way]?.asks ?? []) },
});

/** The same, with another term for one datum. */
const keeping = (way: Way, datum: string, kept: unknown): object =>
  asking(way, (asks) => asks.map((one) => (one.datum === datum ? { ...one, kept } : one)));

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const opening = async (rules: object, more: object = {}) =>
  place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet",
      ruleSet: { ...RULES, ...rules },
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [{ id: "M", amountGrosze: 100_000 }],
      ...more,
    },
  });

describe("a new edition promises no term that the system does not keep", () => {
  test.each<[string, string, object]>([
    [
      "an address for codes that is never written down",
      "roll/asks/2/kept",
      keeping("roll", "email", "not-stored"),
    ],
    [
      "an address that goes before its letter may",
      "roll/asks/3/kept",
      keeping("roll", "phone", { days: 2, after: "vote" }),
    ],
    [
      "a PESEL number that is kept for a while",
      "roll/asks/0/kept",
      keeping("roll", "pesel", { days: 3, after: "vote" }),
    ],
    [
      "a statement that is not stored",
      "statement/asks/4/kept",
      keeping("statement", "address", "not-stored"),
    ],
    [
      "a statement that outlives the voters' data",
      "statement/asks/1/kept",
      keeping("statement", "surname", { days: 91, after: "decision" }),
    ],
    [
      "a district that goes with the statement",
      "statement/asks/5/kept",
      keeping("statement", "district", { days: 30, after: "decision" }),
    ],
    [
      "an answer's address that goes before its letter may",
      "statement/asks/6/kept",
      keeping("statement", "email", { days: 6, after: "decision" }),
    ],
    [
      "a statement with a telephone number that nobody reads",
      "statement/asks/7/datum",
      asking("statement", (asks) => [
        ...asks,
        { datum: "phone", purpose: "answer", kept: { days: 30, after: "decision" } },
      ]),
    ],
    [
      "an eID that tells the surname",
      "eid/asks/1/datum",
      asking("eid", (asks) => [...asks, { datum: "surname", purpose: "who", kept: "not-stored" }]),
    ],
    [
      "a document that is copied",
      "desk/asks/1/kept",
      keeping("desk", "document", { days: 1, after: "vote" }),
    ],
    ["a clerk who asks for nothing else", "desk/asks", asking("desk", (asks) => asks.slice(1))],
    ["a card that is not kept", "paper/asks/0/kept", keeping("paper", "pesel", "not-stored")],
    [
      "one sheet with two terms",
      "paper/asks/1/kept",
      keeping("paper", "signature", { days: 3, after: "results" }),
    ],
    [
      "a guardian's statement that goes by another clock",
      "guardian/asks/0/kept",
      keeping("guardian", "guardianStatement", { days: 30, after: "results" }),
    ],
  ])("%s", async (_, pointer, identity) => {
    const { status, body } = await opening({ identity });
    expect([status, body.errors?.[0].pointer]).toEqual([422, `/ruleSet/identity/${pointer}`]);
    expect(body.errors).toHaveLength(1);
  });

  test("nor two terms for one datum", async () => {
    const { status, body } = await opening({
      identity: asking("statement", (asks) => [...asks, ...asks.slice(0, 1)]),
    });
    expect([status, body.errors[0].pointer]).toEqual([400, "/ruleSet/identity/statement/asks/7/datum"]);
  });

  test("and is told which terms there are", async () => {
    const { body } = await opening({ identity: keeping("roll", "email", "not-stored") });
    expect(body.errors[0].detail).toContain('{"days":3–3660,"after":"vote"}');
  });

  test("and says so of paper where it takes any, whoever switches it on", async () => {
    const { paper: _none, ...identity } = KATOWICE;
    const refused = await opening({ identity }, { paper: { registeredWithinDays: 0 } });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/ruleSet/identity/paper"]);
    expect((await opening({ identity })).status).toBe(201);
  });

  test("and goes on with fewer ways, or where the rules leave the voters' days to the system", async () => {
    expect((await opening({ identity: POZNAN_IDENTITY, guardianBelowAge: 0 })).status).toBe(201);
    expect((await opening({ retention: undefined })).status).toBe(201);
  });
});

describe("what the policy says", () => {
  const letter = { days: 8, after: "decision" } as const;
  const short = { days: 2, after: "decision" } as const;
  let vote: TestVote;

  beforeAll(async () => {
    const { statement } = KATOWICE;
    if (!statement) throw new Error("no statement");
    vote = await openTestVote(place, {
      pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
      voters: 5,
      ruleSet: {
        ...RULES,
        identity: {
          ...KATOWICE,
          statement: {
            ...statement,
            asks: statement.asks.map((one) => {
              if (one.datum === "email") return { ...one, kept: letter };
              return one.datum === "address" || one.datum === "pesel" ? { ...one, kept: short } : one;
            }),
          },
        },
      },
    });
  });

  test("ends a letter about a ballot that nobody could deliver, with its address", async () => {
    const email = "voter-1@example.com";
    const token = await tokenOf(place, vote.cycleId, 1);
    place.mailbox.trouble({ kind: "throttle", times: 1, to: email });
    const cast = await place.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
      token,
      key: newKey(),
      body: { sections: [{ pool: "L13", points: { [vote.projects.L13?.[0] ?? ""]: 3 } }] },
    });
    expect(cast.status).toBe(201);
    await place.settle();
    const holding = (await storedNow(place)).filter((item) => JSON.stringify(item).includes(email));
    expect(holding).toHaveLength(1);
    for (const { expiresAtSeconds = Number.POSITIVE_INFINITY } of holding)
      expect(expiresAtSeconds * 1000).toBeLessThanOrEqual(place.clock.now() + 3 * DAY_MS);
  });

  test("ends each datum of a statement at its own time", async () => {
    const clerk = await place.staff("clerk");
    const at = `/v1/staff/cycles/${vote.cycleId}/statements`;
    const { body: filed } = await place.call(`POST /v1/cycles/${vote.cycleId}/statements`, {
      key: true,
      body: {
        firstName: "Zofia",
        surname: "Przybylska",
        pesel: peselOf(100),
        mothersMaidenName: "Nowak-Łoś",
        address: "ul. Mariacka 5/7",
        district: "L13",
        email: "new@example.com",
        declarations: [true, true],
      },
    });
    const person = async () =>
      (await place.call(`GET ${at}/${filed.statement}`, { token: clerk })).body.person;
    const page = async () =>
      (
        await place.call(`GET /urzad/oswiadczenia/${vote.cycleId}/${filed.statement}`, {
          headers: { cookie: `staff=${clerk}` },
        })
      ).text;
    const parts = async () =>
      (await storedNow(place)).filter(({ pk }) => pk === `STATEMENT#${vote.cycleId}#${filed.statement}`);
    const whole = await person();
    expect(Object.keys(whole.facts)).toHaveLength(5);
    const rejected = await place.call(`POST ${at}/${filed.statement}/decision`, {
      token: clerk,
      body: { result: "rejected", reason: "nie" },
    });
    expect(rejected.status).toBe(200);
    expect(await person()).toEqual(whole);
    expect(await parts()).toHaveLength(3);
    // An edition that runs no more lets the days pass at once.
    await editionOf(place, vote).askByTwo("cancelled");

    await place.clock.moveTo((now) => now + 2 * DAY_MS);
    const { pesel: _pesel, address: _address, ...left } = whole.facts;
    expect(await person()).toEqual({ facts: left, email: "new@example.com" });
    expect(await parts()).toHaveLength(2);
    await place.clock.moveTo((now) => now + 6 * DAY_MS);
    expect(await person()).toEqual({ facts: left, email: null });
    expect([(await page()).includes("Przybylska"), (await page()).includes("Mariacka")]).toEqual([
      true,
      false,
    ]);
    await place.clock.moveTo((now) => now + 22 * DAY_MS);
    expect([await person(), await parts()]).toEqual([null, []]);
    expect(await page()).toContain("Dane tej osoby są już usunięte");
  });
});
