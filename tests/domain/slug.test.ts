import { expect, test } from "vitest";
import { Slug } from "../../shared/domain/slug.ts";

test("A slug is none of the names that every object has", () => {
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  expect(inherited).toContain("valueOf");
  for (const name of inherited) expect([name, Slug.safeParse(name).success]).toEqual([name, false]);
  for (const name of ["L13", "M", "stare-miasto", "value-of", "constructors"])
    expect([name, Slug.safeParse(name).success]).toEqual([name, true]);
});
