import type { SectionLimits } from "../voting/limits.ts";
import type { PbFile } from "./file.ts";
import { exactGrosze } from "./money.ts";

/**
 * The limits that a file states for its ballots. A limit it does not state does not bind: files of cities with a paper
 * vote hold ballots that were valid although empty. Lengths bind on what can be chosen at all.
 */
export const metaLimits = ({ meta, voteType, projects }: PbFile): SectionLimits => {
  const stated = (key: string, otherwise: number): number => {
    const text = meta.get(key);
    const grosze = text === undefined ? null : exactGrosze(text);
    return grosze === null ? otherwise : grosze / 100;
  };
  const weighted = voteType === "cumulative" || voteType === "scoring";
  const most = Number.POSITIVE_INFINITY;
  return {
    minProjects: Math.min(stated("min_length", 0), projects.length),
    maxProjects: voteType === "choose-1" ? 1 : stated("max_length", most),
    minPointsEach: weighted ? stated("min_points", -most) : -most,
    maxPointsEach: weighted ? stated("max_points", most) : most,
    minPoints: weighted ? stated("min_sum_points", -most) : -most,
    maxPoints: weighted ? stated("max_sum_points", most) : most,
  };
};
