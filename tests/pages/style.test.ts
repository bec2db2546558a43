import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { FOCUS, type Palette, paletteOf } from "../../shared/pages/style/palette.ts";
import { sheetOf } from "../../shared/pages/style/sheet.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { BOROWA } from "../kit/second-city.ts";

/** WCAG 2.1's relative luminance and contrast ratio. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

type Name = keyof Palette;

const TEXT_ON: readonly (readonly [text: Name, ground: Name])[] = [
  ["ink", "canvas"],
  ["ink", "shade"],
  ["quiet", "canvas"],
  ["quiet", "shade"],
  ["link", "canvas"],
  ["link", "shade"],
  ["stop", "canvas"],
  ["onBrand", "brand"],
  ["onGo", "go"],
  ["onStop", "stop"],
  ["on-info", "info"],
  ["on-good", "good"],
  ["on-warn", "warn"],
  ["on-bad", "bad"],
];

/** WCAG 1.4.11: what shows where a control is, and the parts of a picture. */
const SEEN_ON: readonly (readonly [part: Name, ground: Name])[] = [
  ["line", "canvas"],
  ["go", "canvas"],
  ["stop", "canvas"],
];

const LOOKS = [KATOWICE, BOROWA].flatMap(({ slug, theme }) =>
  (["light", "dark"] as const).map((scheme) => [slug, scheme, paletteOf(theme, scheme)] as const),
);

describe.each(LOOKS)("in %s, %s", (_city, _scheme, palette) => {
  test.each(TEXT_ON)("%s on %s can be read by people with poor sight (4.5:1)", (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SEEN_ON)("%s can be told from %s (3:1)", (part, ground) => {
    expect(contrast(palette[part], palette[ground])).toBeGreaterThanOrEqual(3);
  });

  test("neighbours in a money bar differ in lightness", () => {
    expect(contrast(palette.link, palette.pale)).toBeGreaterThanOrEqual(2);
  });
});

test("the mark of focus is seen whatever stands under it", () => {
  expect(contrast(FOCUS.ground, FOCUS.ink)).toBeGreaterThanOrEqual(7);
});

const sheet = sheetOf(KATOWICE.theme).text;

test("the style sheet leaves the vote's pages their 15 kB", () => {
  expect(gzipSync(sheet).length).toBeLessThanOrEqual(4_000);
});

test("the style sheet loads nothing from elsewhere and every colour it names is there", () => {
  expect(sheet).not.toMatch(/url\(|@import|@font-face/);
  const defined = new Set([...sheet.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  for (const [, name] of sheet.matchAll(/var\((--[\w-]+)\)/g)) expect(defined).toContain(name);
  expect(sheet.split("{").length).toBe(sheet.split("}").length);
});
