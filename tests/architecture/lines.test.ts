import { expect, it } from "vitest";
import { SOURCES } from "./house.ts";

/** What the formatter leaves as it is, a text with holes, is broken inside the holes: nobody reads further to the right. */
const LIMIT = 160;

/** A sentence, a comment and an import are one thing, however long; a style sheet has its own shape. */
const IS_WHOLE = /^\s*(?:\*|\/[/*]|import |\} from |(?:\w+: )?"[^"]*"(?: \+|,|;)?$)/;
const SHEETS = /^shared\/pages\/(?:style\/|letters\/html-letter\.ts)/;

const longIn = (sources: ReadonlyMap<string, string>): string[] =>
  [...sources].flatMap(([file, source]) =>
    /^(?:shared\/pages|functions)\//.test(file) && !SHEETS.test(file)
      ? source
          .split("\n")
          .flatMap((line, index) =>
            line.length > LIMIT && !IS_WHOLE.test(line) ? [`${file}:${index + 1}`] : [],
          )
      : [],
  );

it("no line of a page is longer than people read, where the formatter cannot break it", () => {
  expect(longIn(SOURCES)).toEqual([]);
});

it("a long line within a text with holes is found, and none beside it", () => {
  const hole = `html\`<p>\${${"a".repeat(LIMIT)}}</p>\``;
  const source = `const a = 1;\n  ${hole}\n  // ${"b".repeat(LIMIT)}\n  title: "${"c".repeat(LIMIT)}",\n`;
  expect(
    longIn(
      new Map([
        ["shared/pages/a.ts", source],
        ["infra/a.ts", source],
      ]),
    ),
  ).toEqual(["shared/pages/a.ts:2"]);
});

/** What nobody uses is marked so by the linter's own repair, and then is no fault to it: it goes. */
const unusedIn = (sources: ReadonlyMap<string, string>): string[] =>
  [...sources].flatMap(([file, source]) =>
    [...source.matchAll(/^\s*(?:const|function) (_[a-z]\w*)\b/gm)].map(([, name]) => `${file}: ${name}`),
  );

it("nothing is declared that nobody uses", () => {
  expect(unusedIn(SOURCES)).toEqual([]);
  const planted = "const one = 1;\n  const _other = 2;\nconst { a: _, b } = one;\n";
  expect(unusedIn(new Map([["tests/a.ts", planted]]))).toEqual(["tests/a.ts: _other"]);
});
