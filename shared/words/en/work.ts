import type { Words } from "../words.ts";

export const work: Words["work"] = {
  due: "Due",
  overdue: "Overdue",
  kinds: {
    "of-subject": ({ title, thing }) => `To be accepted by a second person: ${title} (${thing})`,
    "pending-act": ({ act, edition }) => `To be accepted by a second person (edition ${edition}): ${act}`,
    "check-proposal": ({ title, edition }) => `Formal check (edition ${edition}): ${title}`,
    "admit-proposal": ({ title, edition }) => `Decision about the ballot (edition ${edition}): ${title}`,
    "decide-statement": ({ edition }) =>
      `Decision on a statement of somebody who is not on the roll (edition ${edition})`,
    "key-batch": ({ point, edition }) => `Batch of paper cards to key: point ${point} (edition ${edition})`,
    "given-up-letter": (what) => `A letter did not arrive: ${what}`,
    "sign-day": ({ point, day }) => `Signature under a day of point ${point}: ${day}`,
    "clear-way": ({ edition, phase, blockers }) => `Edition ${edition}, before “${phase}”: ${blockers}`,
  },
  blockers: {
    "no-projects": "add projects to the list",
    "empty-pool-list": "fill the lists of pools",
    "pool-without-money": "set the amounts of pools",
    "no-roll": "import the roll",
    "no-ballot-key": "set the commission's keys",
    "needs-count-key": "hand the count key over",
    "counts-differ": "explain what differs in the box",
    "counters-differ": "explain why the counters differ",
    "needs-draw": "enter the draw",
    "needs-sign-offs": "sign the result",
  },
  list: {
    mine: "Yours",
    unit: "Your unit's",
    due: "Within a week",
    overdue: "Overdue",
    second: "Waiting for a second person",
    lists: "Lists of work",
    none: {
      mine: "Nothing waits for you.",
      unit: "Nothing waits for your unit.",
      due: "Nothing is due this week.",
      overdue: "Nothing is overdue.",
      second: "Nothing waits for a second person.",
    },
    standsInFor: (names) => `You stand in for ${names}. Their work is on your list.`,
  },
};
