import type { Line } from "../../domain/tally/line.ts";
import { type ShareFacts, wholeGrosze } from "../../domain/tally/share-facts.ts";
import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

const points = (count: number): string => `${f.number(count)} ${count === 1 ? "point" : "points"}`;

const amount = (exact: string): string =>
  `${exact.includes("/") ? "about " : ""}${f.money(wholeGrosze(exact, "down"))}`;

const people = (count: number): string => `${f.number(count)} ${count === 1 ? "person" : "people"}`;

const won = ({ score, rank, votes, costGrosze, shares }: Extract<Line, { outcome: "funded" }>): string => {
  switch (shares?.kind) {
    case "bought": {
      const all = shares.full + shares.rest;
      const rest =
        shares.rest > 0
          ? ` ${people(shares.rest)} gave all they had left, ${amount(shares.restGrosze)} together.`
          : "";
      return `Selected in round ${f.number(shares.round)}: ${people(all)} of ${f.number(votes)} paid its ${f.money(costGrosze)}, ${amount(shares.fullGrosze)} each at most.${rest}`;
    }
    case "completed":
      return `Selected for the rest of the pool: ${points(score)}.`;
    case "load":
      return `Selected: it costs each of its ${f.number(votes)} voters ${amount(shares.loadGrosze)}.`;
    default:
      return `Selected: ${points(score)}, place ${f.number(rank)}.`;
  }
};

type Short = Extract<Line, { outcome: "did-not-fit" }>;

const shortOf = (
  shares: ShareFacts,
  {
    costGrosze,
    shortfallGrosze,
    balanceBeforeGrosze,
  }: Pick<Short, "costGrosze" | "shortfallGrosze" | "balanceBeforeGrosze">,
): string =>
  shares.kind === "held"
    ? `Not selected: those who chose it had ${amount(shares.heldGrosze)} left together, and the project costs ${f.money(costGrosze)}. ${f.money(shortfallGrosze)} was missing.`
    : `Not selected: when its turn came, ${f.shortMoney(balanceBeforeGrosze)} was left in the pool, and the project costs ${f.shortMoney(costGrosze)}.`;

const sentence = (line: Line, numberOf: (id: string) => string): string => {
  const left = f.shortMoney(line.balanceBeforeGrosze);
  const cost = f.shortMoney(line.costGrosze);
  switch (line.outcome) {
    case "funded":
      return `${won(line)} After it ${f.shortMoney(line.balanceAfterGrosze)} was left in the pool.`;
    case "did-not-fit": {
      if (line.shares) return shortOf(line.shares, line);
      if (line.toppedUp)
        return `It did not fit in the pool: ${left} was left, and the project costs ${cost}. The city's reserve pays the missing ${f.shortMoney(line.shortfallGrosze)}.`;
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
      return `Excluded: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.${
        line.by.length > 0 ? ` Selected before it: ${line.by.map(numberOf).join(", ")}.` : ""
      }`;
    case "withdrawn":
      return `Withdrawn after the vote: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.`;
    case "lost-lot":
      return `Not selected: at equal points the lot fell to ${line.wonBy.map(numberOf).join(", ")}. ${f.shortMoney(line.shortfallGrosze)} was missing.`;
    case "not-reached":
      return `Not selected: the count ended at project ${numberOf(line.stoppedAt)}, which did not fit.`;
  }
};

export const outcomes: Words["outcomes"] = {
  ofLeftOver: "Selected with money that was left in the pools after the count.",
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
