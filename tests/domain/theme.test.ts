import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast } from "../../shared/domain/colour.ts";
import { Theme } from "../../shared/domain/theme.ts";
import { paletteOf } from "../../shared/pages/style/palette.ts";
import { BOROWA } from "../kit/second-city.ts";

const { theme } = BOROWA;
const without = (scheme: "light" | "dark", changed: object) => ({
  ...theme,
  [scheme]: { ...theme[scheme], ...changed },
});

const faultsOf = (value: unknown): string[] =>
  Theme.safeParse(value).error?.issues.map(({ path, message }) => `${path.join("/")}: ${message}`) ?? [];

test.each([
  ["#000000", "#ffffff", 21],
  ["#ffffff", "#ffffff", 1],
  // The two greys beside the limit for text, as WebAIM's checker has them.
  ["#767676", "#ffffff", 4.54],
  ["#777777", "#ffffff", 4.48],
])("the contrast of %s and %s is %d", (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

describe("A theme", () => {
  test("of colours that can be read and seen holds", () => {
    expect(faultsOf(theme)).toEqual([]);
  });

  test.each([
    [
      "light",
      { onBrand: "#8a6d1f" },
      "light/onBrand: #8a6d1f on brand (#f2c14e) has a contrast of 2.9:1; text needs 4.5:1",
    ],
    [
      "light",
      { link: "#777777" },
      "light/link: #777777 on canvas (#ffffff) has a contrast of 4.4:1; text needs 4.5:1",
    ],
    [
      "dark",
      { link: "#8a5a3a" },
      "dark/link: #8a5a3a on shade (#20272c) has a contrast of 2.5:1; text needs 4.5:1",
    ],
    [
      "light",
      { onGo: "#ffffff" },
      "light/onGo: #ffffff on go (#d9660a) has a contrast of 3.5:1; text needs 4.5:1",
    ],
    [
      "dark",
      { go: "#5c3a1a" },
      "dark/go: #5c3a1a on canvas (#14181b) has a contrast of 1.7:1; controls need 3:1",
    ],
  ] as const)("in %s with %j is refused with the pair and its ratio", (scheme, changed, sentence) => {
    expect(faultsOf(without(scheme, changed))).toContain(sentence);
  });

  test.each([{ brand: "navy" }, { brand: "#FFF" }, { accent: "#000000" }, { link: undefined }])(
    "with %j is refused",
    (changed) => {
      expect(faultsOf(without("light", changed))).not.toEqual([]);
    },
  );

  test("whose links are readable has bars whose parts are told apart", () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.tuple(channel, channel, channel),
        fc.constantFrom("light" as const, "dark" as const),
        (parts, scheme) => {
          const link = `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
          const changed = without(scheme, { link });
          fc.pre(Theme.safeParse(changed).success);
          const { pale, shade } = paletteOf(changed, scheme);
          expect(contrast(link, pale)).toBeGreaterThanOrEqual(2);
          expect(contrast(pale, shade)).toBeGreaterThanOrEqual(1.5);
        },
      ),
    );
  });
});
