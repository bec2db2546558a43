/** A text without characters of a kind at its end, in one look at each: ` +$` looks at every blank from every blank before it. */
export const trimmedEnd = (text: string, isOuter: (character: string) => boolean): string => {
  let end = text.length;
  while (end > 0 && isOuter(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** A text without them at either end. */
export const trimmedOf = (text: string, isOuter: (character: string) => boolean): string => {
  const kept = trimmedEnd(text, isOuter);
  let start = 0;
  while (start < kept.length && isOuter(kept.charAt(start))) start += 1;
  return kept.slice(start);
};

/** A text without these characters at its ends. */
export const trimmed = (text: string, characters: string): string =>
  trimmedOf(text, (character) => characters.includes(character));
