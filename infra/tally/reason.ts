import { zlotyText } from "../../shared/domain/money.ts";
import type { Line } from "../../shared/domain/tally/line.ts";
import { type ShareFacts, wholeGrosze } from "../../shared/domain/tally/share-facts.ts";

/** Why a project got what it got, in one English sentence with its numbers. `currency` as in META. */
export const reasonOf = (line: Line, currency: string): string => {
  const money = (grosze: number): string => `${zlotyText(grosze)} ${currency}`.trim();
  const left = money(line.balanceBeforeGrosze);
  switch (line.outcome) {
    case "funded":
      return `Funded: it cost ${money(line.costGrosze)} of ${left} left.${paid(line.shares, money)}`;
    case "did-not-fit": {
      if (line.part)
        return line.toppedUp
          ? `Did not fit: the ${line.part.name} had ${money(line.part.leftGrosze)} left; ${money(line.shortfallGrosze)} comes from the reserve.`
          : `Did not fit: the ${line.part.name} had ${money(line.part.leftGrosze)} left, ${money(line.shortfallGrosze)} too little.`;
      if (line.shares?.kind === "held")
        return `Did not fit: its supporters had ${money(wholeGrosze(line.shares.heldGrosze, "down"))} left, ${money(line.shortfallGrosze)} too little.`;
      if (line.toppedUp)
        return `Did not fit: ${left} was left; ${money(line.shortfallGrosze)} comes from the reserve.`;
      const later = line.fundedLater.length > 0 ? ` ${line.fundedLater.join(", ")} fitted later.` : "";
      return `Did not fit: ${left} was left, ${money(line.shortfallGrosze)} too little.${later}`;
    }
    case "below-minimum":
      return `Below the minimum of ${line.needed} ${line.on}, by ${line.missing}.`;
    case "excluded":
    case "withdrawn": {
      const basis = line.legalBasis === null ? "" : ` (${line.legalBasis})`;
      const by =
        line.outcome === "excluded" && line.by.length > 0 ? `, ${line.by.join(", ")} came first` : "";
      return `${line.outcome === "excluded" ? "Excluded" : "Withdrawn"}: ${line.reason.replace(/\.$/, "")}${basis}${by}.`;
    }
    case "lost-lot":
      return `Lost the lot to ${line.wonBy.join(", ") || "a project that did not fit"}; ${left} was left.`;
    case "not-reached":
      return `Not reached: the count ${line.part ? `of the ${line.part.name} ` : ""}ended at ${line.stoppedAt}, which did not fit.`;
  }
};

/** With voters' own money: who paid, and how much each. */
const paid = (shares: ShareFacts | null, money: (grosze: number) => string): string => {
  switch (shares?.kind) {
    case "bought": {
      const each = money(wholeGrosze(shares.fullGrosze, "down"));
      return ` Round ${shares.round}: ${shares.full} voters paid ${each} each, ${shares.rest} all they had left.`;
    }
    case "completed":
      return " Bought with the rest of the pool.";
    case "load":
      return ` It costs each supporter ${money(wholeGrosze(shares.loadGrosze, "down"))}.`;
    default:
      return "";
  }
};
