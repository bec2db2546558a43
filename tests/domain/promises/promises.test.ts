import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { routes } from "../../../functions/routes.ts";
import { PHASES } from "../../../shared/domain/cycle/phases.ts";
import { LANGUAGES } from "../../../shared/domain/languages.ts";
import { PERSONAL_DATA } from "../../../shared/store/personal-data.ts";
import { SAMPLES } from "../letter-samples.ts";
import { sentencesIn } from "./sentences.ts";
import { type Keeping, PROMISES, type Promised } from "./table.ts";
import { PROMISES_IN } from "./words-of-promise.ts";

const SHARED = join(import.meta.dirname, "../../../shared");
const WORDS = join(SHARED, "words");

/** What has no door yet, as each language would promise it: nobody reads that it can be done, will be sent or will be shown. */
const NOT_YET: Readonly<Record<string, Readonly<Record<(typeof LANGUAGES)[number], RegExp>>>> = {
  "a reminder": { pl: /przypomni|przypomnien/i, en: /remind/i, uk: /нагада/i },
  "stages of a project": {
    pl: /etapy realizacji|etapach realizacji/i,
    en: /its stages|stages of the project/i,
    uk: /етапи виконання|етапи здійснення/i,
  },
};

test.each(Object.entries(NOT_YET))(
  "%s is promised in no language before there is a door to it",
  (_what, said) => {
    for (const language of LANGUAGES) {
      const files = globSync("*.ts", { cwd: join(WORDS, language) });
      const found = files.flatMap((file) =>
        readFileSync(join(WORDS, language, file), "utf8")
          .split("\n")
          .filter((line) => !/^\s*(?:\/\*\*?|\*|\/\/|import )/.test(line) && said[language].test(line))
          .map((line) => `${language}/${file}: ${line.trim()}`),
      );
      expect(files.length).toBeGreaterThan(10);
      expect(found).toEqual([]);
    }
  },
);

test("a promise is found where there is one", () => {
  expect(NOT_YET["stages of a project"]?.pl.test("Zobaczysz tu etapy realizacji.")).toBe(true);
  expect(NOT_YET["a reminder"]?.en.test("We will remind you the day before.")).toBe(true);
});

type Read = keyof typeof PROMISES_IN;
const READ = Object.keys(PROMISES_IN) as Read[];

/** The rule by which votes are counted, in words: tests of the tally hold what it says. */
const RULE = "counting.ts";

const promisesIn = (language: Read, source: string): string[] =>
  sentencesIn(source).filter((sentence) => PROMISES_IN[language].test(sentence));

const catalogue = (language: Read): Set<string> =>
  new Set(
    [
      ...globSync(`words/${language}/*.ts`, { cwd: SHARED }),
      ...globSync(`subjects/*/words.${language}.ts`, { cwd: SHARED }),
    ]
      .filter((file) => basename(file) !== RULE)
      .flatMap((file) => promisesIn(language, readFileSync(join(SHARED, file), "utf8"))),
  );

const without = (language: Read, table: readonly Promised[], said: ReadonlySet<string>): string[] => {
  const rows = new Set(table.flatMap((row) => row[language] ?? []));
  return [...said].filter((sentence) => !rows.has(sentence));
};

/** What of a row nothing in the house answers to. */
const missing = ({ routes: doors = [], letters = [], goes = [], phase }: Keeping): string[] => [
  ...doors.filter((door) => !Object.hasOwn(routes, door)),
  ...letters.filter((letter) => !Object.hasOwn(SAMPLES, letter)),
  ...goes.filter(
    (kind) => PERSONAL_DATA[kind]?.ttl === undefined && PERSONAL_DATA[kind]?.clock === undefined,
  ),
  ...(phase === undefined || PHASES.includes(phase) ? [] : [phase]),
];

describe.each(READ)("the table of promises in %s", (language) => {
  const said = catalogue(language);

  test("has every sentence that promises", () => {
    expect(said.size).toBeGreaterThan(50);
    expect(without(language, PROMISES, said)).toEqual([]);
  });

  test("has no sentence twice, and none that nobody reads", () => {
    const rows = PROMISES.flatMap((row) => row[language] ?? []);
    expect(rows.filter((sentence, index) => rows.indexOf(sentence) !== index)).toEqual([]);
    expect(rows.filter((sentence) => !said.has(sentence))).toEqual([]);
  });
});

test("a promise is kept by a door, a letter or a day that exists", () => {
  expect(PROMISES.filter(({ by }) => Object.keys(by).length === 0)).toEqual([]);
  expect(PROMISES.flatMap(({ by }) => missing(by))).toEqual([]);
});

test("a promise without a row, and a row that nothing answers to, are found", () => {
  const planted = {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a catalogue's source, as text
    pl: 'x: (day) => `${day ? "Dziękujemy." : `Zadzwonimy do dnia ${day}.`} Możesz zapytać.`, // "Wyślemy"',
    en: 'x: "Thank you. We will call you.", /* "You can ask." */ y: "Otherwise not"',
  };
  expect(promisesIn("pl", planted.pl)).toEqual(["Zadzwonimy do dnia ….", "… Możesz zapytać."]);
  expect(promisesIn("en", planted.en)).toEqual(["We will call you."]);
  expect(without("pl", PROMISES, new Set(promisesIn("pl", planted.pl)))).toHaveLength(2);
  const gone = { routes: ["postComplaint"], letters: ["a/reminder"], goes: ["ballot"], phase: "someday" };
  expect(missing(gone as unknown as Keeping)).toEqual(["postComplaint", "a/reminder", "ballot", "someday"]);
});
