import { createHash } from "node:crypto";

/** So many of these, drawn by the seed: those whose hash with it is lowest, so that a sample of more contains one of fewer. */
export const sampleOf = <T>(all: readonly T[], count: number, seed: number): T[] => {
  const rank = (one: T): string =>
    createHash("sha256")
      .update(`${seed} ${JSON.stringify(one)}`)
      .digest("hex");
  return all
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ one }) => one);
};
