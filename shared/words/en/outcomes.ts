import type { Line } from "../../domain/tally/line.ts";
import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

const points = (count: number): string => `${f.number(count)} ${count === 1 ? "point" : "points"}`;

const sentence = (line: Line, numberOf: (id: string) => string): string => {
  const left = f.shortMoney(line.balanceBeforeGrosze);
  const cost = f.shortMoney(line.costGrosze);
  switch (line.outcome) {
    case "funded":
      return `Selected: ${points(line.score)}, place ${f.number(line.rank)}. After it ${f.shortMoney(line.balanceAfterGrosze)} was left in the pool.`;
    case "did-not-fit": {
      const later = line.fundedLater.map(numberOf);
      const fitted =
        later.length === 0
          ? ""
          : later.length === 1
            ? ` The cheaper project ${later[0]} fitted in that sum.`
            : ` Cheaper projects fitted in that sum: ${later.join(", ")}.`;
      return `Not selected: when its turn came, ${left} was left in the pool, and the project costs ${cost}. ${f.shortMoney(line.shortfallGrosze)} was missing.${fitted}`;
    }
    case "below-minimum":
      return line.on === "points"
        ? `Not selected: it won ${points(line.score)}, and at least ${f.number(line.needed)} are needed. ${f.number(line.missing)} were missing.`
        : `Not selected: ${f.number(line.votes)} people voted for it, and at least ${f.number(line.needed)} are needed. ${f.number(line.missing)} were missing.`;
    case "excluded":
      return `Excluded: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.`;
    case "withdrawn":
      return `Withdrawn after the vote: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.`;
    case "lost-lot":
      return `Not selected: at equal points the lot fell to ${line.wonBy.map(numberOf).join(", ")}. ${f.shortMoney(line.shortfallGrosze)} was missing.`;
    case "not-reached":
      return `Not selected: the count ended at project ${numberOf(line.stoppedAt)}, which did not fit.`;
  }
};

export const outcomes: Words["outcomes"] = {
  sentence,
  names: {
    funded: "Selected",
    "did-not-fit": "Did not fit in the pool",
    "below-minimum": "Below the minimum",
    excluded: "Excluded",
    withdrawn: "Withdrawn",
    "lost-lot": "Lost the lot",
    "not-reached": "Not reached",
  },
};
