/** A Katowice project number: pool, sequence within it, edition, as in `L13/08/VII` or `M/66/VII`. Never reused. */
export const PROJECT_NUMBER = /^(M|L([1-9]|1\d|2[0-2]))\/\d{2,3}\/[IVXL]+$/;

/** The number of the `sequence`-th proposal (from 1) filed for a pool. */
export const projectNumber = (pool: string, sequence: number, editionNumeral: string): string =>
  `${pool}/${String(sequence).padStart(2, "0")}/${editionNumeral}`;

/** The parts of a number as it was given on paper; null when it is none. */
export const readProjectNumber = (
  text: string,
): { readonly pool: string; readonly sequence: number; readonly edition: string } | null => {
  if (!PROJECT_NUMBER.test(text)) return null;
  const [pool = "", sequence = "", edition = ""] = text.split("/");
  return { pool, sequence: Number(sequence), edition };
};
