import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { openTestVote, peselOf, type TestVote, tokenOf } from "../city.ts";
import { newKey, openPlace, type Place } from "../place.ts";
import { editionOf } from "../workflows/edition.ts";
import { storedNow } from "../workflows/kinds.ts";

const RULES = RULE_SETS.get("katowice-xii") as RuleSet;
const { identity: KATOWICE } = RULES;
const DAY_MS = 86_400_000;

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

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
