import { formatsOf } from "../../words/format.ts";
import type { CheckInWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: CheckInWords = {
  title: (title) => `Door: ${title}`,
  present: "There",
  signedUp: "Of them with a sign-up",
  seats: "Seats taken on the list",
  count: (count) => f.number(count),
  list: "List with names, and print",
  fields: {
    code: {
      label: "Code of the letter, or number of the sign-up",
      hint: "Six characters of the letter or of the page of the sign-up. The whole number is taken too.",
    },
    people: {
      label: "How many without a sign-up",
      hint: "A number with a minus where too many were counted.",
    },
  },
  faults: {
    unknown: "The list of this meeting has no such code.",
    waiting: "This person is on the waiting list. If there is room, count them without a sign-up.",
    notThere: "Nobody with this code is noted as there.",
    none: "Enter a number other than zero.",
  },
  states: { open: "door", cancelled: "called off" },
  acts: {
    checkIn: {
      title: "Somebody with a sign-up",
      hint: "The same code on two phones counts once.",
      submit: "Note them as there",
    },
    takeBack: {
      title: "Take a wrong entry back",
      hint: "That it was taken back stays in the journal.",
      submit: "Take the entry back",
    },
    walkIn: {
      title: "People without a sign-up",
      hint: "The number alone, no names.",
      submit: "Add to those there",
    },
  },
};
