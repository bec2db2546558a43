import type { PlainBallot } from "../../shared/domain/tally/election-of.ts";
import type { PlainElection } from "../kit/arbitraries.ts";

// Contests of Katowice as their published results tell them. Money in złoty, as published.

/** Project, cost, points, whether it was funded; voters where they were published and matter. */
export type Row = readonly [id: string, costZloty: number, points: number, funded: boolean, voters?: number];

export interface Contest {
  readonly name: string;
  readonly kind: "citywide" | "district";
  readonly poolZloty: number;
  readonly leftZloty: number;
  readonly rows: readonly Row[];
}

export const CONTESTS: readonly Contest[] = [
  {
    name: "Bogucice 2021: three projects in a row do not fit, then one does",
    kind: "district",
    poolZloty: 574_498,
    leftZloty: 13_498,
    rows: [
      ["L13/05/VIII", 344_000, 1431, true],
      ["L13/06/VIII", 190_000, 1157, true],
      ["L13/11/VIII", 95_000, 992, false],
      ["L13/04/VIII", 110_000, 545, false],
      ["L13/03/VIII", 15_000, 430, true],
      ["L13/07/VIII", 32_000, 366, false],
      ["L13/10/VIII", 48_000, 300, false],
      ["L13/08/VIII", 12_000, 178, true],
      ["L13/01/VIII", 58_200, 88, false],
    ],
  },
  {
    name: "Citywide 2025: stopping at the first misfit would fund only three",
    kind: "citywide",
    poolZloty: 3_003_675,
    leftZloty: 6_958,
    rows: [
      ["M/21/XII", 344_170, 18_813, true],
      ["M/16/XII", 1_943_547, 13_490, true],
      ["M/26/XII", 249_000, 10_244, true],
      ["M/27/XII", 638_000, 6_325, false],
      ["M/09/XII", 400_000, 5_956, true],
      ["M/08/XII", 60_000, 4_988, true],
      ["M/18/XII", 200_000, 4_233, false],
      ["M/11/XII", 41_000, 4_124, false],
      ["M/25/XII", 3_003_675, 3_583, false],
    ],
  },
  {
    name: "Zarzecze 2020: 60 points of 44 voters are enough, 46 are not although there is money",
    kind: "district",
    poolZloty: 290_963,
    leftZloty: 24_714,
    rows: [
      ["L20/03/VII", 123_000, 823, true],
      ["L20/05/VII", 106_749, 314, true],
      ["L20/13/VII", 174_578, 300, false],
      ["L20/02/VII", 31_500, 173, true],
      ["L20/12/VII", 30_900, 140, false],
      ["L20/01/VII", 5_000, 60, true, 44],
      ["L20/09/VII", 29_400, 56, false],
      ["L20/10/VII", 16_150, 46, false],
      ["L20/14/VII", 15_000, 16, false],
    ],
  },
  {
    name: "Zarzecze 2022: exactly 50 points, of 32 voters, are enough",
    kind: "district",
    poolZloty: 5_000,
    leftZloty: 0,
    rows: [["L20/09/IX", 5_000, 50, true, 32]],
  },
  {
    name: "Kostuchna 2025: of two projects with 96 points the cheaper one is funded",
    kind: "district",
    poolZloty: 19_798,
    leftZloty: 5_298,
    rows: [
      ["L21/05/XII", 15_700, 96, false, 53],
      ["L21/08/XII", 14_500, 96, true, 62],
    ],
  },
  {
    name: "Koszutka 2022: of two projects with 140 points the cheaper one is funded, with fewer voters",
    kind: "district",
    poolZloty: 57_061,
    leftZloty: 1_411,
    rows: [
      ["L12/14/IX", 52_000, 140, false, 92],
      ["L12/11/IX", 23_150, 140, true, 88],
      ["L12/09/IX", 32_500, 82, true, 60],
      ["L12/08/IX", 20_000, 71, false, 55],
    ],
  },
];

/** Ballots that give a project these points from that many voters; from one voter for each point where it does not matter. */
export const ballotsFor = (id: string, points: number, voters = points): PlainBallot[] => {
  const least = Math.floor(points / voters);
  const withOneMore = points - least * voters;
  return [
    { choices: [[id, least + 1] as const], count: withOneMore },
    { choices: [[id, least] as const], count: voters - withOneMore },
  ].filter(({ count }) => count > 0);
};

export const contestElection = ({ poolZloty, rows }: Pick<Contest, "poolZloty" | "rows">): PlainElection => ({
  budgetGrosze: poolZloty * 100,
  projects: rows.map(([id, costZloty]) => ({ id, costGrosze: costZloty * 100 })),
  ballots: rows.flatMap(([id, , points, , voters]) => ballotsFor(id, points, voters)),
});
