import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportOf } from "../../infra/tally/report.ts";
import { verdictOn } from "../../infra/verify/checks.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { countTestVote, openTestVote, signAndPublish } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { editionOf } from "./edition.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const ballot = { kind: "approval", minProjects: 1, maxProjects: 5, repeatedProject: "count-once" } as const;

/** A city that nobody has heard of, with the ways of Łódź: ticks, votes, and money of estates for the city. */
const RULES: RuleSet = {
  ...(RULE_SETS.get("katowice-xii") as RuleSet),
  name: "utopia-iv",
  city: { name: "Katowice", country: "Poland" },
  edition: { numeral: "IV", voteYear: 2026 },
  sources: [{ on: "counting", says: "as in Łódź", from: "the council of Utopia" }],
  pools: [
    { id: "M", kind: "citywide", name: { pl: "Miasto", en: "City" } },
    { id: "L13", kind: "district", name: { pl: "Osiedle", en: "Estate" } },
  ],
  ballot: { citywide: ballot, district: ballot },
  thresholds: {
    citywide: { kind: "votes", minimum: 10, inclusive: true },
    district: { kind: "votes", minimum: 5, inclusive: true },
  },
  counting: { order: "votes", fill: { kind: "skip" }, ties: ["cheaper", "lot"] },
  rollOver: "citywide-now",
};

const opening = async (ruleSet: unknown) =>
  place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet",
      ruleSet,
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [{ id: "M", amountGrosze: 100_000 }],
    },
  });

test.each<[string, object]>([
  ["a rule that is none", { counting: { ...RULES.counting, order: "by-luck" } }],
  ["two pools with one id", { pools: [RULES.pools[0], RULES.pools[0]] }],
  ["ties that settle nothing", { counting: { ...RULES.counting, ties: ["cheaper"] } }],
  ["money that comes too late", { poolOrder: "citywide-first" }],
  ["a member that nobody knows", { winners: ["M/01/IV"] }],
])("A city's own rule set with %s is refused", async (_, wrong) => {
  const { status, body } = await opening({ ...RULES, ...wrong });
  expect([400, 422]).toContain(status);
  expect(body.errors[0].pointer).toMatch(/^\/ruleSet/);
});

test("A city votes under a rule set of its own, and what an estate leaves goes to the citywide pool", async () => {
  const one = await openTestVote(place, {
    ruleSet: RULES,
    pools: {
      M: { amountZloty: 1000, costsZloty: [900, 400, 300] },
      L13: { amountZloty: 600, costsZloty: [300, 200] },
    },
    voters: 100,
  });
  const [dear = "", fair = "", cheap = ""] = one.projects.M ?? [];
  const [own = "", rare = ""] = one.projects.L13 ?? [];
  const edition = editionOf(place, one);
  const tick = (pool: string, ...ids: string[]) => ({
    pool,
    points: Object.fromEntries(ids.map((id) => [id, 1])),
  });
  await edition.fillBox([tick("M", dear, fair), tick("L13", own)], 30);
  await edition.fillBox([tick("M", dear, cheap)], 12);
  await edition.fillBox([tick("L13", rare)], 4);
  const { count } = await countTestVote(place, one);
  await signAndPublish(place, one.cycleId, count.digest);

  // The estate has 300 zł left: the city's 1300 zł pay for the dear one and the fair one.
  const { body } = await edition.results();
  const pool = (id: string) => body.pools.find((found: { id: string }) => found.id === id);
  expect(pool("L13")).toMatchObject({ selected: [own], amountGrosze: 600_00, leftGrosze: 300_00 });
  expect(pool("M")).toMatchObject({ selected: [dear, fair], amountGrosze: 1000_00, budgetGrosze: 1300_00 });

  const reply = await fetch(`${place.url}/v1/cycles/${one.cycleId}/results/package.zip`);
  const files = new Map(Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer()))));
  expect(await verdictOn(files, undefined, () => undefined)).toMatch(/^CONSISTENT/);
  const reading = readPb([files.get("pools/M.pb") as Uint8Array]);
  if (!reading.ok) throw new Error(reading.fault.message);
  const again = reportOf("M.pb", reading.file, {
    files: [],
    rule: undefined,
    tie: undefined,
    whatIf: undefined,
    json: true,
    figures: false,
    rules: false,
    check: false,
    fix: undefined,
    force: false,
  });
  expect(again.selected).toHaveLength(2);
});
