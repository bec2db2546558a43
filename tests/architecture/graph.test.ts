import { describe, expect, it } from "vitest";
import { circlesIn } from "./circles.ts";
import { GRAPH, graphOf, SOURCES } from "./house.ts";
import { unusedIn } from "./unused.ts";

/** Lambda takes it by its name. */
const BY_NAME = /: handler$/;

/** The compiler writes these types into the declarations of what it infers from them elsewhere: all of the store's, and a few more. */
const NAMED_BY_THE_COMPILER =
  /^shared\/store\/[\w-]+\.ts: [A-Z]\w*$|^infra\/rehearse\/client\.ts: (?:Reply|Sending)$|: DatumWords$/;

describe("the house", () => {
  it("exports nothing, and no type, that nobody imports", () => {
    const unused = unusedIn(SOURCES, GRAPH).filter(
      (one) => !one.startsWith("tests/") && !BY_NAME.test(one) && !NAMED_BY_THE_COMPILER.test(one),
    );
    expect(unused).toEqual([]);
  });

  it("imports nothing in a circle", () => {
    expect(circlesIn(GRAPH)).toEqual([]);
  });
});

it("an export that nobody imports is found, be it a type, or a name that others use too; and so is a circle", () => {
  const planted = new Map([
    [
      "shared/a.ts",
      'import { b, type Used } from "./b.ts";\nexport const a = (one: Used) => b;\nexport interface Own { a: 1 }',
    ],
    [
      "shared/b.ts",
      'import {\n  c as d,\n} from "./c.ts";\nexport type Used = 1;\nexport const b = d;\nexport { own as Own };',
    ],
    ["shared/c.ts", 'import type { Used } from "./b.ts";\nimport { a } from "./a.ts";\nexport const c = a;'],
    ["shared/d.ts", 'const { c } = await import("./e.ts");\nimport "./c.ts";'],
    ["shared/e.ts", "export const all = 1;"],
  ]);
  const graph = graphOf(planted);
  expect(unusedIn(planted, graph)).toEqual(["shared/a.ts: Own", "shared/b.ts: Own"]);
  expect(circlesIn(graph)).toEqual(["shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts"]);
  expect(
    circlesIn(graphOf(new Map([...planted, ["shared/c.ts", 'import type { a } from "./a.ts";']]))),
  ).toEqual([]);
});
