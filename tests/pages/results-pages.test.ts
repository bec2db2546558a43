import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES, type Language, pathIn } from "../../shared/domain/languages.ts";
import { WhatIfRule } from "../../shared/rulesets/what-if.ts";
import { countTestVote, signAndPublish, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { castByApi, openVoteWithHardTitles } from "../kit/voting-city.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage, tagsOf } from "./tags.ts";

const BUDGET_BYTES = 40_000;
const VOTERS = 80;

let place: Place;
let vote: TestVote;

const open = async (language: Language, path: string) => {
  const seen = await place.call(`GET ${pathIn(language, path)}`);
  expect([path, seen.status, faultsOfPage(seen.text)]).toEqual([path, 200, []]);
  expect(gzipSync(seen.text).length).toBeLessThan(BUDGET_BYTES);
  expect(seen.text).not.toMatch(/undefined|NaN|\[object/);
  return seen.text;
};

/** Text as a reader sees it: without tags, entities read. */
const plain = (page: string): string =>
  page
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

const flat = (text: string): string => text.replace(/\s+/g, " ");

beforeAll(async () => {
  place = await openPlace();
  vote = await openVoteWithHardTitles(place, {
    pools: {
      M: { amountZloty: 3000, costsZloty: [2000, 1500] },
      L13: { amountZloty: 600, costsZloty: [300, 100, 250, 50] },
    },
    voters: VOTERS,
  });
});
afterAll(() => place.close());

describe("before the publication", () => {
  test.each(LANGUAGES)(
    "the pages say what is awaited, at the address where it will be (%s)",
    async (language) => {
      const w = wordsOf(language).results;
      expect(await open(language, "/wyniki")).toContain(w.list.due);
      expect(await open(language, `/wyniki/${vote.cycleId}`)).toContain(w.due.notYet);
      expect(await open(language, `/wyniki/${vote.cycleId}/M`)).toContain(w.due.notYet);
    },
  );
});

describe("published results", () => {
  beforeAll(async () => {
    const [a = "", b = "", c = "", d = ""] = vote.projects.L13 ?? [];
    const castAll = async (from: number): Promise<void> => {
      for (let n = from; n < VOTERS; n += 8) {
        const points = n % 2 === 0 ? { [a]: 2, [c]: 1 } : { [b]: 1, [c]: 1, [d]: 1 };
        const cast = await castByApi(place, vote.cycleId, n, [{ pool: "L13", points }]);
        expect(cast.status).toBe(201);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, from) => castAll(from)));
    const counted = await countTestVote(place, vote);
    await signAndPublish(place, vote.cycleId, counted.count.digest);
  });

  const api = async (language: Language) =>
    (await place.call(`GET /v1/cycles/${vote.cycleId}/results`, { headers: { "accept-language": language } }))
      .body;

  test.each(LANGUAGES)("say of every project what the API says (%s)", async (language) => {
    const { format } = wordsOf(language);
    const results = await api(language);
    for (const pool of results.pools) {
      const text = flat(plain(await open(language, `/wyniki/${vote.cycleId}/${pool.id}`)));
      expect(text).toContain(flat(format.money(pool.budgetGrosze)));
      expect(text).toContain(flat(format.money(pool.leftGrosze)));
      for (const project of pool.projects) {
        for (const said of [
          project.title,
          project.number,
          project.reason,
          format.shortMoney(project.costGrosze),
        ])
          expect(text).toContain(flat(said));
      }
    }
  });

  test.each(LANGUAGES)("begin with the facts of the whole edition (%s)", async (language) => {
    const { format, results: w } = wordsOf(language);
    const results = await api(language);
    const text = flat(plain(await open(language, `/wyniki/${vote.cycleId}`)));
    const sum = (
      of: (pool: { budgetGrosze: number; costGrosze: number; selected: string[]; projects: [] }) => number,
    ) => results.pools.map(of).reduce((total: number, one: number) => total + one, 0);
    for (const said of [
      format.number(results.turnout.voters),
      w.cycle.turnoutOf(VOTERS / 263_000, { whom: "residents", people: 263_000 }),
      w.cycle.chosenOf(
        sum((pool) => pool.selected.length),
        sum((pool) => pool.projects.length),
      ),
      format.money(sum((pool) => pool.budgetGrosze)),
      format.money(sum((pool) => pool.costGrosze)),
      results.digest,
      results.leavesDigest,
      ...results.signOffs.map(({ name }: { name: string }) => name),
    ])
      expect(text).toContain(flat(said));
  });

  test("draw the money bar with a segment a winner, and say the same in words", async () => {
    const page = await open("pl", `/wyniki/${vote.cycleId}/L13`);
    const { pools } = await api("pl");
    const selected = pools.find(({ id }: { id: string }) => id === "L13").selected.length;
    const bar = page.slice(page.indexOf("<figure>"), page.indexOf("</figure>"));
    expect(selected).toBeGreaterThan(0);
    expect(tagsOf(bar).filter(({ name, isEnd }) => name === "rect" && !isEnd)).toHaveLength(selected + 1);
    expect(bar.match(/<li>/g)).toHaveLength(selected);
  });

  test("tell how equal points were settled", async () => {
    const page = await open("en", `/wyniki/${vote.cycleId}/L13`);
    // c has 80 points, a 80 too: the cheaper one came first.
    expect(plain(page)).toContain("With 80 points:");
    expect(plain(page)).toContain("settled by: the lower cost");
  });

  test("bear titles with markup as text", async () => {
    const page = await open("en", `/wyniki/${vote.cycleId}/L13`);
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toContain("<script");
  });

  test("lead only to files that are there", async () => {
    const page = await open("en", `/wyniki/${vote.cycleId}/L13`);
    const files = tagsOf(page).flatMap(({ attributes: { href } }) =>
      href?.startsWith("/v1/") ? [href] : [],
    );
    expect(files).toHaveLength(4);
    for (const file of files)
      expect([file, (await fetch(`${place.url}${file}`)).status]).toEqual([file, 200]);
  });

  const whatIf = (rule: string) => `/v1/cycles/${vote.cycleId}/results/what-if?pool=L13&rule=${rule}`;

  test.each(WhatIfRule.options)(
    "stand beside what the rule %s would have made of the same votes",
    async (rule) => {
      const { pools } = await api("en");
      const binding = pools.find(({ id }: { id: string }) => id === "L13");
      const { status, body } = await place.call(`GET ${whatIf(rule)}`);
      expect(status).toBe(200);
      expect(body.binding).toMatchObject({ selected: binding.selected, figures: binding.figures });
      expect(body.whatIf).toMatchObject({ name: rule, isBinding: false });
      expect(body.ballots).toBe(VOTERS);
      for (const { id, funded, fundedWhatIf } of body.projects)
        expect([funded, fundedWhatIf]).toEqual([
          binding.selected.includes(id),
          body.whatIf.selected.includes(id),
        ]);
      const staff = await place.call(`GET /v1/staff/cycles/${vote.cycleId}/what-if?pool=L13&rule=${rule}`, {
        token: await place.staff("auditor"),
      });
      expect(staff.body).toEqual(body);
      for (const language of LANGUAGES) {
        const w = wordsOf(language).results.whatIf;
        const page = await open(language, `/wyniki/${vote.cycleId}/L13/inna-zasada?rule=${rule}`);
        const text = flat(plain(page));
        expect(text).toContain(w.notBinding);
        for (const { title } of body.projects) expect(text).toContain(flat(title));
        const changed = body.projects.filter(
          ({ funded, fundedWhatIf }: { funded: boolean; fundedWhatIf: boolean }) => funded !== fundedWhatIf,
        );
        expect(page.split(w.differs).length - 1).toBe(changed.length);
      }
    },
  );

  test("say of another rule nothing that nobody asked for", async () => {
    expect((await place.call(`GET ${whatIf("majority")}`)).status).toBe(400);
    expect((await place.call(`GET ${whatIf("greedy").replace("L13", "L14")}`)).status).toBe(404);
  });

  test("of a pool that is not there are not found", async () => {
    expect((await place.call(`GET /wyniki/${vote.cycleId}/L99`)).status).toBe(404);
    expect((await place.call("GET /en/wyniki/cyc_0000000000000000")).status).toBe(404);
  });
});
