const MOST = 5;

/** The first of many names in a sentence, and in words how many more there are. */
export const fewOf = (names: readonly string[], more: (count: number) => string): string =>
  [...names.slice(0, MOST), ...(names.length > MOST ? [more(names.length - MOST)] : [])].join(", ");
