import type { CoAuthorWords } from "./words.pl.ts";

export const en: CoAuthorWords = {
  title: "Co-authors",
  back: "Your proposal",
  lead: (most) =>
    most === 1 ? "You can invite one person." : `You can invite up to ${most} people to be co-authors.`,
  rights:
    "A co-author reads and changes the proposal, answers the office and appeals. Only the author submits and withdraws it.",
  states: {
    invited: "waits for an answer",
    accepted: "co-author",
    declined: "declined",
    left: "no longer a co-author",
    "taken-back": "invitation taken back",
  },
  takeBack: (name) => `Take the invitation back: ${name}`,
  tooEarly: "Save the title of the proposal and your name first. The person you invite reads both.",
  full: "There is no room for one more.",
  invite: "Invite a co-author",
  see: "Co-authors of the proposal",
  send: "Send the invitation",
  fields: {
    name: "Name and surname",
    email: "E-mail address",
    emailHint: "The invitation with a link goes there. This person does not see your address.",
  },
  say: {
    "/name": "Type the name and surname.",
    "/email": "Type an e-mail address, such as anna@example.com.",
  },
  invitation: {
    title: "Invitation to be co-author",
    lead: (author) => `${author} invites you to be co-author of this proposal.`,
    leave: "You can leave whenever you like. Neither of you sees the other's e-mail address.",
    support:
      "If you support this proposal already, that support will count no more. A co-author does not support their own proposal.",
    isNamePublic: "Show my name with the proposal on the site",
    accept: "Become co-author",
    decline: "Decline the invitation",
  },
  letters: {
    struck: (title) => ({
      subject: "Your support of a proposal is struck",
      first: `You are a co-author of “${title}”. A co-author does not support their own proposal, so your support is struck.`,
      parts: ["The number of those who support it is smaller by one."],
      button: "Open the proposal",
      why: "We sent this letter because you are a co-author of this proposal.",
    }),
  },
  ended: {
    title: "You are no co-author of this proposal",
    own: "Your answer is saved.",
    takenBack: "The author took the invitation back.",
    gone: "Your e-mail address is here no more.",
  },
  own: (isNamePublic) =>
    isNamePublic
      ? "You are co-author of this proposal. Your name stands on its page."
      : "You are co-author of this proposal. Your name does not stand on its page.",
  leave: "Leave as co-author",
  office: {
    of: (number) => `Co-authors: ${number}`,
    back: "The proposal",
    none: "Nobody is entered.",
    caption: "Co-authors",
    columns: {
      name: "Name",
      email: "E-mail",
      state: "State",
      since: "Since",
      isNamePublic: "Name is public",
    },
    yes: "yes",
    no: "no",
    states: { open: "has room", full: "complete" },
    enter: {
      title: "Co-author from paper",
      hint: "Enter somebody who signed the proposal on paper. The signature is their consent.",
      submit: "Enter the co-author",
    },
    fields: {
      name: "Name and surname",
      email: "E-mail, if there is one",
      isNamePublic: "Consents to show the name",
    },
  },
};
