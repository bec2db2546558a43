import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { routes } from "../../functions/routes.ts";
import { canonicalJson } from "../../shared/domain/canonical.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { type Notice, notice } from "../../shared/domain/notice/notice.ts";
import { letterOf } from "../../shared/pages/letters/letter.ts";
import { KINDS, SAMPLES } from "../domain/letter-samples.ts";
import { chanceOf, seed } from "../kit/chance.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  everyPage,
  type Lead,
  leadTo,
  letterLeads,
  pagesNeverSeen,
  type RowName,
  type SeenPage,
} from "../kit/walk.ts";
import { everyWalker, openWholeCity } from "../kit/whole-city.ts";
import { faultsOfPage } from "../pages/tags.ts";

/** The long form (`RYNEK_RUNS`) opens every page in every language; the short one as many of a row as there are editions. */
const REACH = process.env.RYNEK_RUNS
  ? ({ languages: "every", most: 1000 } as const)
  : ({ languages: "one", most: 7 } as const);

/** Rows that answer with a redirection, or with a page only to whoever comes from another site. */
const BY_THE_WAY = ["getEidStart", "getEidCallback", "getCallback", "getDeskAcceptance"];

const ROWS = Object.keys(routes) as [RowName];

let place: Place;
let before: Map<string, string>;
let after: Map<string, string>;
const seen: SeenPage[] = [];

/** Every item of both tables by its key. */
const contents = async (): Promise<Map<string, string>> => {
  await place.settle();
  const items = new Map<string, string>();
  for (const table of ["main", "ballots"] as const)
    await place.deps.store.table.scanPages(table, "", z.looseObject({}), (page) => {
      for (const item of page) items.set(`${table} ${item.pk} ${item.sk}`, canonicalJson(item));
    });
  return items;
};

beforeAll(async () => {
  place = await openPlace();
  const walkers = await everyWalker(place, await openWholeCity(place));
  before = await contents();
  for await (const page of everyPage(place, walkers, { ...REACH, chance: chanceOf(seed) })) seen.push(page);
  after = await contents();
}, 600_000);
afterAll(() => place?.close());

const shown = ({ walker, status, path }: SeenPage): string => `${walker}: ${status} ${path}`;
const dead = (leads: readonly Lead[]): string[] =>
  leads.flatMap(({ method, to, row }) => (row === undefined ? [`${method} ${to}`] : []));

test("every page opens that somebody is led to; the office asks a stranger to sign in", () => {
  const isAsked = ({ status, route, walker }: SeenPage): boolean =>
    status === 401 && route.who.by === "staff-cookie" && ["nobody", "reader of letters"].includes(walker);
  expect(seen.filter((one) => one.status >= 400 && !isAsked(one)).map(shown)).toEqual([]);
});

test("no link and no form leads to an address that no route knows", () => {
  expect(leadTo("GET", "/nie/ma/takiej/strony").row).toBeUndefined();
  expect(leadTo("POST", "/projekty").row).toBeUndefined();
  expect(new Set(seen.flatMap(({ row, leads }) => dead(leads).map((to) => `${row} → ${to}`)))).toEqual(
    new Set(),
  );
});

test("every letter leads to pages, in its language", () => {
  expect(dead(letterLeads(place.url, place.letters()))).toEqual([]);
  const site = { url: "https://bo.example", city: KATOWICE, contactAddress: "bo@bo.example" };
  for (const kind of KINDS)
    for (const language of LANGUAGES) {
      const letter = letterOf(notice(kind, "jan@example.org", language, SAMPLES[kind]) as Notice, site);
      expect(dead(letterLeads(site.url, [letter])), kind).toEqual([]);
    }
});

test("every page of the table is seen by somebody", () => {
  expect(pagesNeverSeen(seen)).toEqual(BY_THE_WAY);
});

test("every page is whole", () => {
  const faults = seen.flatMap((one) =>
    one.html === "" ? [] : faultsOfPage(one.html).map((fault) => `${shown(one)}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test("looking changes nothing: whoever reads personal data leaves a record, and that is all", () => {
  const lost = [...before.keys()].filter((key) => !after.has(key));
  const changed = [...after].filter(([key, item]) => before.get(key) !== item);
  const isReading = (item: string): boolean =>
    routes[z.object({ act: z.enum(ROWS) }).parse(JSON.parse(item)).act].key.startsWith("GET ");
  const records = changed.filter(
    ([key, item]) => key.startsWith("main AUDIT#") && !before.has(key) && isReading(item),
  );
  expect(records.length).toBeGreaterThan(0);
  expect([lost, changed.filter((one) => !records.includes(one))]).toEqual([[], []]);
});
