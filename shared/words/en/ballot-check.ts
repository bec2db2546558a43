import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");
const money = (grosze = 0): string => f.money(grosze);

/** What is looked at before the list of the ballot is frozen. */
export const ballotCheck: Words["ballotCheck"] = {
  title: "The list before the freeze",
  lead: "A frozen list cannot be changed. Clear the faults and look at the hints before it is on the ballot.",
  faults: "Faults",
  faultsLead: "While there are any, the list is not frozen. Correct the project or take it off the list.",
  noFaults: "The list has no faults.",
  hints: "Hints",
  hintsShown: "These may be slips. The list is frozen without confirmations, too.",
  hintsConfirmed: "These may be slips. The list is frozen only once each is confirmed with a reason.",
  noHints: "There are no hints to look at.",
  choose: "Which of them are right so?",
  chooseNone: "Tick one hint at least.",
  gone: "This hint is no longer there. Reload the page and look at the list again.",
  why: "Why are they right so?",
  whyHint: "The reason stays in the journal with your name.",
  confirm: "Confirm those ticked",
  settled: "Confirmed",
  columns: { what: "Hint", why: "Reason", who: "Who and when" },
  group: "Name as projects that exclude each other",
  more: (count: number): string => `and ${f.number(count)} more`,
  order: "Order of the ballot",
  orders: {
    number: "Projects will stand on the ballot in the order of their numbers.",
    drawn: "The order is drawn from a seed. Its digest was given when the edition was opened:",
  },
  seedKnown: "The seed is entered. Residents see it together with the list.",
  seed: "Seed of the order",
  seedHint: "The text whose digest was given when the edition was opened. Enter it once the list is ready.",
  seedWrong: "This is not the seed whose digest was given when the edition was opened.",
  seedSubmit: "Enter the seed",
  found: {
    "no-verified-cost": () => "It lacks a cost that the office verified.",
    "over-pool": ({ grosze, besideGrosze }) =>
      `The cost ${money(grosze)} is more than the pool: ${money(besideGrosze)}.`,
    "over-cap": ({ grosze, besideGrosze }) =>
      `The cost ${money(grosze)} is more than one project may cost: ${money(besideGrosze)}.`,
    thousands: ({ grosze, besideGrosze, beside }) =>
      beside === "middle"
        ? `The cost ${money(grosze)} is far from the middle of the pool: ${money(besideGrosze)}. Are zeros missing?`
        : `The cost is ${money(grosze)}, the author estimated ${money(besideGrosze)}. Are zeros missing?`,
    elsewhere: ({ pool, district }) =>
      district === null
        ? "The point on the map is outside the city."
        : `The point is in district ${district}, the project on list ${pool}.`,
    "no-point": () => "The projects have no point on the map.",
    "same-place": () => "The projects have the same point on the map.",
    near: ({ metres = 0 }) => `The projects are near each other, ${f.number(metres)} m.`,
    "same-title": () => "The projects have the same title.",
    "number-gap": ({ pool, numbers = [] }) =>
      `On list ${pool} numbers that were given are missing: ${numbers.join(", ")}.`,
  },
};
