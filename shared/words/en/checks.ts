import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

export const checks: Words["checks"] = {
  title: "Proposals to check",
  cycle: "Edition",
  status: "Status",
  show: "Show",
  caption: "Queue of proposals",
  columns: {
    number: "Number",
    title: "Title",
    pool: "Pool",
    cost: "Cost",
    supporters: "Support",
    days: "Waiting",
    status: "Status",
  },
  days: (count) => `${f.number(count)} ${f.plural(count, { one: "day", other: "days" })}`,
  empty: "There are no proposals in this status.",
  back: "Queue of proposals",
  contact: "Contact",
  supporters: "Supporters",
  supporterList: "List of supporters",
  cap: "Cost limit of the pool",
  formal: {
    title: "Formal check",
    result: "Result of the formal check",
    accepted: "Meets the requirements",
    rejected: "Rejected",
    submit: "Save the formal check",
  },
  admission: {
    title: "Admission to the vote",
    result: "Decision",
    admitted: "Admitted",
    "not-admitted": "Not admitted",
    cost: "Verified cost",
    costHint: "The vote and the count go by this amount.",
    submit: "Save the decision",
  },
  reasons: "Reasons",
  reasonsHint: "A resident reads these words. They are needed for a refusal.",
  withdrawal: {
    title: "Withdrawal by the office",
    hint: "Until the list is closed, or after the vote and before the results are published. Another person accepts it.",
    reason: "Reason",
    legalBasis: "Legal basis",
    submit: "Withdraw the proposal",
  },
  say: {
    "/result": "Choose a result.",
    "/reasons": "Enter the reasons.",
    "/cost": "Enter the cost in złoty, for example 12 500.",
    "/reason": "Enter the reason.",
    "/legalBasis": "Enter the legal basis.",
  },
};
