import { z } from "zod";

/** A colour as style sheets write it: `#0f4c75`. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);
export type Colour = z.infer<typeof Colour>;

const channels = (colour: Colour): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** WCAG 2.1's relative luminance. */
const luminance = (colour: Colour): number => {
  const [r = 0, g = 0, b = 0] = channels(colour)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG 2.1's contrast ratio, from 1 to 21. */
export const contrast = (one: Colour, other: Colour): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
};

/** So much of one colour, and the rest of another. */
export const mixed = (one: Colour, share: number, other: Colour): Colour => {
  const others = channels(other);
  const parts = channels(one).map((part, index) =>
    Math.round(share * part + (1 - share) * (others[index] ?? 0)),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
};
