import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

export const checks: Words["checks"] = {
  title: "Proposals to check",
  cycle: "Edition",
  status: "Status",
  show: "Show",
  alike: "Proposals like each other",
  publications: "Cards of the checks, and publication of verdicts",
  caption: "Queue of proposals",
  columns: {
    number: "Number",
    title: "Title",
    pool: "Pool",
    cost: "Cost",
    supporters: "Support",
    days: "Waiting",
    status: "Status",
    held: "With whom the card is",
  },
  held: { all: "with anybody", me: "with me", nobody: "with nobody" },
  days: (count) => `${f.number(count)} ${f.plural(count, { one: "day", other: "days" })}`,
  empty: "There are no proposals in this status.",
  back: "Queue of proposals",
  mark: "case",
  contact: "Contact",
  supporters: "Supporters",
  supporterList: "List of supporters",
  withdrawal: {
    title: "Withdrawal by the office",
    hint: "Until the list is closed, or after the vote and before the results are published. Another person accepts it.",
    reason: "Reason",
    legalBasis: "Legal basis",
    submit: "Withdraw the proposal",
  },
  say: {
    "/reason": "Enter the reason.",
    "/legalBasis": "Enter the legal basis.",
  },
};
