/** How many letters have to be put in, left out, exchanged or turned round to make one word of another; more than `most` is one more than that. */
export const distance = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[other.length] ?? 0, most + 1);
};

/** The words nearest to one, the nearest first; a short word has fewer letters to be wrong. */
export const nearest = (word: string, among: readonly string[], count: number): string[] => {
  const most = word.length <= 4 ? 1 : 2;
  return among
    .map((one) => ({ one, far: distance(word, one, most) }))
    .filter(({ far }) => far > 0 && far <= most)
    .sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1))
    .slice(0, count)
    .map(({ one }) => one);
};
