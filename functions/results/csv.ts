import { zlotyText } from "../../shared/domain/money.ts";
import type { Results } from "../../shared/domain/results/results.ts";
import { csvText } from "../../shared/platform/csv.ts";
import type { Words } from "../../shared/words/words.ts";
import { explained } from "./explained.ts";

const HEADER = [
  "pool",
  "pool_name",
  "rank",
  "number",
  "title",
  "cost_pln",
  "points",
  "voters",
  "outcome",
  "left_before_pln",
  "left_after_pln",
  "reason",
];

const decimalComma = (grosze: number): string => zlotyText(grosze).replace(".", ",");

export const csvOf = (results: Results, words: Words): string =>
  csvText(
    HEADER,
    results.pools.flatMap((pool) =>
      explained(pool, results, words).map((project) => [
        pool.id,
        pool.name,
        project.rank,
        project.number,
        project.title,
        decimalComma(project.costGrosze),
        project.score,
        project.votes,
        project.outcome,
        decimalComma(project.balanceBeforeGrosze),
        decimalComma(project.balanceAfterGrosze),
        project.reason,
      ]),
    ),
  );
