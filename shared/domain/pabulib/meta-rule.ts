import type { Threshold } from "../tally/rule.ts";
import type { PbFile } from "./file.ts";
import { metaNumber } from "./meta-number.ts";

/**
 * The minimum that a file states for its projects, in points, which for approvals are votes; inclusive in all 509 files that state it. It may
 * stand with any rule (Gdynia).
 */
export const metaThreshold = ({ meta }: Pick<PbFile, "meta">): Threshold | null => {
  const minimum = metaNumber(meta, "min_project_score_threshold") ?? 0;
  return minimum > 0 ? { kind: "points", minimum: Math.ceil(minimum), inclusive: true } : null;
};
