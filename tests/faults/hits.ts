const BEGINNING = 8;

/**
 * Which of many texts occur in one, however many they are: each place of it is looked at once. Texts of fewer than eight characters are
 * not told from chance, and are refused.
 */
export const finderOf = (texts: Iterable<string>): ((haystack: string) => string[]) => {
  const byBeginning = Map.groupBy(new Set(texts), (text) => text.slice(0, BEGINNING));
  for (const beginning of byBeginning.keys())
    if (beginning.length < BEGINNING) throw new Error(`"${beginning}" is too short to be looked for`);
  return (haystack) => {
    const hits = new Set<string>();
    for (let at = 0; at + BEGINNING <= haystack.length; at += 1)
      for (const text of byBeginning.get(haystack.slice(at, at + BEGINNING)) ?? [])
        if (haystack.startsWith(text, at)) hits.add(text);
    return [...hits];
  };
};
