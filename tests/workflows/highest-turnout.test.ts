import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verdictOn } from "../../infra/verify/checks.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { LANGUAGES, pathIn } from "../../shared/domain/languages.ts";
import { accept } from "../../shared/domain/result.ts";
import { poolsOfDistrict, RuleSet } from "../../shared/domain/rule-set.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { forgerOf } from "../infra/forger.ts";
import {
  countTestVote,
  openTestVote,
  peselOf,
  rollOf,
  signAndPublish,
  type TestVote,
  type VoteParts,
} from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { BOROWA, BOROWA_2027 } from "../kit/second-city.ts";
import { castByApi } from "../kit/voting-city.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { HOUR_MS } from "./edition.ts";

const [katowice] = RULE_SETS.values();
if (!katowice) throw new Error("rules are missing");

/** Money that is left goes where turnout is highest; votes are counted by points, skipping what does not fit. */
const RULES = RuleSet.parse({
  ...BOROWA_2027,
  name: "borowa-turnout",
  counting: katowice.counting,
  rollOver: "highest-turnout",
});

/** The first project of each list is funded; 100, 50, 50 and 10 zł are left. */
const POOLS = {
  L1: { amountZloty: 1000, costsZloty: [900, 400] },
  "lewy-brzeg": { amountZloty: 500, costsZloty: [450, 200, 120] },
  rynek: { amountZloty: 300, costsZloty: [250, 100] },
  M: { amountZloty: 100, costsZloty: [90, 60] },
};

/** Voters and people on the roll: all on the roll of Rynek vote, but it is the district with most residents. */
const HOMES = {
  rynek: { voters: 3, onRoll: 3 },
  "stare-mlyny": { voters: 6, onRoll: 12 },
  M: { voters: 5, onRoll: 10 },
};

const roll = Object.entries(HOMES).flatMap(([district, { voters, onRoll }]) =>
  Array.from({ length: onRoll }, (_, n) => ({ district, votes: n < voters })),
);

let place: Place;
let one: TestVote;
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
let results: any;
let forger: ReturnType<typeof forgerOf>;

/** An edition from its opening to its published result. */
const held = async (prepare?: VoteParts["prepare"]): Promise<TestVote> => {
  const lines = roll.map(({ district }, n) => `${peselOf(n)};Nowak-Łoś;${district}`);
  const vote = await openTestVote(place, {
    ruleSet: RULES,
    pools: POOLS,
    voters: roll.length,
    roll: `pesel;mothers_maiden_name;district\n${lines.join("\n")}\n`,
    ...(prepare && { prepare }),
  });
  await place.clock.moveTo((now) => now + 2000);
  for (const [n, { district, votes }] of roll.entries()) {
    if (!votes) continue;
    const sections = poolsOfDistrict(RULES, district).flatMap((pool) => {
      const ids = vote.projects[pool];
      return ids ? [{ pool, points: Object.fromEntries(ids.map((id, index) => [id, index + 1])) }] : [];
    });
    expect((await castByApi(place, vote.cycleId, n, sections)).status).toBe(201);
  }
  const { count } = await countTestVote(place, vote);
  await signAndPublish(place, vote.cycleId, count.digest);
  return vote;
};

const resultsOf = async ({ cycleId }: TestVote) =>
  (await place.call(`GET /v1/cycles/${cycleId}/results`)).body;

const packageOf = async ({ cycleId }: TestVote) => {
  const reply = await fetch(`${place.url}/v1/cycles/${cycleId}/results/package.zip`);
  return forgerOf(new Uint8Array(await reply.arrayBuffer()));
};

/** The n-th project of a list, as money that was left bought it. */
const bought = ({ projects }: TestVote, pool: keyof typeof POOLS, n: number) => ({
  pool,
  id: projects[pool]?.[n],
  costGrosze: (POOLS[pool].costsZloty[n] ?? 0) * 100,
});

beforeAll(async () => {
  place = await openPlace({ city: { ...BOROWA, languages: [...LANGUAGES] } });
  one = await held();
  results = await resultsOf(one);
  forger = await packageOf(one);
});
afterAll(() => place?.close());

test("Money that is left goes down the lists of districts and areas, the one with most voters per resident first", () => {
  // 5 of 700 in Majdan, 9 of 6400 on the left bank, 3 of 4100 in Rynek, for whose second project too little is left by then.
  expect(results.leftOver).toEqual({
    policy: "highest-turnout",
    amountGrosze: 21_000,
    funded: [bought(one, "M", 1), bought(one, "lewy-brzeg", 2)],
    leftGrosze: 3000,
  });
});

test("Turnout is told of residents, as the city has them, and people on the roll stand beside", async () => {
  expect(results.turnout).toEqual({
    voters: 14,
    eligible: 25,
    residents: 9000,
    perDistrict: {
      "stare-mlyny": { voters: 6, eligible: 12, residents: 2300 },
    },
  });
  expect(results.pools.map(({ id, residents }: Record<string, unknown>) => [id, residents])).toEqual([
    ["L1", 9000],
    ["lewy-brzeg", 6400],
    ["rynek", 4100],
    ["M", 700],
  ]);
  for (const language of LANGUAGES) {
    const { format, results: w } = wordsOf(language);
    const { text } = await place.call(`GET ${pathIn(language, `/wyniki/${one.cycleId}`)}`);
    expect(text).toContain(w.cycle.turnoutOf(14 / 9000, { whom: "residents", people: 9000 }));
    expect(text).toContain(w.cycle.byTurnout);
    expect(faultsOfPage(text)).toEqual([]);
    const table = text.slice(text.indexOf(w.turnout.caption));
    const cells = (table.match(/<t[hd] [^>]*role="(?:rowheader|cell)".*?<\/t[hd]>/g) ?? []).map((cell) =>
      cell.replace(/<[^>]+>/g, ""),
    );
    // Rynek has three voters, Pod Lasem none: they are told nothing of, nor is Majdan, whose five would tell them.
    expect(cells).toEqual(["Stare Młyny", "6", format.number(2300), w.cycle.share(6 / 2300)]);
    expect(text).toContain(w.cycle.untold);
  }
  const { text } = await place.call(`GET /urzad/edycje/${one.cycleId}`, {
    headers: { cookie: `staff=${await place.staff("coordinator")}` },
  });
  expect(text).toMatch(/14 – 0,2\s?% z 9\s?000 mieszkańców/);
});

describe("A package", () => {
  const verdict = (patch: Parameters<typeof forger.resultsWith>[0]) =>
    verdictOn(forger.resigned(forger.resultsWith(patch)), undefined, () => undefined);

  test("is verified with the list of a handful of voters, who are not told", async () => {
    expect(await verdictOn(forger.original(), undefined, () => undefined)).toMatch(/^CONSISTENT/);
  });

  test.each<[string, RegExp, () => Parameters<typeof verdict>[0]]>([
    [
      "that buys on another list",
      /recount uses money left in pools otherwise/,
      () => ({ leftOver: { funded: [results.leftOver.funded[0]], leftGrosze: 15_000 } }),
    ],
    [
      "whose districts have more residents than the city",
      /do not add up/,
      () => ({ turnout: { residents: 3001 } }),
    ],
    [
      "in which a district that is not told leaves none to the others",
      /do not add up/,
      () => ({
        pools: results.pools.map((pool: { id: string }) =>
          pool.id === "rynek" ? { ...pool, residents: 6000 } : pool,
        ),
      }),
    ],
    [
      "that tells residents of one district only",
      /of all districts or of none/,
      () => ({ turnout: { perDistrict: { "stare-mlyny": { residents: undefined } } } }),
    ],
    [
      "in which a district is smaller than its pool",
      /M has other residents as a pool/,
      () => ({ turnout: { perDistrict: { M: { voters: 5, eligible: 10, residents: 699 } } } }),
    ],
    [
      "that tells residents of some lists only, so that nobody can say who comes first",
      /of all lists or of none/,
      () => ({
        pools: results.pools.map((pool: { id: string }) =>
          pool.id === "rynek" ? { ...pool, residents: undefined } : pool,
        ),
        leftOver: { funded: [bought(one, "rynek", 1)], leftGrosze: 11_000 },
      }),
    ],
  ])("%s is refused", async (_, reason, patch) => {
    await expect(verdict(patch())).rejects.toThrow(reason);
  });
});

test("An edition that was opened without residents goes by people on the roll, district by district, and says so", async () => {
  const { cycles } = place.deps.store;
  const old = await held(async ({ cycleId }) => {
    const cycle = await cycles.get(cycleId as CycleId);
    if (!cycle) throw new Error("no cycle");
    const pools = cycle.pools.map(({ residents: _, ...pool }) => pool);
    accept(await cycles.change(cycle, { pools }, [], ["residents"]));
  });
  const { leftOver, turnout } = await resultsOf(old);
  expect(leftOver.funded).toEqual([bought(old, "rynek", 1), bought(old, "M", 1)]);
  expect([turnout.residents, turnout.perDistrict]).toEqual([
    undefined,
    { "stare-mlyny": { voters: 6, eligible: 12 } },
  ]);
  for (const language of LANGUAGES) {
    const { text } = await place.call(`GET ${pathIn(language, `/wyniki/${old.cycleId}`)}`);
    const w = wordsOf(language).results.cycle;
    expect(text).toContain(w.turnoutOf(14 / 25, { whom: "roll", people: 25 }));
    expect(text).not.toContain(w.estimate);
  }
  const made = await packageOf(old);
  expect(await verdictOn(made.original(), undefined, () => undefined)).toMatch(/^CONSISTENT/);
  // A handful voted in Rynek: the package does not tell the order, but what was bought is on a list, once, at its cost.
  const [first, second] = leftOver.funded;
  const other = bought(old, "M", 0);
  for (const funded of [
    [first, first],
    [first, { ...second, costGrosze: 5999 }],
    [first, { ...second, id: "prj_0000000000000000" }],
    [first, { ...second, pool: "rynek" }],
    [other],
    [bought(old, "L1", 1)],
  ]) {
    const spent = funded.reduce((sum, { costGrosze }) => sum + costGrosze, 0);
    const leftGrosze = Math.max(0, leftOver.amountGrosze - spent);
    const files = made.resigned(made.resultsWith({ leftOver: { funded, leftGrosze } }));
    await expect(
      verdictOn(files, undefined, () => undefined),
      JSON.stringify(funded),
    ).rejects.toThrow(/left in pools buys/);
  }
});

test("Where more people vote than the estimate has residents, that is said, and no share", async () => {
  const few = await openTestVote(place, {
    ruleSet: RULES,
    pools: { M: { amountZloty: 100, costsZloty: [90] } },
    residents: { rynek: 1, "stare-mlyny": 2, "pod-lasem": 3, M: 4 },
    voters: 30,
    roll: rollOf(30, "M"),
  });
  await place.clock.moveTo((now) => now + 2000);
  const [id = ""] = few.projects.M ?? [];
  for (let n = 0; n < 20; n++)
    expect((await castByApi(place, few.cycleId, n, [{ pool: "M", points: { [id]: 1 } }])).status).toBe(201);
  await place.clock.moveTo((now) => now + HOUR_MS);
  await place.settle();
  const running = (await place.call(`GET /v1/cycles/${few.cycleId}/turnout`)).body;
  expect(running).toMatchObject({
    atLeast: 20,
    eligible: 30,
    residents: 4,
    perDistrict: { M: { atLeast: 20, eligible: 30, residents: 4 } },
  });
  const pages = async () =>
    Promise.all(
      LANGUAGES.map(async (language) => {
        const { text } = await place.call(`GET ${pathIn(language, `/wyniki/${few.cycleId}`)}`);
        return [wordsOf(language).results, text] as const;
      }),
    );
  for (const [w, text] of await pages()) expect(text).toContain(w.turnout.above);
  const { count } = await countTestVote(place, few);
  await signAndPublish(place, few.cycleId, count.digest);
  const told = { whom: "residents", people: 4 } as const;
  for (const [w, text] of await pages()) {
    expect(text).toContain(w.cycle.turnoutOf(undefined, told));
    expect(text).toContain(w.cycle.leftOverNone(1000));
    expect(text).not.toMatch(/\d%<\/td>/);
  }
});
