import { zlotyText } from "../../shared/domain/money.ts";
import type { Line } from "../../shared/domain/tally/line.ts";

/** Why a project got what it got, in one English sentence with its numbers. `currency` as in META. */
export const reasonOf = (line: Line, currency: string): string => {
  const money = (grosze: number): string => `${zlotyText(grosze)} ${currency}`.trim();
  const left = money(line.balanceBeforeGrosze);
  switch (line.outcome) {
    case "funded":
      return `Funded: it cost ${money(line.costGrosze)} of ${left} left.`;
    case "did-not-fit": {
      const later = line.fundedLater.length > 0 ? ` ${line.fundedLater.join(", ")} fitted later.` : "";
      return `Did not fit: ${left} was left, ${money(line.shortfallGrosze)} too little.${later}`;
    }
    case "below-minimum":
      return `Below the minimum of ${line.needed} ${line.on}, by ${line.missing}.`;
    case "excluded":
    case "withdrawn": {
      const basis = line.legalBasis === null ? "" : ` (${line.legalBasis})`;
      return `${line.outcome === "excluded" ? "Excluded" : "Withdrawn"}: ${line.reason}${basis}.`;
    }
    case "lost-lot":
      return `Lost the lot to ${line.wonBy.join(", ") || "a project that did not fit"}; ${left} was left.`;
    case "not-reached":
      return `Not reached: the count ended at ${line.stoppedAt}, which did not fit.`;
  }
};
