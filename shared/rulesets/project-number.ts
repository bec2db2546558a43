/** A Katowice project number: pool, sequence within it, edition, as in `L13/08/VII` or `M/66/VII`. Never reused. */
export const PROJECT_NUMBER = /^(M|L([1-9]|1\d|2[0-2]))\/\d{2,3}\/[IVXL]+$/;

/** The number of the `sequence`-th proposal (from 1) filed for a pool. */
export const projectNumber = (pool: string, sequence: number, editionNumeral: string): string =>
  `${pool}/${String(sequence).padStart(2, "0")}/${editionNumeral}`;
