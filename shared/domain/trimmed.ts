/** A text without these characters at its ends, in one look at each: ` +$` looks at every blank from every blank before it. */
export const trimmed = (text: string, characters: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && characters.includes(text.charAt(start))) start += 1;
  while (end > start && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};
