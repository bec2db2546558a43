import { zlotyText } from "../../shared/domain/money.ts";
import type { Contest } from "./contest.ts";
import type { PublishedResults } from "./play.ts";

interface Comparison {
  readonly contest: Contest;
  readonly row: readonly string[];
  /** What the file and the rehearsal say differently; empty when they agree to the last winner. */
  readonly differences: readonly string[];
}

export const HEADER = ["pool", "ballots", "projects", "funded", "cost zł", "left zł", "official"];

/** The rehearsed outcome of a contest beside the official one. */
export const compare = (contest: Contest, results: PublishedResults): Comparison => {
  const pool = results.pools.find(({ id }) => id === contest.pool);
  if (!pool)
    return {
      contest,
      row: [contest.pool, "", "", "", "", "", "missing"],
      differences: [`${contest.pool} has no result`],
    };
  const numbers = new Map(pool.projects.map(({ id, number }) => [id, number]));
  const funded = new Set(pool.selected.map((id) => numbers.get(id)));
  const reasons = new Map(pool.projects.map(({ number, reason }) => [number, reason]));
  const isOfficial = contest.projects.some(({ isSelected }) => isSelected !== null);
  const differences = contest.projects.flatMap(({ number, isSelected }) =>
    isSelected === null || isSelected === funded.has(number)
      ? []
      : [
          `${number}: officially ${isSelected ? "funded" : "not funded"}; here: ${reasons.get(number) ?? "absent"}`,
        ],
  );
  if (pool.ballots !== contest.ballots.size)
    differences.push(`${contest.pool}: ${contest.ballots.size} ballots in the file, ${pool.ballots} counted`);
  const row = [
    contest.pool,
    String(pool.ballots),
    String(contest.projects.length),
    String(pool.selected.length),
    zlotyText(pool.costGrosze),
    zlotyText(pool.leftGrosze),
    differences.length > 0 ? "DIFFERS" : isOfficial ? "equal" : "not told",
  ];
  return { contest, row, differences };
};

/** Columns in step, numbers to the right. */
export const tableOf = (rows: readonly (readonly string[])[]): string => {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === HEADER.length - 1
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
};
