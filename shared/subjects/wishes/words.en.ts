import { cameBy } from "../../words/en/came-by.ts";
import { formatsOf } from "../../words/format.ts";
import type { WishWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: WishWords = {
  title: (number) => `At the author's wish: ${number}`,
  back: "The case in the register",
  way: "Do something at the author's wish",
  lead: "Check that it is the author who asks: by a document at the desk, or by the signature of a letter.",
  author: "Author",
  print: "Print a confirmation for the author",
  came: ({ arrivedBy, arrivedAt, mark }) =>
    `At the author's wish, which came ${cameBy[arrivedBy]}: ${f.moment(arrivedAt)}${mark === undefined ? "" : ` (${mark})`}.`,
  see: "See the proposal to a second person",
  change: {
    way: "Change the proposal",
    title: (number) => `Change of proposal ${number} at its author's wish`,
    lead: "Type only what the author asks for. The rest stays as it is. The author is written to.",
    back: "At the author's wish",
    submit: "Save the change",
  },
  states: { kept: "submitted" },
  acts: {
    withdrawal: {
      title: "Withdrawal of the proposal",
      hint: "This takes two people: another person accepts what one proposes. The author is written to.",
      submit: "Propose the withdrawal",
    },
  },
  blockers: {
    closed: "The author cannot do this any more.",
    waits: "It waits for a second person.",
  },
  fields: {
    arrivedBy: "How the request came",
    arrivedAt: "When it came",
    arrivedAtHint: "The moment at which the office had it. Time in Poland.",
    mark: "Number of the letter",
    markHint: "As the office's books have it. At the desk there may be none.",
  },
  ways: { post: "post", desk: "desk", email: "e-mail", epuap: "ePUAP" },
};
