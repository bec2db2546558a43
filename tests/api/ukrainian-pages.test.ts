import { afterAll, beforeAll, expect, test } from "vitest";
import { type Notice, type NoticeKind, notice } from "../../shared/domain/notice/notice.ts";
import { letterOf } from "../../shared/pages/letters/letter.ts";
import { shortTextOf } from "../../shared/pages/letters/short-text.ts";
import { KINDS, SAMPLES } from "../domain/letter-samples.ts";
import { chanceOf, drawn, IS_LONG, seed } from "../kit/chance.ts";
import { peselOf } from "../kit/city.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { pathInLetter as buttonOf, letterAbout, PARTS } from "../kit/proposals.ts";
import { type Seen, visitor } from "../kit/visitor.ts";
import { codeFor, identityOf } from "../kit/voting-city.ts";
import { everyPage, leadTo } from "../kit/walk.ts";
import { everyWalker, openWholeCity, type WholeCity } from "../kit/whole-city.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "../pages/tags.ts";

/*
 * The measure is the English page: it says nothing in Polish but proper names and what people wrote. A word in Latin letters that stands on
 * the Ukrainian page and not on the English one is a sentence that nobody has translated.
 */

/** Each language is named on the pages in the others, in its own letters. */
const SWITCH = /<p class="language">.*?<\/p>/s;
const SAID = /(?:title|aria-label|alt|placeholder|content)="([^"]*)"/g;

const textOf = (page: string): string => {
  const shown = page.replace(SWITCH, "").replace(/<style>.*?<\/style>/gs, "");
  const said = [...shown.matchAll(SAID)].map(([, value]) => value);
  return [shown.replace(/<[^>]*>/g, " "), ...said].join(" ").replace(/&[#\w]+;/g, " ");
};

/** A code at the door of a meeting may have letters alone. */
const DOOR_CODE = /^[A-Z]{6}$/;

/** Words of three letters and more; numbers of receipts, ids, codes and addresses are none. */
const latinWords = (text: string): string[] =>
  (text.replace(/https?:\/\/\S+/g, " ").match(/[\p{L}\p{N}_@.-]+/gu) ?? [])
    .map((token) => token.replace(/^[-.]+|[-.]+$/g, ""))
    .filter((token) => /^\p{Script=Latin}{3,}$/u.test(token) && !DOOR_CODE.test(token))
    .map((token) => token.toLowerCase());

/** What Ukrainian writes in Latin letters too. */
const NAMES = new Set(["cookie"]);

/** Words of a Ukrainian text that are Polish. */
const foreign = (ukrainian: string, english: string): string[] => {
  const known = new Set(latinWords(english));
  return [...new Set(latinWords(ukrainian))].filter((word) => !known.has(word) && !NAMES.has(word));
};

let place: Place;
let city: WholeCity;

beforeAll(async () => {
  place = await openPlace();
  city = await openWholeCity(place);
}, 600_000);
afterAll(() => place?.close());

test("every page that residents come to by links says in Ukrainian what it says in English", async () => {
  const walkers = (await everyWalker(place, city)).filter(({ name }) => /reader|nobody|voter/.test(name));
  const pages = new Map<string, Record<string, string>>();
  const reach = { languages: ["en", "uk"], most: IS_LONG ? 7 : 3, chance: chanceOf(seed) } as const;
  for await (const { walker, language, path, html, route } of everyPage(place, walkers, reach)) {
    if (html === "" || route.who.by === "staff-cookie") continue;
    const bare = `${walker}: ${path.replace(/^\/(?:en|uk)(?=\/|$|\?)/, "")}`;
    pages.set(bare, { ...pages.get(bare), [language]: html });
  }
  const found = [...pages].flatMap(([path, { en, uk: ukrainian }]) =>
    en === undefined || ukrainian === undefined
      ? []
      : foreign(textOf(ukrainian), textOf(en)).map((word) => `${path}: ${word}`),
  );
  expect(pages.size).toBeGreaterThan(40);
  expect(found).toEqual([]);
}, 600_000);

/** One resident's ways through the forms, with what goes wrong on them. */
const ways = async (prefix: "/en" | "/uk", n: number): Promise<Seen[]> => {
  const seen: Seen[] = [];
  const keep = async (page: Promise<Seen>): Promise<Seen> => {
    const one = await page;
    expect([one.path, faultsOfPage(one.text)]).toEqual([one.path, []]);
    seen.push(one);
    return one;
  };
  const { cycleId, projects } = city.voting;
  const at = (path = ""): string => `${prefix}/glosuj/${cycleId}${path}`;
  const browser = visitor(place);

  const identity = await keep(browser.open(at()));
  await keep(browser.send(identity, at(), { pesel: "", mothersMaidenName: "", email: "" }));
  await keep(browser.send(identity, at(), { ...identityOf(n), pesel: "12345678901" }));
  await keep(browser.send(identity, at(), { ...identityOf(n), pesel: "123" }));
  const asked = await keep(browser.send(identity, at(), identityOf(n)));
  await keep(browser.send(asked, at("/kod"), { code: "" }));
  await keep(browser.send(asked, at("/kod"), { code: "000000" }));
  const code = await codeFor(place, browser.cookies.get("code") ?? "");
  const list = await keep(browser.send(asked, at("/kod"), { code }));
  const { L13 = [], M = [] } = projects;
  await keep(browser.send(list, at("/karta"), { act: "next" }));
  const split = await keep(browser.send(list, at("/karta"), { pick: L13.slice(0, 2), act: "next" }));
  await keep(browser.send(split, at("/karta"), { act: "next" }));
  const second = await keep(browser.send(split, at("/karta"), { split: "1-2", act: "next" }));
  const check = await keep(browser.send(second, at("/karta"), { pick: M[0] ?? "", act: "next" }));
  const receipt = await keep(browser.send(check, at("/glos")));
  await keep(browser.send(check, at("/glos")));
  await keep(browser.send(second, at("/karta"), { pick: M[0] ?? "", act: "next" }));
  await keep(visitor(place).open(at("/karta")));
  const number = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(receipt.text)?.[0] ?? "";
  const checkPath = `${prefix}/sprawdz-glos`;
  const asking = await keep(browser.open(checkPath));
  for (const typed of [number, "", "123", number.replace(/^./, (first) => (first === "7" ? "8" : "7"))])
    await keep(browser.send(asking, checkPath, { receipt: typed }));

  const again = visitor(place);
  const sent = await again.send(await again.open(at()), at(), identityOf(n));
  const another = await codeFor(place, again.cookies.get("code") ?? "");
  await keep(again.send(sent, at("/kod"), { code: another }));

  const statement = await keep(browser.open(at("/oswiadczenie")));
  await keep(browser.send(statement, at("/oswiadczenie"), {}));
  const stated = {
    firstName: "Zofia",
    surname: "Przybylska",
    pesel: peselOf(40 + n),
    mothersMaidenName: "Nowak",
    address: "ul. Mariacka 5/7",
    district: "L13",
    email: `statement-${n}@example.com`,
    "declarations-0": "yes",
    "declarations-1": "yes",
  };
  await keep(browser.send(statement, at("/oswiadczenie"), stated));

  const start = await keep(browser.open(`${prefix}/zglos`));
  await keep(browser.send(start, `${prefix}/zglos`, { email: "nothing" }));
  await keep(browser.send(start, `${prefix}/zglos`, { email: `author-${n}@example.com` }));
  const begun = buttonOf(await letterAbout(place, `author-${n}@example.com`, /./));
  const drafts = await keep(browser.open(begun));
  const { path: draft } = await keep(browser.send(drafts, begun, {}));
  await keep(browser.open(begun));
  const wrong: Record<string, Record<string, string>> = {
    pomysl: { title: "a".repeat(121) },
    miejsce: { point: "x" },
    koszt: { "lines-0-price": "x", upkeep: "x" },
    dane: { name: "x".repeat(121) },
  };
  for (const [part, fields] of Object.entries(PARTS)) {
    const path = `${draft}/czesc/${part}`;
    const shown = await keep(browser.open(path));
    await keep(browser.send(shown, path, wrong[part] ?? {}));
    await keep(browser.send(shown, path, { ...fields, times: "7" }));
    if (part === "dane") await keep(browser.open(`${draft}/sprawdz`));
    await keep(browser.send(shown, path, fields));
  }
  const ready = await keep(browser.open(`${draft}/sprawdz`));
  const proposed = await keep(browser.send(ready, `${draft}/sprawdz`, {}));
  expect(proposed.status, proposed.text).toBe(200);
  const edit = await keep(browser.open(`${draft}/czesc/miejsce`));
  await keep(browser.send(edit, `${draft}/czesc/miejsce`, { place: "Park" }));

  const meetings = await keep(browser.open(`${prefix}/spotkania`));
  for (const meeting of new Set(meetings.text.match(/\/spotkania\/mtg_\w+/g))) {
    const path = prefix + meeting;
    const page = await keep(browser.open(path));
    // One that is over has minutes, and no seats.
    if (!page.text.includes('name="seats"')) continue;
    await keep(browser.send(page, path, { name: "", email: "" }));
    await keep(browser.send(page, path, { name: "Ewa", email: `seat-${n}@example.com`, seats: "1" }));
  }
  await place.settle();
  for (const { text } of place.mailbox.mails("0", `seat-${n}@example.com`)) {
    const link = /\/(?:en|uk)\/zapis\/\S+/.exec(text)?.[0];
    if (link === undefined) continue;
    const page = await keep(browser.open(link));
    await keep(browser.send(page, link, { act: "confirm" }));
    await keep(browser.send(page, link, { act: "cancel" }));
  }
  return seen;
};

test("every form and what may go wrong in it says in Ukrainian what it says in English", async () => {
  const english = await ways("/en", 12);
  const ukrainian = await ways("/uk", 13);
  const steps = ({ path, status }: Seen): string => `${status} ${leadTo("GET", path).row}`;
  expect(ukrainian.map(steps)).toEqual(english.map(steps));
  const found = ukrainian.flatMap((one, index) =>
    foreign(textOf(one.text), textOf(english[index]?.text ?? "")).map((word) => `${steps(one)}: ${word}`),
  );
  expect(found).toEqual([]);
}, 600_000);

const site = { url: "https://bo.example", city: KATOWICE, contactAddress: "bo@bo.example" };

const toResidents = KINDS.filter((kind) => !kind.startsWith("office/"));

test.each(toResidents)("the letter %s says in Ukrainian what it says in English", (kind: NoticeKind) => {
  const [english, ukrainian] = (["en", "uk"] as const).map((language) => {
    const { subject, text, html } = letterOf(
      notice(kind, "jan@example.org", language, SAMPLES[kind]) as Notice,
      wordsOf(language),
      site,
    );
    return [subject, text, textOf(html)].join(" ");
  });
  expect(foreign(ukrainian ?? "", english ?? "")).toEqual([]);
});

test.each(["voting/code", "voting/recorded"] as const)("the text to a phone %s is Ukrainian", (kind) => {
  const said = (language: "en" | "uk"): string =>
    shortTextOf(notice(kind, "+48600100200", language, SAMPLES[kind] as never) as Notice, wordsOf(language));
  expect(foreign(said("uk"), said("en"))).toEqual([]);
});

test("every refusal has a page in Ukrainian", async () => {
  const { refusals } = await import("../../shared/words/pl/refusals.ts");
  const codes = Object.keys(refusals);
  for (const code of drawn("a refusal", codes, Math.ceil(codes.length / 3))) {
    const [english, ukrainian] = await Promise.all(
      ["/en", "/uk"].map((prefix) => place.call(`GET ${prefix}/problems/${code}`)),
    );
    expect(ukrainian?.status, code).toBe(200);
    expect(foreign(textOf(ukrainian?.text ?? ""), textOf(english?.text ?? "")), code).toEqual([]);
  }
}, 120_000);
