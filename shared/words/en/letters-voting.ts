import { formatsOf } from "../format.ts";
import type { LetterTexts, ShortTexts } from "../letter-words.ts";
import { otherWays } from "./other-ways.ts";

const f = formatsOf("en-GB");

export const votingLetters: Pick<
  LetterTexts,
  | "voting/code"
  | "voting/no-match"
  | "voting/recorded"
  | "statement/filed"
  | "statement/accepted"
  | "statement/rejected"
> = {
  "voting/code": ({ code, until }) => ({
    subject: `Your voting code: ${code}`,
    first: `Your voting code: ${code}`,
    parts: [
      "Type this code on the voting page:",
      { large: code },
      `The code works until ${f.time(until)}. After that, ask for a new one on the voting page.`,
      "Never share the code. The city office never asks for it.",
    ],
    why: "You get this message because this address was given for a vote. If it was not you, do nothing.",
  }),
  "voting/no-match": ({ hasStatement, ways }) => ({
    subject: "We send no code: check your details",
    first: "The details given on the voting page are not on the voter roll.",
    parts: [
      "Check your details for a typing mistake. Then give them once more.",
      ...(hasStatement
        ? ["You live in the city and are not on the roll? File a statement on the voting page."]
        : []),
      ...(ways.length > 0 ? [otherWays.lead, { items: ways.map((way) => otherWays[way]) }] : []),
    ],
    button: "Go to the vote",
    why: "You get this message because this address was given while voting. If it was not you, do nothing.",
  }),
  "statement/filed": ({ edition, statement, decidedBy }) => ({
    subject: "We have your statement",
    first: "Your statement is with the city office.",
    parts: [
      `Number of the statement: ${statement}. Participatory Budget, edition ${edition}.`,
      decidedBy === null
        ? "The answer comes to this address."
        : `Day of the decision at the latest: ${f.deadline(decidedBy)}. The answer comes to this address.`,
      "File the statement only once. At the office your surname or this number is enough.",
    ],
    why: "You get this message because this address was given in a resident's statement.",
  }),
  "statement/accepted": ({ edition, isVoteOver }) => ({
    subject: isVoteOver ? "Your statement is accepted" : "You can vote: your statement is accepted",
    first: isVoteOver
      ? "Your statement is accepted. Voting has ended already."
      : "Your statement is accepted. You can vote.",
    parts: [
      `We added you to the roll of voters of edition ${edition} of the Participatory Budget.`,
      isVoteOver
        ? "The decision was made after the close of the vote. If you have questions, reply to this message."
        : "On the voting page enter the same details as in the statement. A code comes in another message.",
    ],
    button: "Go to the vote",
    why: "You get this message because this address was given in a resident's statement.",
  }),
  "statement/rejected": ({ edition, reason }) => ({
    subject: "Your statement was not accepted",
    first: "Your statement was not accepted.",
    parts: [
      `We did not add you to the roll of voters of edition ${edition} of the Participatory Budget.`,
      `Reason: ${reason}`,
      "If something is wrong, reply to this message. You can file the statement again.",
    ],
    why: "You get this message because this address was given in a resident's statement.",
  }),
  "voting/recorded": ({ edition, resultsBy }) => ({
    subject: "Your vote is recorded",
    first: "Your vote is recorded.",
    parts: [
      `Your vote in edition ${edition} of the Participatory Budget is in the ballot box. It cannot be changed or cast again.`,
      resultsBy
        ? `The results are due on ${f.day(resultsBy)}.`
        : "The date of the results will be on the voting page.",
      "To check that your vote is counted, enter your receipt number. We showed it after you voted.",
      "The ballot is secret: your choice and your receipt number are not in this message.",
    ],
    button: "Check your vote",
    why: "You get this message because this address was given for a vote.",
  }),
};

export const shortVotingTexts: ShortTexts = {
  "voting/code": ({ code, until }) =>
    `Your voting code: ${code}. It works until ${f.time(until)}. Never share it. The city office never asks for it.`,
  "voting/no-match": ({ ways }) =>
    `The details given while voting are not on the roll. Check them and give them again.${ways.length > 0 ? " Other ways are on the voting page." : ""}`,
  "voting/recorded": ({ edition }) =>
    `Your vote in edition ${edition} of the Participatory Budget is in the ballot box. Not you? Write to the city office.`,
};
