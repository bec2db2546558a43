import { type Colour, mixed } from "../../domain/colour.ts";
import { GROUNDS, type Scheme, type Theme } from "../../domain/theme.ts";

type Ground = keyof (typeof GROUNDS)[Scheme];
type Tint = "info" | "good" | "warn" | "bad";
type Neutral = "ink" | "quiet" | "line" | "hair" | "stop" | "onStop" | Ground | Tint | `on-${Tint}`;

/** The colours that are the house's in every city. */
export const NEUTRALS: Readonly<Record<Scheme, Readonly<Record<Neutral, Colour>>>> = {
  light: {
    ...GROUNDS.light,
    ink: "#14181b",
    quiet: "#4a5560",
    line: "#5f6b76",
    hair: "#c3cbd1",
    stop: "#b3261e",
    onStop: "#ffffff",
    info: "#dcebf6",
    "on-info": "#0b3a5a",
    good: "#d7f0e1",
    "on-good": "#00451f",
    warn: "#fff1c2",
    "on-warn": "#5a4200",
    bad: "#fbe3e1",
    "on-bad": "#7d150f",
  },
  dark: {
    ...GROUNDS.dark,
    ink: "#e9edf0",
    quiet: "#b4bec7",
    line: "#8b97a1",
    hair: "#3c464e",
    stop: "#ff9a90",
    onStop: "#2b0603",
    info: "#12344c",
    "on-info": "#cfe6f7",
    good: "#0f3a22",
    "on-good": "#c6f0d7",
    warn: "#453708",
    "on-warn": "#ffe9a8",
    bad: "#4d1814",
    "on-bad": "#ffd6d2",
  },
};

export type Palette = Readonly<Record<Neutral | keyof Theme[Scheme] | "pale", Colour>>;

/** Of whatever link can be read, so much is told from it (2:1) and from what is left of a bar (1.5:1). */
const PALE = 0.45;

/** All colours of a scheme; `pale` is the other part of a bar beside that of links. */
export const paletteOf = (theme: Theme, scheme: Scheme): Palette => {
  const [own, neutrals] = [theme[scheme], NEUTRALS[scheme]];
  return { ...neutrals, ...own, pale: mixed(own.link, PALE, neutrals.canvas) };
};

/** Focus is yellow with a black edge in both: it must be seen on any ground. */
export const FOCUS = { ground: "#ffdd00", ink: "#000000" } as const;

const variableOf = (name: string): string => `--${name.toLowerCase()}`;

/** The palette as declarations of CSS variables: `onBrand` is `--onbrand`. */
export const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `${variableOf(name)}:${colour}`)
    .join(";");
