import { type SectionLimits, UNBOUND } from "../voting/limits.ts";
import type { PbFile } from "./file.ts";
import { type MetaNumber, metaNumber } from "./meta-number.ts";
import { exactGrosze } from "./money.ts";

/** What a ballot of scores gives to every project that it does not name. */
export const defaultScore = ({ meta, voteType }: Pick<PbFile, "meta" | "voteType">): number =>
  voteType === "scoring" ? (metaNumber(meta, "default_score") ?? 0) : 0;

/**
 * The limits that a file states for its ballots. A limit it does not state does not bind: files of cities with a paper
 * vote hold ballots that were valid although empty. Lengths bind on what can be chosen at all. The points that
 * cumulative ballots give to one project are by the format's defaults between 0 and all that can be given.
 */
export const metaLimits = ({ meta, voteType, projects }: PbFile): SectionLimits => {
  const stated = (key: MetaNumber, otherwise: number): number => metaNumber(meta, key) ?? otherwise;
  const lengths = {
    ...UNBOUND,
    minProjects: Math.min(stated("min_length", UNBOUND.minProjects), projects.length),
    maxProjects: voteType === "choose-1" ? 1 : stated("max_length", UNBOUND.maxProjects),
    maxCostGrosze: exactGrosze(meta.get("max_sum_cost") ?? "") ?? UNBOUND.maxCostGrosze,
  };
  if (voteType !== "cumulative" && voteType !== "scoring") return lengths;
  const maxPoints = stated("max_sum_points", UNBOUND.maxPoints);
  const [least, most] =
    voteType === "cumulative" ? [0, maxPoints] : [UNBOUND.minPointsEach, UNBOUND.maxPointsEach];
  return {
    ...lengths,
    minPointsEach: stated("min_points", least),
    maxPointsEach: stated("max_points", most),
    minPoints: stated("min_sum_points", UNBOUND.minPoints),
    maxPoints,
  };
};
