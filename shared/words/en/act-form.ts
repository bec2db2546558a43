import type { Words } from "../words.ts";

/** What the forms have in common on which staff act on an edition: a question, what will happen, two buttons. */
export const actForm: Words["actForm"] = {
  keep: "Go back without a change",
  fix: "Correct",
  reason: "Reason",
  reasonHint: "The reason goes into the edition's log.",
  reasonMissing: "Type the reason.",
  number: (edition) => `Type the number of the edition: ${edition}`,
  numberHint: "This step cannot be undone.",
  numberWrong: (edition) => `Type the number of this edition: ${edition}.`,
};
