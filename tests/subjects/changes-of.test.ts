import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { changesOf } from "../../shared/subjects/changes-of.ts";

const base = z.string().min(1).max(5);
/** Ways in which a field may be left out or be nothing, and what `null` says of each. */
const WAYS = {
  required: { of: base, empties: "no" },
  optional: { of: base.optional(), empties: "is gone" },
  nullable: { of: base.nullable(), empties: "is null" },
  both: { of: base.nullable().optional(), empties: "is null" },
  default: { of: base.default("d"), empties: "no" },
  "optional default": { of: base.optional().default("d"), empties: "is gone" },
} as const;
const NAMES = ["a", "b", "c", "d"] as const;
type Ways = Record<(typeof NAMES)[number], keyof typeof WAYS>;

const oneOf = <T>(...all: T[]) => fc.constantFrom(...all);
const ways = fc.record({
  a: oneOf(...Object.keys(WAYS)),
  b: oneOf(...Object.keys(WAYS)),
  c: oneOf(...Object.keys(WAYS)),
  d: oneOf(...Object.keys(WAYS)),
}) as fc.Arbitrary<Ways>;
const values = fc.constantFrom("x", "yy", null);
const sent = fc.record({ a: values, b: values, c: values, d: values }, { requiredKeys: [] });

test("an edit changes what it sends and nothing else, whatever stands for what is not sent; null empties what may be empty", () =>
  fc.assert(
    fc.property(ways, sent, (of, edit) => {
      const schema = z.strictObject(Object.fromEntries(NAMES.map((name) => [name, WAYS[of[name]].of])));
      const found = changesOf(schema).safeParse(edit);
      const wrong = Object.entries(edit).some(
        ([name, value]) => value === null && WAYS[of[name as "a"]].empties === "no",
      );
      expect(found.success).toBe(!wrong);
      if (!found.success) return;
      const kept = Object.fromEntries(NAMES.map((name) => [name, "kept"]));
      const after: Record<string, unknown> = { ...kept, ...found.data };
      for (const name of NAMES) {
        const isGone = edit[name] === null && WAYS[of[name]].empties === "is gone";
        expect(after[name]).toBe(isGone ? undefined : name in edit ? edit[name] : "kept");
      }
    }),
  ));

test("what is no field of the thing is refused", () => {
  expect(changesOf(z.strictObject({ a: base })).safeParse({ z: 1 }).success).toBe(false);
});
