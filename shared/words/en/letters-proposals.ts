import type { ProposalLetters } from "../../domain/project/letter-facts.ts";
import { formatsOf } from "../format.ts";
import type { LetterPart, LetterTexts } from "../letter-words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("en-GB");

const whyOf = (number: string): string =>
  `You get this message because proposal ${number} was submitted with this address.`;

/** Where a decision against a proposal is questioned. */
const question: LetterPart = "You have questions, or do not agree? Answer this message.";
export const proposalLetters: Pick<LetterTexts, keyof ProposalLetters> = {
  "proposal/start": ({ until }) => ({
    subject: "Your link to the proposal form",
    first: `The link works ${frame.until(until)}.`,
    parts: [
      "Use this link to write and submit a proposal to the Participatory Budget.",
      "Do not pass the link on: whoever has it writes in your name.",
    ],
    button: "Write a proposal",
    why: "You get this message because this address was given on our site. If it was not you, do nothing.",
  }),
  "proposal/confirm": ({ title, until }) => ({
    subject: "Confirm your proposal",
    first: `Confirm the proposal ${frame.until(until)}.`,
    parts: [
      `The proposal “${title}” was filled in with this address. We submit it when you confirm.`,
      "Without your confirmation we delete it, together with your address.",
    ],
    button: "Confirm the proposal",
    why: "You get this message because a proposal names this address. If it was not you, do nothing.",
  }),
  "proposal/received": ({ number, title, submittedAt }) => ({
    subject: `We received your proposal ${number}`,
    first: `Proposal ${number} is submitted: ${f.moment(submittedAt)}.`,
    parts: [
      `We received the proposal “${title}”.`,
      "Now the city office checks it. We will write to this address about every result.",
      "The page of the proposal shows how far it is. You can also withdraw it there.",
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/withdrawn": ({ number, title, by, reason, legalBasis }) => ({
    subject: `Proposal ${number} withdrawn`,
    first: `Proposal ${number} is withdrawn.`,
    parts: [
      by === "author"
        ? `As asked on your page of the proposal, we withdrew “${title}”.`
        : `The city office withdrew the proposal “${title}”.`,
      ...(reason === null ? [] : [`Reason: ${reason}`]),
      ...(legalBasis === null ? [] : [`Legal basis: ${legalBasis}`]),
      "This cannot be undone. No other proposal will get the number.",
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/accepted": ({ number, title }) => ({
    subject: `${number} passed the formal check`,
    first: `Proposal ${number} meets the formal conditions.`,
    parts: [
      `The proposal “${title}” passed the formal check.`,
      "Now the city office assesses whether it can be done, and at what cost. We will write to this address.",
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/rejected": ({ number, title, reasons }) => ({
    subject: `${number} did not pass the formal check`,
    first: `Proposal ${number} did not pass the formal check.`,
    parts: [`The proposal “${title}” does not go on.`, `Reasons: ${reasons}`, question],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/admitted": ({ number, title, estimatedCostGrosze, costGrosze, reasons, voting }) => ({
    subject: `${number} is on the ballot`,
    first: `Project ${number} is on the ballot.`,
    parts: [
      `Residents will vote on the project “${title}”.`,
      costGrosze === estimatedCostGrosze
        ? `Cost verified by the city office: ${f.money(costGrosze)}, as in the proposal.`
        : `Cost verified by the city office: ${f.money(costGrosze)}. In the proposal: ${f.money(estimatedCostGrosze)}.`,
      ...(reasons === null ? [] : [`Remarks of the city office: ${reasons}`]),
      voting
        ? `Voting starts: ${f.moment(voting.startsAt)}. It is open ${frame.until(voting.endsAt)}.`
        : "The dates of the vote will be on the home page.",
    ],
    button: "See the project",
    why: whyOf(number),
  }),
  "proposal/not-admitted": ({ number, title, reasons }) => ({
    subject: `${number} is not on the ballot`,
    first: `Proposal ${number} is not on the ballot.`,
    parts: [`The proposal “${title}” does not go on.`, `Reasons: ${reasons}`, question],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/selected": ({ number, title, sentence }) => ({
    subject: `${number} was selected`,
    first: `Project ${number} was selected.`,
    parts: [`The city will carry out the project “${title}”.`, sentence],
    button: "See the project",
    why: whyOf(number),
  }),
  "proposal/not-selected": ({ number, title, sentence }) => ({
    subject: `${number}: voting result`,
    first: `Project ${number} was not selected.`,
    parts: [
      `The result of the project “${title}” is known.`,
      sentence,
      "You can propose it again in the next edition.",
    ],
    button: "See the project",
    why: whyOf(number),
  }),
  "support/confirm": ({ number, title, until }) => ({
    subject: "Confirm your support",
    first: `Confirm your support ${frame.until(until)}.`,
    parts: [
      `Proposal ${number} “${title}” was supported with this address. It counts when you confirm.`,
      "Without your confirmation we delete your data. The list of supporters is not published.",
    ],
    button: "Confirm your support",
    why: "You get this message because this address was given in support. If it was not you, do nothing.",
  }),
};
