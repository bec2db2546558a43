import type { Words } from "../words.ts";

/** Opening an edition. */
export const newEdition: Words["newEdition"] = {
  paperDays: "Paper cards: days to register batches",
  paperDaysHint: "For how many days after the vote batches may be registered. Empty: no paper cards.",
  paperDaysWrong: "Enter a number of days from 0 to 30, or leave the field empty.",
  order: "Drawn order of the ballot: digest of the seed",
  orderHint:
    "SHA-256 of a text that the commission keeps until the list is ready, 64 characters. Empty: by number.",
  orderWrong: "Type a SHA-256 digest: 64 digits and letters from a to f. Or leave the field empty.",
  title: "New edition",
  rules: "Rules",
  showRules: "Show the rules",
  noRules:
    "This city has no rules of an edition yet. Open the first one by the API: send the whole rule set as ruleSet to POST /v1/staff/cycles. Later editions are opened here.",
  name: "Name of the edition",
  calendar: "Calendar",
  calendarHint:
    "Time in Poland, for example 2027-09-23 17:00. The end of a day is 24:00. Leave a phase without dates empty.",
  startsAt: (phase) => `${phase}: start`,
  endsAt: (phase) => `${phase}: end`,
  pools: "Pools",
  poolsHint: "Type the amount in złoty. Leave a pool that this edition lacks empty.",
  amountWrong: "Type the amount in złoty, for example 120000.50.",
  noPools: "Type the amount of at least one pool.",
  noDates: "Give the dates of at least one phase.",
  bothDates: "Give the start and the end of the phase.",
  submit: "Check the edition",
  checkTitle: "Open this edition?",
  check: "The edition begins in preparation. Its phases open by themselves on the given days.",
  confirm: "Open the edition",
  sum: "Together",
};
