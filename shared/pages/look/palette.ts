/** The six colours that are a city's own; a city changes these and its name, nothing else. */
interface Theme {
  readonly brand: string;
  readonly onBrand: string;
  readonly link: string;
  readonly go: string;
  readonly onGo: string;
  readonly shade: string;
}

type Neutral = "ink" | "quiet" | "paper" | "line" | "hair" | "stop" | "onStop" | "bar" | "bar2";
type Tint = "info" | "good" | "warn" | "bad";

export type Palette = Theme & Readonly<Record<Neutral | Tint | `on-${Tint}`, string>>;

/** Colours by name; `tests/pages` holds every pair of text and ground to 4.5:1, and every border of a control to 3:1. */
export const light: Palette = {
  brand: "#0f4c75",
  onBrand: "#ffffff",
  link: "#0f4c75",
  go: "#00703c",
  onGo: "#ffffff",
  shade: "#f2f5f7",
  ink: "#14181b",
  quiet: "#4a5560",
  paper: "#ffffff",
  line: "#5f6b76",
  hair: "#c3cbd1",
  stop: "#b3261e",
  onStop: "#ffffff",
  bar: "#0f4c75",
  bar2: "#5b9bc9",
  info: "#dcebf6",
  "on-info": "#0b3a5a",
  good: "#d7f0e1",
  "on-good": "#00451f",
  warn: "#fff1c2",
  "on-warn": "#5a4200",
  bad: "#fbe3e1",
  "on-bad": "#7d150f",
};

export const dark: Palette = {
  brand: "#0c3d5e",
  onBrand: "#ffffff",
  link: "#8ec8f2",
  go: "#6fd39b",
  onGo: "#04220f",
  shade: "#20272c",
  ink: "#e9edf0",
  quiet: "#b4bec7",
  paper: "#14181b",
  line: "#8b97a1",
  hair: "#3c464e",
  stop: "#ff9a90",
  onStop: "#2b0603",
  bar: "#8ec8f2",
  bar2: "#3f7ba6",
  info: "#12344c",
  "on-info": "#cfe6f7",
  good: "#0f3a22",
  "on-good": "#c6f0d7",
  warn: "#453708",
  "on-warn": "#ffe9a8",
  bad: "#4d1814",
  "on-bad": "#ffd6d2",
};

/** Focus is yellow with a black edge in both: it must be seen on any ground. */
export const FOCUS = { ground: "#ffdd00", ink: "#000000" } as const;

const variableOf = (name: string): string => `--${name.toLowerCase()}`;

/** The palette as declarations of CSS variables: `onBrand` is `--onbrand`. */
export const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `${variableOf(name)}:${colour}`)
    .join(";");
