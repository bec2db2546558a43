import { afterAll, beforeAll, expect, test } from "vitest";
import { verdictOn } from "../../infra/verify/checks.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { RuleSet } from "../../shared/domain/rule-set.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { forgerOf } from "../infra/forger.ts";
import { countTestVote, openTestVote, rollOf, signAndPublish, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { BOROWA, BOROWA_2027 } from "../kit/second-city.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { editionOf } from "./edition.ts";

/* Two projects are level, and neither fits in its pool: no lot is missing there. What the other pool leaves pays for one of them. */

const [katowice] = RULE_SETS.values();
if (!katowice) throw new Error("rules are missing");

let place: Place;
beforeAll(async () => {
  place = await openPlace({ city: BOROWA });
});
afterAll(() => place?.close());

const held = async (rollOver: RuleSet["rollOver"]): Promise<TestVote> => {
  const ruleSet = RuleSet.parse({
    ...BOROWA_2027,
    name: `borowa-${rollOver}`,
    counting: { ...katowice.counting, fill: { kind: "skip" }, ties: ["lot"] },
    rollOver,
  });
  const vote = await openTestVote(place, {
    ruleSet,
    pools: {
      L1: { amountZloty: 160, costsZloty: [100] },
      M: { amountZloty: 100, costsZloty: [90, 60, 60] },
    },
    voters: 10,
    roll: rollOf(10, "M"),
  });
  await place.clock.moveTo((now) => now + 2000);
  const [citywide = ""] = vote.projects.L1 ?? [];
  const [first = "", one = "", other = ""] = vote.projects.M ?? [];
  for (const [two, three] of [
    [one, other],
    [other, one],
  ] as const) {
    const sections = [
      { pool: "M", points: { [first]: 1, [two]: 2, [three]: 3 } },
      { pool: "L1", points: { [citywide]: 1 } },
    ];
    await editionOf(place, vote).fillBox(sections, 5, "M");
  }
  return vote;
};

const cycle = async (path: string) =>
  (await place.call(`GET /v1/staff/cycles/${path}`, { token: await place.staff("commission") })).body;

const verdict = async ({ cycleId }: TestVote): Promise<string> => {
  const reply = await fetch(`${place.url}/v1/cycles/${cycleId}/results/package.zip`);
  const files = forgerOf(new Uint8Array(await reply.arrayBuffer())).original();
  return await verdictOn(files, undefined, () => undefined);
};

test.each([
  ["highest-turnout", "M"],
  ["best-of-all", "L1"],
] as const)(
  "What money left in pools buys by %s waits for the lot, where only a lot can say it",
  async (rollOver, pool) => {
    const vote = await held(rollOver);
    const level = (vote.projects.M ?? []).slice(1).toSorted();
    const { count } = await countTestVote(place, vote);
    expect(count.undecidedPools).toEqual([pool]);
    const browser = stepVisitor(place);
    await browser.signIn("commission");
    const { text } = await browser.go(`GET /urzad/edycje/${vote.cycleId}/losowanie`);
    for (const id of level) expect(text).toContain(`place-${id}`);
    // The one that ids would have put last is drawn first.
    const order = level.toReversed();
    const drawn = await editionOf(place, vote).draw({ pool, draws: [{ order, protocol: "BO.1.2027" }] });
    expect(drawn.status).toBe(200);
    await place.settle();
    const again = await cycle(vote.cycleId);
    expect(again.count.undecidedPools).toEqual([]);
    await signAndPublish(place, vote.cycleId, again.count.digest);
    const { body } = await place.call(`GET /v1/cycles/${vote.cycleId}/results`);
    expect(body.leftOver.funded).toEqual([{ pool: "M", id: order[0], costGrosze: 6000 }]);
    expect(await verdict(vote)).toMatch(/^CONSISTENT/);
  },
);

test("A package in which nobody drew it is refused", async () => {
  const vote = await held("highest-turnout");
  await countTestVote(place, vote);
  const { counts } = place.deps.store;
  const count = await counts.get(vote.cycleId as CycleId);
  if (count?.digest === undefined || count.inputs === undefined) throw new Error("not counted");
  const { digest, inputs } = count;
  accept(await counts.attest(count, { ...count, digest, inputs, undecidedPools: [], leftOverTies: [] }));
  await signAndPublish(place, vote.cycleId, digest);
  await expect(verdict(vote)).rejects.toThrow(
    "a tie that decides what money left in pools buys was not drawn",
  );
});
