import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

export const proposals: Words["proposals"] = {
  start: {
    title: "Propose a project",
    lead: "Do you have an idea for the city or your district? Write a proposal to the participatory budget.",
    closed: "We do not take proposals now.",
    opens: (edition, at) => `The call for proposals of edition ${edition} opens: ${f.moment(at)}.`,
    until: "call for proposals until:",
    need: "Have ready",
    needs: [
      "a title and a description of the idea",
      "the place: an address or a description",
      "the cost in złoty, within the limit of the pool",
      "an e-mail address for the link and the decisions",
    ],
    lost: "Have you submitted a proposal already?",
    lostLead:
      "Give the e-mail address of the proposal. You get the link to its page, also where it came on paper.",
    lostHint: "We send a link to it. No password is needed.",
    lostWay: "Send me the link to a proposal of a call that is closed",
    cycle: "Edition",
    email: "E-mail address",
    emailHint: "We send a link to the form there. You need no password.",
    submit: "Send the link",
    sent: "Check your e-mail",
    sentTo: (email) => `We sent a link to ${email}. It works for 24 hours.`,
    sentHint: "No message? Wait a few minutes and look into the spam folder.",
    again: "Give another address",
    elsewhere: "Do you read your mail on another device?",
    code: "Code from the message",
    codeHint: "8 digits. The code works for an hour.",
    enter: "Go on",
    codeWrong: "The code does not fit. Check the digits in the message.",
    codeOver: "This code works no more",
    codeOverHint:
      "An hour has passed, or the code was wrong too many times. The link in the message still works.",
    anew: "Ask for a new message",
  },
  say: {
    "/email": "Enter an e-mail address like name@example.com.",
    "/cycle": "Choose an edition.",
  },
  author: {
    copy: "Download a copy of the proposal (PDF)",
    aim: (needed, wise) =>
      `${f.plural(needed, { one: "1 supporter is", other: `${f.number(needed)} supporters are` })} needed. Gather about ${f.number(wise)} before the office checks the proposal: some may not count.`,
    title: "Your proposal",
    received: "We received your proposal",
    numberLabel: "Number of the proposal",
    link: "Keep the address of this page: the proposal is withdrawn here. Give it to nobody.",
    share: "The address of the proposal's page, to gather support:",
    whatNow: "What happens now",
    next: {
      submitted: "The office makes a formal check and writes to you.",
      "formally-accepted": "The office checks whether the idea can be done and what it costs.",
      rejected: "The proposal did not pass the formal check. The reasons are below.",
      "not-admitted": "The proposal will not be on the ballot. The reasons are below.",
      "on-ballot": "The project is on the ballot list.",
      withdrawn: "The proposal is withdrawn.",
      merged: "The proposal went into another one.",
      selected: "The project won in the vote.",
      "not-selected": "The project did not win in the vote.",
    },
    confirmTitle: "Confirm the proposal?",
    confirmLead: (by) =>
      `Once confirmed, it gets a number and appears on the site. Confirm by ${f.moment(by)}.`,
    confirm: "Confirm the proposal",
    withdraw: "Withdraw the proposal",
    withdrawTitle: (number) => `Withdraw proposal ${number}?`,
    withdrawLead: "This cannot be undone. The number will not be given to another proposal.",
    keep: "Do not withdraw",
    toPage: "The proposal's page",
  },
};
