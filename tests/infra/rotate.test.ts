import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adopt, exchange } from "../../infra/rotate/exchange.ts";
import { SECRET_NAMES } from "../../shared/platform/secret-names.ts";
import { exchanged, valuesAt } from "../../shared/platform/secret-versions.ts";

const NOW = Date.parse("2027-09-10T10:00:00Z");
const DAY_MS = 86_400_000;

describe("a secret that is exchanged", () => {
  const before = "old";
  const one = { now: NOW, fresh: "new", leadMs: 600_000, overlapMs: DAY_MS };

  test("is used when everybody knows it, and what was made before is taken until the overlap is over", () => {
    const text = exchanged(before, one);
    const moment = fc.integer({ min: -DAY_MS, max: 3 * DAY_MS });
    fc.assert(
      fc.property(moment, (ms) => {
        const [making, ...others] = valuesAt(text, NOW + ms);
        expect(making).toBe(ms < one.leadMs ? "old" : "new");
        expect(others).toEqual(ms < one.leadMs ? ["new"] : ms < one.leadMs + DAY_MS ? ["old"] : []);
      }),
    );
  });

  test("is not exchanged again before that; a leak ends the overlap", () => {
    const text = exchanged(before, one);
    const later = { ...one, now: NOW + DAY_MS, fresh: "newest" };
    expect(() => exchanged(text, later)).toThrow("2027-09-11T10:10:00");
    expect(valuesAt(exchanged(text, { ...later, overlapMs: undefined }), later.now)).toEqual(["newest"]);
    const over = { ...later, now: NOW + one.leadMs + DAY_MS };
    expect(valuesAt(exchanged(text, over), over.now)).toEqual(["new", "newest"]);
  });

  test("that cannot be read is an accident, not another secret", () => {
    for (const text of ["{}", '{"current":{"value":"x"}}', '{"current":', "{"])
      expect(() => valuesAt(text, NOW), text).toThrow();
  });
});

test("a stage that had one secret for everything begins all five as it, once and before any exchange", async () => {
  const kept = new Map<string, string>([["rynek-prod/site", "former"]]);
  for (const name of SECRET_NAMES) kept.set(name, `fresh-${name}`);
  const place = {
    read: async (name: string) => kept.get(name) ?? "",
    write: async (name: string, text: string) => void kept.set(name, text),
    now: () => NOW,
  };
  await adopt("rynek-prod/site", place);
  expect(SECRET_NAMES.map((name) => kept.get(name))).toEqual(SECRET_NAMES.map(() => "former"));
  await exchange("links", { isLeaked: false }, place);
  await expect(adopt("rynek-prod/site", place)).rejects.toThrow("was exchanged already");
  expect(kept.get("names")).toBe("former");
});
