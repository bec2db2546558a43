/**
 * What a Katowice edition is made of, from the published figures of 2025: money of each pool in złoty, projects on the ballot, ballots cast.
 * Names, titles and people are made up.
 */
export interface PoolParameters {
  readonly pool: string;
  readonly amountZloty: number;
  readonly projects: number;
  readonly ballots: number;
}

const pool = (pool: string, amountZloty: number, projects: number, ballots: number): PoolParameters => ({
  pool,
  amountZloty,
  projects,
  ballots,
});

export const POOLS: readonly PoolParameters[] = [
  pool("M", 3_003_675, 22, 33_345),
  pool("L1", 1_248_068, 13, 2875),
  pool("L2", 676_277, 6, 1683),
  pool("L3", 726_421, 10, 1199),
  pool("L4", 679_619, 11, 1810),
  pool("L5", 686_570, 5, 963),
  pool("L6", 1_152_750, 12, 3792),
  pool("L7", 572_787, 9, 1343),
  pool("L8", 724_303, 6, 2016),
  pool("L9", 900_493, 10, 3344),
  pool("L10", 524_637, 5, 658),
  pool("L11", 692_704, 8, 1888),
  pool("L12", 574_890, 7, 1965),
  pool("L13", 673_633, 11, 1588),
  pool("L14", 481_488, 7, 1108),
  pool("L15", 674_704, 12, 1538),
  pool("L16", 560_487, 3, 734),
  pool("L17", 776_257, 10, 2532),
  pool("L18", 457_433, 13, 1557),
  pool("L19", 970_764, 7, 3511),
  pool("L20", 364_974, 6, 410),
  pool("L21", 861_498, 14, 1890),
  pool("L22", 514_794, 6, 1311),
];

/** How voters spend three points, and how often: all on one; two and one; one each; and the rare partial ballots. */
export const PATTERNS: readonly { readonly points: readonly number[]; readonly weight: number }[] = [
  { points: [3], weight: 69.2 },
  { points: [2, 1], weight: 18.2 },
  { points: [1, 1, 1], weight: 11.1 },
  { points: [1], weight: 0.7 },
  { points: [2], weight: 0.5 },
  { points: [1, 1], weight: 0.3 },
];

/** Of the voters of a district, how many use the citywide list too; and how many voters use that list alone. */
export const BOTH_LISTS = 31_843 / 39_715;
export const CITYWIDE_ALONE = 1502 / 33_345;
