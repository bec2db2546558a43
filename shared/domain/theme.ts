import { z } from "zod";
import { Colour, contrast } from "./colour.ts";

/** The house's own grounds, on which a city's colours stand in each scheme. */
export const GROUNDS = {
  light: { canvas: "#ffffff", shade: "#f2f5f7" },
  dark: { canvas: "#14181b", shade: "#20272c" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Colour>>>>;

export type Scheme = keyof typeof GROUNDS;
type Ground = keyof (typeof GROUNDS)[Scheme];

const Colours = z.strictObject({
  /** The band at the top of every page, and what stands on it. */
  brand: Colour,
  onBrand: Colour,
  /** Links, and the longer part of a bar. */
  link: Colour,
  /** The button that goes on, what is ticked, what is on; and what stands on that button. */
  go: Colour,
  onGo: Colour,
});
type Colours = z.infer<typeof Colours>;

/** WCAG 2.1: success criterion 1.4.3 for text, 1.4.11 for controls. */
const LEAST = { text: 4.5, controls: 3 } as const;

/** What stands on what. Focus is no city's: its yellow and black are seen on any ground. */
const PAIRS: readonly (readonly [keyof Colours, keyof Colours | Ground, keyof typeof LEAST])[] = [
  ["onBrand", "brand", "text"],
  ["link", "canvas", "text"],
  ["link", "shade", "text"],
  ["onGo", "go", "text"],
  ["go", "canvas", "controls"],
  ["go", "shade", "controls"],
];

/** A ratio to a tenth, rounded down: what is just below is not told as what was asked for. */
const told = (ratio: number): string => `${Math.floor(ratio * 10) / 10}:1`;

/** The colours of a scheme, each pair of which can be read and seen. */
const coloursOf = (scheme: Scheme) =>
  Colours.superRefine((colours, context) => {
    const all = { ...GROUNDS[scheme], ...colours };
    for (const [part, ground, use] of PAIRS) {
      const ratio = contrast(all[part], all[ground]);
      if (ratio < LEAST[use])
        context.addIssue({
          code: "custom",
          path: [part],
          message: `${all[part]} on ${ground} (${all[ground]}) has a contrast of ${told(ratio)}; ${use === "text" ? "text needs" : "controls need"} ${LEAST[use]}:1`,
        });
    }
  });

/** A city's own colours, on a light and on a dark screen. Everything else of the look is the house's. */
export const Theme = z.strictObject({ light: coloursOf("light"), dark: coloursOf("dark") });
export type Theme = z.infer<typeof Theme>;
