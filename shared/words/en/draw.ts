import type { Words } from "../words.ts";

/** What a draw decided. */
export const draw: Words["draw"] = {
  title: "Enter the outcome of a draw",
  lead: "These projects are equal. A draw decides on their order. Another person accepts it, and the pool is counted again.",
  pool: (name) => `Pool: ${name}`,
  tie: (score) => `Projects with the score: ${score}`,
  perhaps: "This tie may depend on the one before it.",
  place: "Place",
  placeHint: (most) => `Type a number from 1 to ${most}. Project number 1 goes first.`,
  placesWrong: (most) => `Give each project another place, from 1 to ${most}.`,
  protocol: "Minutes of the draw",
  protocolHint: "Number and date of the minutes, or where they can be found.",
  submit: "Save the outcome of the draw",
  none: "There is no tie to settle.",
  seedTitle: "Draw from the committed seed",
  seed: "Seed of the draw",
  seedHint: "The text whose digest the commission gave before the vote.",
  seedWrong: "This is not the seed whose digest was noted before the vote.",
  seedSubmit: "Settle the ties by the seed",
};
