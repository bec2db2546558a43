import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

const name = (label: string, missing: string) => ({
  label,
  hint: "Capital letters do not matter.",
  missing,
  wrong: "Use letters, without digits or special characters",
});

const days = (count: number): string => `${f.number(count)} ${count === 1 ? "day" : "days"}`;

export const identity: Words["identity"] = {
  data: {
    pesel: {
      label: "PESEL number",
      hint: "11 digits.",
      missing: "Enter your PESEL number",
      wrong: "Check the PESEL number: one of the digits is wrong",
    },
    mothersMaidenName: {
      ...name("Mother's maiden name", "Enter your mother's maiden name"),
      wrong: "Write the name in letters, without digits or special characters",
    },
    firstName: name("First name", "Enter your first name"),
    surname: name("Surname", "Enter your surname"),
    address: {
      label: "Home address",
      hint: "Street, house and flat number.",
      missing: "Enter your home address",
      wrong: "Enter street, house and flat number, without special characters",
    },
    peselLast4: {
      label: "Last four digits of the PESEL number",
      hint: "4 digits.",
      missing: "Enter the last four digits of your PESEL number",
      wrong: "Enter 4 digits",
    },
    email: { label: "E-mail address", hint: "", missing: "Enter your e-mail address", wrong: null },
    phone: {
      label: "Mobile phone number",
      hint: "A Polish number, 9 digits.",
      missing: "Enter your phone number",
      wrong: null,
    },
    district: {
      label: "District",
      hint: "",
      missing: "Choose your district",
      wrong: "Choose a district from the list",
    },
  },
  digits: (count) => `A PESEL number has 11 digits, and you entered ${f.number(count)}`,
  purposes: {
    who: "It tells us who votes, and that you vote once.",
    proof: "It shows that the details are yours.",
    place: "It tells on which list you vote.",
    code: "We send the code and a confirmation to it.",
    answer: "We send the answer to it.",
  },
  kept: (kept) =>
    kept === "not-stored"
      ? "We do not store it."
      : kept.after === "vote"
        ? `We delete it at most ${days(kept.days)} after you vote.`
        : `We delete it ${days(kept.days)} after the decision.`,
  basis: "Legal basis:",
};
