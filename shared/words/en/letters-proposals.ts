import type { ProposalLetters } from "../../domain/project/letter-facts.ts";
import { formatsOf } from "../format.ts";
import type { LetterPart, LetterTexts } from "../letter-words.ts";
import { cameBy } from "./came-by.ts";
import { frame } from "./frame.ts";
import { proposalForm } from "./proposal-form.ts";

const f = formatsOf("en-GB");

const labels: Readonly<Record<string, { readonly label: string } | undefined>> = proposalForm.fields;
const labelsOf = (fields: readonly string[]): string =>
  fields.map((field) => labels[field]?.label ?? field).join(", ");

const MERGE_ENDS: Readonly<Record<ProposalLetters["proposal/merge-ended"]["why"], string>> = {
  refused: "One of the authors declined.",
  lapsed: "Not all authors answered in time.",
  "taken-back": "The city office gave the merging up.",
  withdrawn: "One of the proposals is withdrawn.",
};

const whyOf = (number: string): string =>
  `You get this message because proposal ${number} names this address.`;

/** Until when, and where, a decision against a proposal is contested. */
const appealBy = (until: string): LetterPart =>
  `You can appeal until ${f.deadline(until)}: on the page of the proposal, or at the office on paper.`;
/** Where a decision against a proposal is questioned. */
const question: LetterPart = "You have questions, or do not agree? Answer this message.";
export const proposalLetters: Pick<LetterTexts, keyof ProposalLetters> = {
  "proposal/start": ({ until, code, isClosed = false }) => ({
    subject: isClosed ? "Your link to submitted proposals" : "Your link to the proposal form",
    first: `The link works ${frame.until(until)}.`,
    parts: [
      isClosed
        ? "Behind this link are the proposals that came to the office from this address."
        : "Use this link to write and submit a proposal to the Participatory Budget.",
      "Do not pass the link on: whoever has it writes in your name.",
      ...(code === undefined
        ? []
        : [
            "Do you read this on another device than the one where our page waits? Type this code there:",
            { large: code },
            "The code works for an hour. Tell it to nobody.",
          ]),
    ],
    button: isClosed ? "See the proposals" : "Write a proposal",
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
  "proposal/co-author": ({ title, author }) => ({
    subject: "An invitation to be co-author of a proposal",
    first: `${author} invites you to be co-author of the proposal “${title}”.`,
    parts: [
      "Accept or decline on the page of the proposal. Until you answer nobody sees you in it.",
      "A co-author reads and changes the proposal, answers the office and gets the letters about results.",
      "Do not pass the link on: whoever has it answers in your name.",
    ],
    button: "See the invitation",
    why: "You get this message because the author of a proposal gave this address. You do not know them? Do nothing.",
  }),
  "proposal/merge-asked": ({ number, title, numbers, until, by }) => ({
    subject: `A question about merging proposal ${number} with another`,
    first:
      by === undefined
        ? `The city office proposes to merge proposals ${numbers.join(", ")}.`
        : `The author of proposal ${by} proposes to merge proposals ${numbers.join(", ")}.`,
    parts: [
      `One of them is your “${title}”. Its page has the new common text. Agree or decline there.`,
      `Your answer counts ${frame.until(until)}. Unless all authors agree nothing changes.`,
    ],
    button: "Read and answer",
    why: whyOf(number),
  }),
  "proposal/co-author-came": ({ title, name }) => ({
    subject: "Your proposal has a co-author",
    first: `${name} accepts the invitation to the proposal “${title}”.`,
    parts: [
      "A co-author reads and changes the proposal, and answers the office as you do.",
      "All co-authors are on the page of the proposal.",
    ],
    button: "See the proposal",
    why: "You get this message because a proposal names this address.",
  }),
  "proposal/merge-ended": ({ number, title, numbers, why }) => ({
    subject: `Proposal ${number} stays by itself`,
    first: `Proposals ${numbers.join(", ")} are not merged.`,
    parts: [`One of them is your “${title}”. ${MERGE_ENDS[why]}`, "Nothing in your proposal has changed."],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/merged": ({ number, title, numbers, into }) => ({
    subject: `Proposal ${number}: merged`,
    first: `Proposals ${numbers.join(", ")} are merged. Proposal ${into} stays.`,
    parts: [
      `One of them is your “${title}”. All authors agreed.`,
      "The authors of the merged proposals are co-authors from now on.",
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/received": ({ number, title, link, submittedAt, mark, supporters }) => ({
    subject: `We received your proposal ${number}`,
    first: `Proposal ${number} is submitted: ${f.moment(submittedAt)}.`,
    parts: [
      `We received the proposal “${title}”.`,
      "Now the city office checks it. We will write to this address about every result.",
      ...(supporters === undefined
        ? []
        : [
            `Supporters that it needs: ${f.number(supporters)}. Gather them until the office has checked the proposal.`,
          ]),
      ...(link === ""
        ? []
        : ["The page of the proposal shows how far it is. You can also withdraw it there."]),
      ...(mark === undefined ? [] : [`The case at the city office: ${mark}.`]),
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/late": ({ mark, title, arrivedAt, closedAt }) => ({
    subject: "Your proposal came too late",
    first: `The proposal came ${f.moment(arrivedAt)}. The call ended ${f.moment(closedAt)}.`,
    parts: [
      `We received the proposal “${title}”. It came after the end of the call, so it takes no part in this edition.`,
      `The case at the city office: ${mark}.`,
      "Do you think that it was in time? Answer this message and name the case.",
    ],
    why: "You get this message because the proposal names this address.",
  }),
  "proposal/withdrawn": ({ number, title, by, wish, reason, legalBasis }) => ({
    subject: `Proposal ${number} withdrawn`,
    first: `Proposal ${number} is withdrawn.`,
    parts: [
      ...(by === "office"
        ? [`The city office withdrew the proposal “${title}”.`]
        : wish === undefined
          ? [`As asked on your page of the proposal, we withdrew “${title}”.`]
          : [
              `We withdrew “${title}” because its author asked us to.`,
              `The request came ${cameBy[wish.arrivedBy]}: ${f.moment(wish.arrivedAt)}. It was not you? Answer this message.`,
            ]),
      ...(reason === null ? [] : [`Reason: ${reason}`]),
      ...(legalBasis === null ? [] : [`Legal basis: ${legalBasis}`]),
      "This cannot be undone. No other proposal will get the number.",
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/changed": ({ number, title, wish, fields }) => ({
    subject: `Proposal ${number} changed`,
    first: `Proposal ${number} is changed at its author’s wish.`,
    parts: [
      `We changed “${title}” because its author asked us to. Changed: ${labelsOf(fields)}.`,
      `The request came ${cameBy[wish.arrivedBy]}: ${f.moment(wish.arrivedAt)}.`,
      "It was not you, or something is not right? Answer this message.",
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
  "proposal/to-correct": ({ number, title, reasons, until }) => ({
    subject: `Proposal ${number}: call to correct`,
    first: `Correct proposal ${number} ${frame.until(until)}.`,
    parts: [
      `something in the proposal “${title}” has to be put right.`,
      reasons,
      `We wait for your corrections ${frame.until(until)}. Without them the office judges the proposal as it is.`,
    ],
    button: "Correct the proposal",
    why: whyOf(number),
  }),
  "proposal/correction-due": ({ number, title, until }) => ({
    subject: `Proposal ${number}: little time left to correct`,
    first: `Correct proposal ${number} ${frame.until(until)}.`,
    parts: [`the proposal “${title}” still waits for your corrections.`],
    button: "Correct the proposal",
    why: whyOf(number),
  }),
  "proposal/rejected": ({ number, title, reasons, appealUntil }) => ({
    subject: `${number} did not pass the formal check`,
    first: `Proposal ${number} did not pass the formal check.`,
    parts: [
      `The proposal “${title}” does not go on.`,
      `Reasons: ${reasons}`,
      appealBy(appealUntil),
      question,
    ],
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
  "proposal/not-admitted": ({ number, title, reasons, appealUntil }) => ({
    subject: `${number} is not on the ballot`,
    first: `Proposal ${number} is not on the ballot.`,
    parts: [
      `The proposal “${title}” does not go on.`,
      `Reasons: ${reasons}`,
      appealBy(appealUntil),
      question,
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/appeal-received": ({ number, title, filedAt, mark }) => ({
    subject: `Your appeal about proposal ${number} is in`,
    first: `The appeal about proposal ${number} came in on ${f.moment(filedAt)}.`,
    parts: [
      `The appeal about the proposal “${title}” is in.`,
      `Case at the office: ${mark}.`,
      "Somebody who had no part in the check decides it. We will write to this address.",
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/appeal-upheld": ({ number, title, reasons, stage }) => ({
    subject: `${number}: the appeal is upheld`,
    first: `The appeal about proposal ${number} is upheld.`,
    parts: [
      stage === "formal"
        ? `The proposal “${title}” is back in the procedure and waits for the merit check.`
        : `The proposal “${title}” goes onto the ballot.`,
      `Reasons: ${reasons}`,
    ],
    button: "See the proposal",
    why: whyOf(number),
  }),
  "proposal/appeal-dismissed": ({ number, title, reasons }) => ({
    subject: `${number}: the appeal is dismissed`,
    first: `The appeal about proposal ${number} is dismissed.`,
    parts: [
      `The proposal “${title}” does not go on.`,
      `Reasons: ${reasons}`,
      "In this edition that is final.",
    ],
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
