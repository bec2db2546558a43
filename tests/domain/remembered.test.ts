import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { remembered } from "../../shared/domain/remembered.ts";

const Thing = z.strictObject({ name: z.string().min(1), parts: z.array(z.int()).default([]) });

test("what is remembered is what the schema makes of it, with its faults in their places", () => {
  const schema = z.object({ thing: remembered(Thing) });
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
    fc.property(fc.array(value, { maxLength: 30 }), (values) => {
      for (const thing of values) {
        const [one, other] = [schema.safeParse({ thing }), plain.safeParse({ thing })];
        expect(one.data).toEqual(other.data);
        expect(one.error?.issues.map(({ path, code }) => [path, code])).toEqual(
          other.error?.issues.map(({ path, code }) => [path, code]),
        );
      }
    }),
  );
});

test("the same again is the very same, and nobody can change it", () => {
  const schema = remembered(Thing);
  const one = schema.parse({ name: "a", parts: [1] });
  expect(schema.parse({ name: "a", parts: [1] })).toBe(one);
  expect(schema.parse({ name: "a", parts: [2] })).not.toBe(one);
  expect(() => one.parts.push(2)).toThrow(TypeError);
  for (let n = 0; n < 20; n++) schema.parse({ name: `b${n}` });
  expect(schema.parse({ name: "a", parts: [1] })).not.toBe(one);
});
