import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { type BallotForm, limitsOf } from "../../shared/domain/voting/ballot-form.ts";
import { drawn } from "../kit/chance.ts";
import { countTestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { fieldsOf, type Seen, visitor } from "../kit/visitor.ts";
import { castByApi, openVoteOnForms, toFirstList } from "../kit/voting-city.ts";
import { wordsOf } from "../kit/words.ts";
import { expectWhole } from "./whole.ts";

let place: Place;
// Whoever moves the clock of a house waits for every edition in it: each has a house of its own.
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place?.close());

type Fields = Record<string, string | string[]>;
type Points = Record<string, number>;

interface Case {
  readonly ballot: BallotForm;
  /** What is filled in on a list and the pages after it. The ids are those of its projects. */
  readonly pages: (ids: readonly string[]) => readonly Fields[];
  /** What a list does not take, with words of the page that says so. */
  readonly faulty: (ids: readonly string[]) => Fields;
  readonly says: Record<"pl" | "en", string>;
  readonly asked: Record<"pl" | "en", string>;
  /** What the page after it does not take. */
  readonly next?: readonly {
    readonly fields: (ids: readonly string[]) => Fields;
    readonly says: Record<"pl" | "en", string>;
  }[];
  /** The same ballot on the wire, and one that is refused. */
  readonly wire: (ids: readonly string[]) => Points;
  readonly wrong: (ids: readonly string[]) => Points;
  readonly refusal: { readonly code: string; readonly pointer: RegExp };
  /** What the check page says. */
  readonly shows: Record<"pl" | "en", string>;
  /** Points that one such ballot gives to the projects of a list, in their order. */
  readonly counted: readonly number[];
}

const repeatedProject = "void";
const points = (ids: readonly string[], given: readonly number[]): Points =>
  Object.fromEntries(given.flatMap((one, index) => (one === 0 ? [] : [[ids[index] ?? "", one]])));
const selects = (ids: readonly string[], given: readonly (number | "")[]): Fields =>
  Object.fromEntries(given.map((one, index) => [`points-${ids[index]}`, `${one}`]));
const ticks = (ids: readonly string[], ...picked: number[]): Fields => ({
  pick: picked.map((index) => ids[index] ?? ""),
});

const CASES: Record<string, Case> = {
  "an approval ballot": {
    ballot: { kind: "approval", minProjects: 2, maxProjects: 3, repeatedProject },
    asked: { pl: "Wybierz od 2 do 3 projektów", en: "Choose from 2 to 3 projects" },
    faulty: (ids) => ticks(ids, 0),
    says: {
      pl: "Wybierz co najmniej 2 projekty. Zaznaczono 1",
      en: "Choose at least 2 projects. You ticked 1",
    },
    pages: (ids) => [ticks(ids, 0, 2)],
    shows: { pl: "Wybrano projektów: 2 z 3.", en: "Projects chosen: 2 of 3." },
    wire: (ids) => points(ids, [1, 0, 1]),
    wrong: (ids) => points(ids, [2, 1]),
    refusal: { code: "request/not-valid", pointer: /^\/sections\/0\/points\/prj_/ },
    counted: [1, 0, 1],
  },
  "a choice of one": {
    ballot: { kind: "choose-one", repeatedProject },
    asked: { pl: "Wybierz 1 projekt", en: "Choose 1 project" },
    faulty: () => ({}),
    says: { pl: "Zaznacz projekt albo pomiń tę listę", en: "Tick a project, or skip this list" },
    pages: (ids) => [ticks(ids, 1)],
    shows: { pl: "L13/02/XII", en: "L13/02/XII" },
    wire: (ids) => points(ids, [0, 1]),
    wrong: (ids) => points(ids, [1, 1]),
    refusal: { code: "ballot/too-many-projects", pointer: /^\/sections\/0\/points$/ },
    counted: [0, 1],
  },
  "points that must all be given": {
    ballot: {
      kind: "points",
      points: 10,
      maxPerProject: 9,
      maxProjects: 4,
      allPoints: true,
      repeatedProject,
    },
    asked: { pl: "Trzeba rozdać wszystkie", en: "You must give all of them" },
    faulty: (ids) => ticks(ids, 0),
    says: { pl: "Wybierz co najmniej 2 projekty", en: "Choose at least 2 projects" },
    pages: (ids) => [ticks(ids, 0, 3), selects([ids[0] ?? "", ids[3] ?? ""], [6, 4])],
    next: [
      {
        fields: (ids) => selects([ids[0] ?? "", ids[3] ?? ""], [6, 3]),
        says: { pl: "Rozdaj 10 punktów. Rozdano 9 punktów", en: "Give 10 points. You gave 9 points" },
      },
    ],
    shows: { pl: "6 punktów", en: "6 points" },
    wire: (ids) => points(ids, [6, 0, 0, 4]),
    wrong: (ids) => points(ids, [6, 0, 0, 3]),
    refusal: { code: "ballot/too-few-points", pointer: /^\/sections\/0\/points$/ },
    counted: [6, 0, 0, 4],
  },
  "three places, all of them on every list": {
    ballot: {
      kind: "ordinal",
      weights: [3, 2, 1],
      minProjects: 3,
      required: true,
      repeatedProject,
    },
    asked: { pl: "Wybierz dokładnie 3 projekty", en: "Choose exactly 3 projects" },
    faulty: (ids) => ticks(ids, 0, 1),
    says: { pl: "Wybierz co najmniej 3 projekty", en: "Choose at least 3 projects" },
    pages: (ids) => [ticks(ids, 0, 1, 3), selects([ids[0] ?? "", ids[1] ?? "", ids[3] ?? ""], [2, 3, 1])],
    next: [
      {
        fields: (ids) => selects([ids[0] ?? "", ids[1] ?? "", ids[3] ?? ""], [1, "", 4]),
        says: { pl: "Wybierz miejsce dla tego projektu", en: "Choose a place for this project" },
      },
      {
        fields: (ids) => selects([ids[0] ?? "", ids[1] ?? "", ids[3] ?? ""], [1, 2, 1]),
        says: {
          pl: "Wybierz każde miejsce od 1 do 3 jeden raz",
          en: "Choose each place from 1 to 3 once",
        },
      },
    ],
    shows: { pl: "1. miejsce – 3 punkty", en: "Place 1 – 3 points" },
    wire: (ids) => points(ids, [2, 3, 0, 1]),
    wrong: (ids) => points(ids, [1, 3, 0, 1]),
    refusal: { code: "ballot/ranks", pointer: /^\/sections\/0\/points$/ },
    counted: [2, 1, 0, 3],
  },
  "scores, negative ones too": {
    ballot: { kind: "scoring", min: -2, max: 2, repeatedProject },
    asked: { pl: "Oceń projekty", en: "Score projects" },
    faulty: (ids) => selects(ids, [0, 0, 0, 0]),
    says: {
      pl: "Oceń co najmniej jeden projekt albo pomiń tę listę",
      en: "Score at least one project, or skip this list",
    },
    pages: (ids) => [selects(ids, [2, -2, 0, 1])],
    shows: { pl: "Ocena: -2", en: "Score: -2" },
    wire: (ids) => ({ ...points(ids, [2, -2, 0, 1]), [ids[2] ?? ""]: 0 }),
    wrong: (ids) => points(ids, [3]),
    refusal: { code: "request/not-valid", pointer: /^\/sections\/0\/points\/prj_/ },
    counted: [2, -2, 0, 1],
  },
  "a knapsack": {
    ballot: { kind: "knapsack", maxCostGrosze: 350_00, maxProjects: null, repeatedProject },
    asked: {
      pl: "Razem mogą kosztować najwyżej 350\u00a0zł",
      en: "Together they may cost at most 350\u00a0zł",
    },
    faulty: (ids) => ticks(ids, 0, 1),
    says: { pl: "Zaznaczone kosztują 400\u00a0zł", en: "Those you ticked cost 400\u00a0zł" },
    pages: (ids) => [ticks(ids, 0, 2)],
    shows: { pl: "Koszt: 350\u00a0zł z 350\u00a0zł.", en: "Cost: 350\u00a0zł of 350\u00a0zł." },
    wire: (ids) => points(ids, [1, 0, 1]),
    wrong: (ids) => points(ids, [1, 1]),
    refusal: { code: "ballot/over-cost", pointer: /^\/sections\/0\/points$/ },
    counted: [1, 0, 1],
  },
};

const marksOf = ({ text }: Seen, action: string): string[] =>
  fieldsOf(text, action).flatMap(([name, value]) => (name === "mark" ? [value] : []));

/** The languages whose sentences stand in the cases; the short form draws one for each. */
const READ = ["pl", "en"] as const;

describe.each(Object.entries(CASES))("%s", (name, one) => {
  const languages = drawn(name, READ);

  test("is cast by pages and by the API, and counted as its rule says", async () => {
    const vote = await openVoteOnForms(place, one.ballot);
    const { L13 = [], M = [] } = vote.projects;
    const lists = one.ballot.required ? [L13, M] : [L13];
    let voters = 0;

    for (const language of languages) {
      const prefix = language === "pl" ? "" : "/en";
      const at = (page: string): string => `${prefix}/glosuj/${vote.cycleId}${page}`;
      const browser = visitor(place);
      const whole = (seen: Seen): Seen => {
        expectWhole(seen, language);
        return seen;
      };
      whole(await browser.open(`${prefix}/glosuj`));
      let seen = whole(await toFirstList(place, browser, vote.cycleId, { n: voters++, prefix }));
      expect(seen.text).toContain(one.asked[language]);
      const faulty = whole(await browser.send(seen, at("/karta"), { ...one.faulty(L13), act: "next" }));
      expect(faulty.status).toBe(422);
      expect(faulty.text).toContain(one.says[language]);
      for (const ids of lists) {
        for (const [page, fields] of one.pages(ids).entries()) {
          for (const fault of page === 1 ? (one.next ?? []) : []) {
            const again = whole(
              await browser.send(seen, at("/karta"), { ...fault.fields(ids), act: "next" }),
            );
            expect([again.status, again.text.includes(fault.says[language])]).toEqual([422, true]);
          }
          seen = whole(await browser.send(seen, at("/karta"), { ...fields, act: "next" }));
        }
      }
      if (!one.ballot.required) seen = whole(await browser.send(seen, at("/karta"), { act: "skip" }));
      expect(seen.text).toContain(one.shows[language]);
      const wanted = Object.entries(one.wire(L13)).flatMap(([id, n]) => (n === 0 ? [] : [`${id}:${n}`]));
      expect(marksOf(seen, at("/glos")).filter((mark) => wanted.includes(mark))).toEqual(wanted);
      const receipt = whole(await browser.send(seen, at("/glos")));
      expect(receipt.path).toBe(at("/potwierdzenie"));
    }

    const sections = lists.map((ids) => ({ pool: ids === M ? "M" : "L13", points: one.wire(ids) }));
    const [first, ...others] = sections;
    const wrong = await castByApi(place, vote.cycleId, voters++, [
      { pool: "L13", points: one.wrong(L13) },
      ...others,
    ]);
    expect([wrong.status, wrong.body.code]).toEqual([422, one.refusal.code]);
    expect(wrong.body.errors).toHaveLength(1);
    expect(wrong.body.errors[0].pointer).toMatch(one.refusal.pointer);
    if (others.length > 0) {
      const half = await castByApi(place, vote.cycleId, voters++, first ? [first] : []);
      expect([half.status, half.body.code]).toEqual([422, "ballot/incomplete"]);
    }
    expect((await castByApi(place, vote.cycleId, voters++, sections)).status).toBe(201);

    const lengths = new Set<number>();
    await place.deps.store.ballots.ballotsIn({ segment: 0, of: 1 }, vote.cycleId as CycleId, (page) => {
      for (const { sealed } of page) lengths.add(sealed.length);
    });
    expect(lengths.size).toBe(1);

    const { count } = await countTestVote(place, vote);
    const run: string = count?.run ?? (await place.deps.store.counts.get(vote.cycleId as CycleId))?.run;
    const counted = await place.deps.store.counts.counted(vote.cycleId as CycleId, run, "L13");
    const scores = L13.map((id) => counted?.tally.lines.find((line) => line.id === id)?.score);
    expect(scores).toEqual(L13.map((_, index) => (languages.length + 1) * (one.counted[index] ?? 0)));
  });
});

test("A knapsack adds up what is ticked at the press of a button, and keeps the ticks", async () => {
  const vote = await openVoteOnForms(place, {
    kind: "knapsack",
    maxCostGrosze: null,
    maxProjects: 3,
    repeatedProject,
  });
  const { L13 = [] } = vote.projects;
  for (const [n, language] of drawn("a sum", READ).entries()) {
    const prefix = language === "pl" ? "" : "/en";
    const browser = visitor(place);
    const first = await toFirstList(place, browser, vote.cycleId, { n, prefix });
    const card = `${prefix}/glosuj/${vote.cycleId}/karta`;
    const summed = await browser.send(first, card, { pick: L13.slice(0, 4), act: "sum" });
    expect(summed.status).toBe(200);
    expectWhole(summed, language);
    expect(summed.text.match(/ checked/g)).toHaveLength(4);
    expect(summed.text).toContain(
      language === "pl"
        ? "Wybrano projektów: 4 z 3. Koszt: 470\u00a0zł z 600\u00a0zł."
        : "Projects chosen: 4 of 3. Cost: 470\u00a0zł of 600\u00a0zł.",
    );
    const second = await browser.send(summed, card, { pick: L13.slice(1, 4), act: "next" });
    expect(fieldsOf(second.text, card)).toContainEqual(["at", "list:M"]);
  }
});

test("A card that must be whole offers no skipping, and is not sent while a list is empty", async () => {
  const vote = await openVoteOnForms(place, {
    kind: "approval",
    minProjects: 1,
    maxProjects: null,
    required: true,
    repeatedProject,
  });
  const browser = visitor(place);
  const first = await toFirstList(place, browser, vote.cycleId, { n: 0 });
  const card = `/glosuj/${vote.cycleId}/karta`;
  expect(first.text).not.toContain('value="skip"');
  const second = await browser.send(first, card, { act: "skip" });
  const check = await browser.send(second, card, { pick: vote.projects.M?.slice(0, 1) ?? [], act: "next" });
  expectWhole(check, "pl");
  expect(check.text).toContain("Niepełnej karty nie można wysłać");
  expect(check.text).not.toContain(`action="/glosuj/${vote.cycleId}/glos"`);
  const filling = await browser.send(check, card, { act: "change:L13" });
  const whole = await browser.send(filling, card, {
    pick: vote.projects.L13?.slice(0, 2) ?? [],
    act: "next",
  });
  expect((await browser.send(whole, `/glosuj/${vote.cycleId}/glos`)).path).toContain("/potwierdzenie");
});

test("Lists of one card that are filled in each in its own way are told, shown and counted so (Gdańsk)", async () => {
  const five = { kind: "points", points: 5, maxPerProject: 5, maxProjects: 5, repeatedProject } as const;
  const one = { kind: "choose-one", repeatedProject } as const;
  const vote = await openVoteOnForms(place, five, one);
  const { L13 = [], M = [] } = vote.projects;
  for (const language of READ) {
    const start = await visitor(place).open(language === "pl" ? "/glosuj" : "/en/glosuj");
    expectWhole(start, language);
    const { forms } = wordsOf(language).ballot;
    expect(start.text).toContain(forms.summary(five, limitsOf(five), "district"));
    expect(start.text).toContain(forms.summary(one, limitsOf(one), "citywide"));
  }
  const browser = visitor(place);
  const card = `/glosuj/${vote.cycleId}/karta`;
  const own = await toFirstList(place, browser, vote.cycleId, { n: 0 });
  expect(own.text).toContain('type="checkbox"');
  const city = await browser.send(own, card, { pick: L13.slice(0, 1), act: "next" });
  expect(city.text).toContain('type="radio"');
  const check = await browser.send(city, card, { pick: M.slice(0, 1), act: "next" });
  expect((await browser.send(check, `/glosuj/${vote.cycleId}/glos`)).path).toContain("/potwierdzenie");
  const over = await castByApi(place, vote.cycleId, 1, [{ pool: "M", points: { [M[0] ?? ""]: 5 } }]);
  expect(over.status).toBe(422);
});
