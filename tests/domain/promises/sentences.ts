/** The last place of a comment that ends so. */
const endOf = (source: string, end: string, from: number): number =>
  `${source}${end}`.indexOf(end, from) + end.length - 1;

/** The end of the code, or of the `}` that closes it, from a place in a source; each text literal on the way is given to `found`. */
const readCode = (source: string, from: number, found: (text: string) => void): number => {
  for (let at = from; at < source.length; at++) {
    const sign = source[at];
    if (sign === "}") return at;
    if (sign === "{") at = readCode(source, at + 1, found);
    else if (source.startsWith("//", at)) at = endOf(source, "\n", at);
    else if (source.startsWith("/*", at)) at = endOf(source, "*/", at);
    else if (sign === '"' || sign === "`") at = readText(source, at, found);
  }
  return source.length;
};

/** The closing quote of a text literal; whatever a template puts in stands as `…`. */
const readText = (source: string, from: number, found: (text: string) => void): number => {
  let text = "";
  let at = from + 1;
  for (; source[at] !== source[from]; at++) {
    if (at >= source.length) throw new Error(`a text without an end at ${from}`);
    if (source[at] === "\\") text += source[++at];
    else if (source.startsWith("${", at)) {
      at = readCode(source, at + 2, found);
      text += "…";
    } else text += source[at];
  }
  found(text);
  return at;
};

/** Every sentence of a catalogue's source, whatever the facts on which it is said. */
export const sentencesIn = (source: string): string[] => {
  const texts: string[] = [];
  for (let at = 0; at < source.length; at++) at = readCode(source, at, (text) => texts.push(text));
  return texts.flatMap((text) => text.split(/(?<=[.?!])\s+/)).map((sentence) => sentence.trim());
};
