import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { forms } from "./ballot-forms.ts";
import { voting } from "./voting.ts";

const f = formatsOf("en-GB");
const { points } = voting;

export const ballot: Words["ballot"] = {
  forms,

  list: {
    details: "Details",
    newTab: "Details open in a new tab. What you ticked stays here.",
    next: "Continue",
    skip: "Skip this list",
    back: "Back",
    leave: "Stop and remove the ticks",
    buttons:
      "Ticks stay when you go back, reload the page or change the language. They are in this browser alone, encrypted, for 15 minutes after the last step.",
    tooMany: (allowed, given) =>
      `Choose ${allowed === 1 ? "only 1 project" : `at most ${f.number(allowed)} projects`}. You ticked ${f.number(given)}`,
    emptied: "The ballot is empty",
    emptiedText:
      "Ticks are kept for 15 minutes after the last step, in the browser alone. That time is over. Tick the projects again.",
    small: "Perhaps few people will vote on this list",
    smallText:
      "The results tell the points of each project, so that anybody can recount. When fewer than 5 people vote, somebody may guess from them what you chose.",
    smallSkip: "This list can be skipped.",
    citywide: "Citywide projects",
  },

  split: {
    question: (count) => `How do you want to split ${points(count)}?`,
    way: (count, title) => `${points(count)} – ${title}`,
    fewer: "Use fewer points",
    missing: "Choose how to split the points",
    each: (count) => `How many points for each project? You have ${f.number(count)}`,
    eachHint: "You can give fewer. Points that you do not give are lost.",
    eachHintAll: "You must give all of them.",
    under: (given, needed) => `Give ${points(needed)}. You gave ${points(given)}`,
    over: (given, allowed) => `You gave ${points(given)}. You have ${points(allowed)} on this list`,
    eachMissing: "Choose a number of points for each project",
    back: "Back to the list",
  },

  check: {
    title: "Check your vote",
    lead: "A vote that was sent cannot be changed or repeated.",
    none: "No projects chosen. You cannot add them after sending.",
    unused: (count) => `${points(count)} ${count === 1 ? "stays" : "stay"} unused.`,
    change: (list) => `Change: ${list}`,
    submit: "Send the vote",
    empty: "The ballot is empty",
    incomplete: "The ballot is not complete",
    incompleteText: "In this vote every list must be filled in. An incomplete ballot cannot be sent.",
    emptyText: "Choose at least one project on one of the lists. An empty ballot cannot be sent.",
  },

  receipt: {
    title: "Your vote is recorded",
    label: "Receipt",
    keep: "Scan the code with your phone, keep the link, print this page, or write the number down. We do not send it by mail.",
    qr: "QR code: link to the check of this vote",
    link: "Link to the check of this vote",
    print: "Print",
    resultsAt: (at) => `We will publish the results: ${f.moment(at)}.`,
    resultsLater: "We will publish the results when the votes are counted.",
    check: "Check that your vote is recorded",
    checkText: "You can check the number at any time. After the results it shows that the vote is counted.",
    noChoice: "We show no projects here. So nobody can ask you to prove how you voted.",
    shared: "On a shared computer, close the browser now.",
    nextChild: "Vote with the next child",
    nextChildText: "Your address or number stays filled in. The statement is made for each child.",
    next: "Another person votes",
  },
};
