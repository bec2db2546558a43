/** Figures of several rounds, and how they are written. */

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
};

/** Three digits that mean something, thousands apart. */
const digits = (value: number): string =>
  value.toLocaleString("en", { maximumSignificantDigits: 3 }).replaceAll(",", " ");

export const whole = (value: number): string => value.toLocaleString("en").replaceAll(",", " ");

export const ms = (value: number): string => `${digits(value)} ms`;
export const perSecond = (value: number): string => `${digits(value)}/s`;
export const megabytes = (bytes: number): string => `${digits(bytes / 1e6)} MB`;
export const kilobytes = (bytes: number): string => `${digits(bytes / 1000)} kB`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;

export const count = (value: number, thing: string): string =>
  `${digits(value)} ${thing}${value === 1 ? "" : "s"}`;
