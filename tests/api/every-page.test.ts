import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { routes } from "../../functions/routes.ts";
import { canonicalJson } from "../../shared/domain/canonical.ts";
import { LANGUAGES, pathIn } from "../../shared/domain/languages.ts";
import { type Notice, notice } from "../../shared/domain/notice/notice.ts";
import { languagesAt } from "../../shared/pages/languages-at.ts";
import { letterOf } from "../../shared/pages/letters/letter.ts";
import { axeFaults, hasBrowser, openBrowser, sidewaysScroll } from "../browser/browser.ts";
import { KINDS, SAMPLES } from "../domain/letter-samples.ts";
import { chanceOf, IS_LONG, seed } from "../kit/chance.ts";
import { everyAnswer } from "../kit/forms.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { BOROWA } from "../kit/second-city.ts";
import { postFormsOf, sendingsOf, visitor } from "../kit/visitor.ts";
import {
  everyPage,
  type Lead,
  leadTo,
  letterLeads,
  openPage,
  pagesNeverSeen,
  type RowName,
  type SeenPage,
  stateOf,
  type Walker,
} from "../kit/walk.ts";
import { everyWalker, openWholeCity, type WholeCity } from "../kit/whole-city.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "../pages/tags.ts";

/**
 * The long form opens every page in every language, and looks at each of its states in every language, scheme and width; the short one opens
 * as many of a row as there are editions, and chance draws how each state is looked at.
 */
const REACH = IS_LONG
  ? ({ languages: "every", most: 1000 } as const)
  : ({ languages: "one", most: 7 } as const);

/** From a phone at 400 % zoom to a desk. */
const WIDTHS = [320, 360, 768, 1280] as const;
const LOOKS = (["light", "dark"] as const).flatMap((colorScheme) =>
  WIDTHS.map((width) => ({ colorScheme, width })),
);

/** In colours as near to the least contrast as a profile may come: what can be read here can be read in every city. */
const WORST_LOOK = { ...KATOWICE, theme: BOROWA.theme, logo: BOROWA.logo };

/** Rows that only ever answer with a redirection. */
const BY_THE_WAY = ["getEidStart", "getOfficeAcceptance"];

const ROWS = Object.keys(routes) as [RowName];

let place: Place;
let before: Map<string, string>;
let after: Map<string, string>;
const seen: SeenPage[] = [];
const strays: SeenPage[] = [];
const answers: SeenPage[] = [];
const times: { readonly field: string; readonly typed: string; readonly isTold: boolean }[] = [];
const chance = chanceOf(seed, "every page");

/** One page of each state, in the long form in each language. */
const statesOf = (pages: readonly SeenPage[]): SeenPage[] => [
  ...new Map(
    pages
      .filter(({ html }) => html !== "")
      .map((page) => [`${stateOf(page)} ${IS_LONG ? page.language : ""}`, page]),
  ).values(),
];

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

/** Hours that the clocks skip and show twice, as each field of a time takes them, with the one sentence of each. */
const NO_TIMES = [
  ["2027-03-28T02:30", "gap"],
  ["31.10.2027, 2.30", "overlap"],
] as const;

const isTime = (name: string): boolean => /^(?:start|end)-|At$/.test(name);

/** What every field of a local time says of them; a form of a row is asked once. */
const timesTold = async (walkers: readonly Walker[]) => {
  const told = new Map<string, (typeof times)[number]>();
  for (const { walker, html, language } of statesOf(seen))
    for (const { action, fields } of postFormsOf(html).flatMap(sendingsOf))
      for (const [name] of fields.filter(([name]) => isTime(name)))
        for (const [typed, rule] of NO_TIMES) {
          const field = `${leadTo("POST", action).row} ${name} ${rule}`;
          if (told.has(field)) continue;
          const browser = visitor(place, walkers.find((one) => one.name === walker)?.cookie);
          const sent = fields.map(([each, value]): [string, string] => [each, each === name ? typed : value]);
          const { text } = await browser.post(action, sent);
          const { issues } = wordsOf(language);
          told.set(field, { field, typed, isTold: text.includes(issues[rule]("").split(":")[0] ?? "") });
        }
  return [...told.values()];
};

/** Where no page leads, and people come all the same: from another site, by a typed address, by a link of somebody with another role. */
const strayPaths = ({ voting }: WholeCity): readonly (readonly [walker: string, path: string])[] => [
  ["nobody", "/eid/powrot?state=x"],
  ["nobody", "/urzad/powrot?state=x"],
  ["nobody", "/wyniki/cyc_0000000000000000"],
  ["clerk", `/urzad/edycje/${voting.cycleId}/klucze`],
];

beforeAll(async () => {
  place = await openPlace({ city: WORST_LOOK });
  const city = await openWholeCity(place);
  const walkers = await everyWalker(place, city);
  const walker = (name: string) => walkers.find((one) => one.name === name) as Walker;
  before = await contents();
  for await (const page of everyPage(place, walkers, { ...REACH, chance })) seen.push(page);
  for (const [name, path] of strayPaths(city)) {
    const { row } = leadTo("GET", path) as { row: RowName };
    const languages = languagesAt(path, LANGUAGES);
    for (const language of IS_LONG ? languages : [chance.one(languages)])
      strays.push(await openPage(place, walker(name), { row, language, to: pathIn(language, path) }));
  }
  after = await contents();
  for (const sentence of await timesTold(walkers)) times.push(sentence);
  for await (const answer of everyAnswer(place, walkers, statesOf(seen))) answers.push(answer);
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
      const letter = letterOf(
        notice(kind, "jan@example.org", language, SAMPLES[kind]) as Notice,
        wordsOf(language),
        site,
      );
      expect(dead(letterLeads(site.url, [letter])), kind).toEqual([]);
    }
});

test("every page of the table is seen by somebody", () => {
  expect(pagesNeverSeen([...seen, ...strays])).toEqual(BY_THE_WAY);
});

test("an hour that the clocks skip or show twice is told in one sentence by every field of a time", () => {
  expect(times.filter(({ isTold }) => !isTold)).toEqual([]);
  expect(new Set(times.map(({ field }) => field.split(" ")[0])).size).toBeGreaterThan(4);
});

test("whoever strays is told so", () => {
  expect(strays.map(({ status }) => status)).toSatisfy((all: number[]) => all.every((one) => one >= 400));
  expect(new Set(strays.map(({ status }) => status))).toEqual(new Set([400, 404, 403]));
});

test("a form that is sent as it stands is taken, or the page says what is missing or that somebody was faster", () => {
  // The long form outlives the codes that voters were sent.
  const lawful = [200, 404, 409, 410, 412, 422, ...(IS_LONG ? [401] : [])];
  const isAnswered = ({ status }: SeenPage): boolean => lawful.includes(status);
  expect(answers.filter((one) => !isAnswered(one)).map(shown)).toEqual([]);
  expect(answers.filter(({ status }) => status === 422).length).toBeGreaterThan(20);
});

test("every page is whole, and says its language", () => {
  const faults = [...seen, ...strays, ...answers].flatMap((one) => {
    if (one.html === "") return [];
    const isSaid = one.html.includes(`<html lang="${one.language}">`);
    return [...faultsOfPage(one.html), ...(isSaid ? [] : [`not in ${one.language}`])].map(
      (fault) => `${shown(one)}: ${fault}`,
    );
  });
  expect(faults).toEqual([]);
});

test("no page is headed by the id of what has a name", () => {
  const heading = ({ html }: SeenPage): string => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? "";
  const headed = [...seen, ...answers].filter((one) => /\b(?:cyc|prj|cns|mtg)_/.test(heading(one)));
  expect(headed.map(shown)).toEqual([]);
});

test("looking changes nothing: whoever reads personal data leaves a record, a form that is opened counts, and that is all", () => {
  const lost = [...before.keys()].filter((key) => !after.has(key));
  // What the machine holds, and the accounts of staff, are looked at by themselves every few minutes.
  const isOfSweep = (key: string): boolean => key.endsWith(" HOLD") || key.startsWith("main READINGS ");
  const changed = [...after].filter(([key, item]) => before.get(key) !== item && !isOfSweep(key));
  const isReading = (item: string): boolean =>
    routes[z.object({ act: z.enum(ROWS) }).parse(JSON.parse(item)).act].key.startsWith("GET ");
  const records = changed.filter(
    ([key, item]) => key.startsWith("main AUDIT#") && !before.has(key) && isReading(item),
  );
  const counts = changed.filter(([key]) => key.startsWith("main FORM#"));
  expect([records.length > 0, counts.length > 0]).toEqual([true, true]);
  const others = changed.filter((one) => !records.includes(one) && !counts.includes(one));
  expect([lost, others]).toEqual([[], []]);
});

describe.skipIf(!hasBrowser)("in a browser", () => {
  test("every page has no fault for axe, and nothing of any of its states sticks out of the screen", async () => {
    const browser = await openBrowser();
    // Colours that are on their way from one scheme to the other are nobody's.
    const page = await browser.newPage({ reducedMotion: "reduce" });
    const faults: string[] = [];
    // The pages are put into one document of the site, as they were served.
    await page.goto(place.url);
    // Short, axe looks at a sixth of the states, and in one of each row at colours too, as chance draws: states of a row share its pieces.
    const states = statesOf([...seen, ...strays, ...answers]);
    const coloured = new Set(
      [...new Set(states.map(({ row }) => row))].map((row) =>
        chance.one(states.filter((one) => one.row === row)),
      ),
    );
    for (const state of states) {
      const contrast = IS_LONG || coloured.has(state);
      const isForAxe = contrast || chance.happens(1 / 6);
      // A page that renews itself would leave in the middle.
      await page.setContent(state.html.replace(/<meta http-equiv="refresh"[^>]*>/, ""));
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      for (const { width, colorScheme } of IS_LONG ? LOOKS : [chance.one(LOOKS)]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 740 });
        const sideways = await sidewaysScroll(page);
        const found = [
          ...(sideways === 0 ? [] : [`${sideways} px sideways`]),
          ...(isForAxe ? await axeFaults(page, { contrast }) : []),
        ];
        faults.push(...found.map((fault) => `${shown(state)}, ${width} ${colorScheme}: ${fault}`));
      }
    }
    await browser.close();
    expect(faults).toEqual([]);
  }, 3_600_000);
});
