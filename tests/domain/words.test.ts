import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES, languageFor } from "../../shared/domain/languages.ts";
import { formatsOf } from "../../shared/words/format.ts";
import { wordsOf } from "../kit/words.ts";

const SPACE = "\u00a0";

/** The places of a catalogue: every name on the way to a sentence. */
const placesOf = (part: unknown, place = ""): string[] =>
  part !== null && typeof part === "object" && !Array.isArray(part)
    ? Object.entries(part).flatMap(([name, one]) => placesOf(one, `${place}.${name}`))
    : [`${place}: ${typeof part}`];

/** Facts of whatever kind a refusal tells: a reader who has all of them gets the longest sentence. */
const facts = new Proxy(
  {},
  {
    get: (_, name) =>
      ({
        issues: [],
        needed: ["coordinator", "commission"],
        roles: ["coordinator"],
        admins: ["Anna Nowak"],
        fileState: "entering",
        points: ["biblioteka-5", "urzad"],
        units: ["Zakład Zieleni"],
        ways: ["eid", "point", "paper"],
        in: ["outcome", "person", "M"],
        blockers: [{ what: "no-roll" }],
        rows: [],
        pools: ["M", "L13"],
        numbers: ["L13/08/XII"],
        problem: "order",
        says: "encoding",
        found: "workbook",
        phase: "voting",
        from: "draft",
        to: "voting",
        status: "withdrawn",
        state: "accepted",
        number: "L13/08/XII",
        pool: "L13",
        project: "prj_0000000000000001",
        expected: "application/json",
        reason: "Close the batches first.",
      })[String(name)] ??
      (/At$|^until$/.test(String(name))
        ? "2027-09-23T22:00:00.000Z"
        : /Day$/.test(String(name))
          ? "2027-09-23"
          : 1_234_567),
  },
);

const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.:?!])\s+/);

test("whatever is said in Polish is said in English, and the other way round", () => {
  expect(placesOf(wordsOf("en")).toSorted()).toEqual(placesOf(wordsOf("pl")).toSorted());
});

describe.each(LANGUAGES)("a refusal in %s", (language) => {
  const { refusals, issues, roll, blockers, accident } = wordsOf(language);
  const said = [
    ...Object.values(refusals).flatMap(({ title, detail }) => [title, detail(facts as never)]),
    ...Object.entries(issues).map(([rule, sentence]) =>
      sentence(["too-early", "too-late", "begun"].includes(rule) ? "2027-09-23" : "300"),
    ),
    ...Object.values(roll),
    ...Object.values(blockers).map((sentence) =>
      sentence({ what: "needs-draw", pools: ["M", "L13"], count: 5, until: "2027-09-23T22:00:00.000Z" }),
    ),
    ...Object.values(accident),
  ];

  test("is a sentence, of at most 20 words", () => {
    expect(said.filter((text) => text.trim() === "" || /undefined|NaN|\[object/.test(text))).toEqual([]);
    expect(said.flatMap(sentencesOf).filter((sentence) => wordsIn(sentence) > 20)).toEqual([]);
  });

  test("begs nobody, pities nobody, and calls nothing invalid", () => {
    expect(
      said.filter((text) =>
        /please|sorry|invalid|prosim|przeprasza|niestety|будь ласка|вибач|на жаль|прохання/i.test(text),
      ),
    ).toEqual([]);
  });
});

describe("in Polish", () => {
  const f = formatsOf("pl-PL");
  const votes = (count: number) =>
    `${f.number(count)} ${f.plural(count, { one: "głos", few: "głosy", many: "głosów", other: "głosu" })}`;

  test.each([
    [0, "0 głosów"],
    [1, "1 głos"],
    [2, "2 głosy"],
    [4, "4 głosy"],
    [5, "5 głosów"],
    [11, "11 głosów"],
    [12, "12 głosów"],
    [14, "14 głosów"],
    [21, "21 głosów"],
    [22, "22 głosy"],
    [100, "100 głosów"],
    [101, "101 głosów"],
    [104, "104 głosy"],
    [112, "112 głosów"],
    [1_022, `1${SPACE}022 głosy`],
  ])("%i is counted as %s", (count, text) => {
    expect(votes(count)).toBe(text);
  });

  test("the noun goes by the last digits alone", () => {
    const grammar = (count: number): string => {
      const [ones, tens] = [count % 10, Math.floor(count / 10) % 10];
      if (count === 1) return "głos";
      return tens !== 1 && ones >= 2 && ones <= 4 ? "głosy" : "głosów";
    };
    fc.assert(
      fc.property(fc.nat(10_000_000), (count) => {
        expect(votes(count).endsWith(` ${grammar(count)}`)).toBe(true);
      }),
    );
  });

  test.each([
    [123_456_789, `1${SPACE}234${SPACE}567,89${SPACE}zł`],
    [1_234_500, `12${SPACE}345,00${SPACE}zł`],
    [123_400, `1${SPACE}234,00${SPACE}zł`],
    [5, `0,05${SPACE}zł`],
    [0, `0,00${SPACE}zł`],
  ])("%i grosze are %s", (grosze, text) => {
    expect(f.money(grosze)).toBe(text);
  });

  test("money never breaks over two lines, and says its grosze exactly", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (grosze) => {
        expect(f.money(grosze)).not.toMatch(/[ \u202f]/);
        expect(Number(f.money(grosze).replace(/\D/g, ""))).toBe(grosze);
        expect(f.shortMoney(grosze)).toBe(f.money(grosze).replace(/,00(?=\D)/, ""));
      }),
    );
  });

  test("a deadline is the end of its day, in the city's time", () => {
    expect(f.deadline("2027-09-23T22:00:00.000Z")).toBe("czwartek, 23 września 2027, 23:59");
    expect(f.deadline("2027-09-23T15:00:00.000Z")).toBe("czwartek, 23 września 2027, 17:00");
    // Across the change of the clocks: midnight of the city is 23:00 UTC in winter, 22:00 in summer.
    expect(f.deadline("2027-10-31T23:00:00.000Z")).toBe("niedziela, 31 października 2027, 23:59");
    expect(f.time("2027-10-31T00:30:00.000Z")).toBe("02:30");
    expect(f.date("2027-03-28")).toBe("28 marca 2027");
  });
});

test("English counts and pays in złoty too", () => {
  const f = formatsOf("en-GB");
  expect(f.money(123_456_789)).toBe(`1,234,567.89${SPACE}zł`);
  expect([1, 2, 22].map((count) => f.plural(count, { one: "vote", other: "votes" }))).toEqual([
    "vote",
    "votes",
    "votes",
  ]);
  expect(f.deadline("2027-09-23T22:00:00.000Z")).toMatch(/23 September 2027, 23:59$/);
});

test("Ukrainian counts by the last digits, and says dates and money so that a sentence can end with them", () => {
  const f = formatsOf("uk-UA");
  const votes = (count: number) =>
    `${f.number(count)} ${f.plural(count, { one: "голос", few: "голоси", many: "голосів", other: "голосу" })}`;
  expect([1, 2, 5, 11, 12, 21, 22, 25, 101, 111].map(votes)).toEqual([
    "1 голос",
    "2 голоси",
    "5 голосів",
    "11 голосів",
    "12 голосів",
    "21 голос",
    "22 голоси",
    "25 голосів",
    "101 голос",
    "111 голосів",
  ]);
  expect(votes(1.5)).toBe("1,5 голосу");
  expect(f.money(1_234_500)).toBe(`12${SPACE}345,00${SPACE}zł`);
  expect(f.deadline("2027-09-23T22:00:00.000Z")).toBe("четвер, 23 вересня 2027 року, 23:59");
  expect(f.day("2027-09-23T12:00:00.000Z")).toBe("четвер, 23 вересня 2027 року");
  expect(["яблуко", "їжак", "іній", "ґанок", "гора"].toSorted(f.compare)).toEqual([
    "гора",
    "ґанок",
    "іній",
    "їжак",
    "яблуко",
  ]);
});

describe("the language of an answer", () => {
  test.each([
    [undefined, "pl"],
    ["", "pl"],
    ["en", "en"],
    ["en-GB,en;q=0.9", "en"],
    ["pl-PL,pl;q=0.9,en-US;q=0.8,en;q=0.7", "pl"],
    ["de-DE,de;q=0.9,en;q=0.5", "en"],
    ["de, uk;q=0.5", "uk"],
    ["uk-UA,uk;q=0.9,pl;q=0.8", "uk"],
    ["de, fr;q=0.5", "pl"],
    ["EN", "en"],
    ["pl;q=0.1, en;q=0.2", "en"],
    ["pl;q=0, en;q=0.1", "en"],
    ["en;q=0", "pl"],
    ["*", "pl"],
    [" pl; q=0.5 , en; q=0.8 ", "en"],
    ["en;q=abc, pl", "pl"],
    [";;;,,,q=1", "pl"],
  ])("asked for by %j is %s", (header, language) => {
    expect(languageFor(header, LANGUAGES)).toBe(language);
  });

  test("is always one of ours, whatever a client sends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (header) => {
        expect(LANGUAGES).toContain(languageFor(header, LANGUAGES));
      }),
    );
  });
});
