import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { asText } from "../../shared/store/as-text.ts";

const Thing = z.strictObject({ name: z.string().min(1), parts: z.array(z.int()).default([]) });

test("what lies there as text, or as a map of a release before, is what the schema makes of it, with its faults in their places", () => {
  const schema = z.object({ thing: asText(Thing) });
  const plain = z.object({ thing: Thing });
  const value = fc.record(
    {
      name: fc.constantFrom("", "a", "b", 1),
      parts: fc.constantFrom([], [1], [1, "x"], null),
      more: fc.constant(1),
    },
    { requiredKeys: ["name"] },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.boolean()), { maxLength: 30 }), (values) => {
      for (const [thing, isText] of values) {
        const one = schema.safeParse({ thing: isText ? JSON.stringify(thing) : thing });
        const other = plain.safeParse({ thing });
        expect(one.data).toEqual(other.data);
        const faults = [one, other].map(({ error }) => error?.issues.map(({ path, code }) => [path, code]));
        expect(faults[0]).toEqual(faults[1]);
      }
    }),
  );
});

test("the same text again is the very same, and nobody can change it", () => {
  const schema = asText(Thing);
  const text = JSON.stringify({ name: "a", parts: [1] });
  const one = schema.parse(text);
  expect(schema.parse(text)).toBe(one);
  expect(schema.parse(JSON.stringify({ name: "a", parts: [2] }))).not.toBe(one);
  expect(() => one.parts.push(2)).toThrow(TypeError);
  for (let n = 0; n < 20; n++) schema.parse(JSON.stringify({ name: `b${n}` }));
  expect(schema.parse(text)).toEqual(one);
});
