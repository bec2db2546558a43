import type { Words } from "../words.ts";

/** Changing a phase's dates. */
export const calendar: Words["calendar"] = {
  title: (phase) => `Change dates: ${phase}`,
  hint: "Time in Poland, for example 2027-09-23 17:00. The end of a day is 24:00.",
  startsAt: "Start",
  endsAt: "End",
  begun: (moment) => `This phase has begun: ${moment}.`,
  submit: "Check the change",
  checkTitle: (phase) => `Change the dates of the phase “${phase}”?`,
  before: "Before",
  after: "After",
  none: "no date",
  gates: "Voting is open: the new end works at once.",
  atOnce: "The start is past: the phase begins at once unless something blocks it.",
  shown: "Residents see the new dates at once.",
  confirm: "Change the dates",
};
