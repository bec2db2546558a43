import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../shared/domain/languages.ts";

const WORDS = join(import.meta.dirname, "../../shared/words");

/** What has no door yet, as each language would promise it: nobody reads that it can be done, will be sent or will be shown. */
const NOT_YET: Readonly<Record<string, Readonly<Record<(typeof LANGUAGES)[number], RegExp>>>> = {
  "an appeal": {
    pl: /odwołanie złożysz|złożyć odwołanie|odwołać się/i,
    en: /you can appeal|lodge an appeal|file an appeal/i,
    uk: /можна оскаржити|подати оскарження|ви можете оскаржити/i,
  },
  "a report of a consultation": { pl: /raport/i, en: /\breport/i, uk: /звіт/i },
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
  expect(NOT_YET["an appeal"]?.pl.test("Odwołanie złożysz do piątku.")).toBe(true);
  expect(NOT_YET["a reminder"]?.en.test("We will remind you the day before.")).toBe(true);
});
