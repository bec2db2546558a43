import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { voting } from "./voting.ts";

const f = formatsOf("en-GB");
const { points, upTo } = voting;

export const ballot: Words["ballot"] = {
  list: {
    question: (projects, place) =>
      place === null
        ? `Choose ${upTo(projects)} for the whole city`
        : `Choose ${upTo(projects)} in the district ${place}`,
    progress: (index, count) => `List ${f.number(index)} of ${f.number(count)}`,
    hint: (count) => `You have ${points(count)} on this list.`,
    details: "Details",
    newTab: "Details open in a new tab. What you ticked stays here.",
    bar: (projects) => (projects === 1 ? "1 project" : `${f.number(projects)} projects at most`),
    next: "Continue",
    skip: "Skip this list",
    back: "Back",
    buttons:
      "Go back with the buttons on the page. The browser keeps no ticks, so that nobody sees them after you.",
    tooMany: (allowed, given) =>
      `Choose ${allowed === 1 ? "only 1 project" : `at most ${f.number(allowed)} projects`}. You ticked ${f.number(given)}`,
    nothing: "Tick a project, or skip this list",
    emptied: "The ballot is empty",
    emptiedText:
      "We store no ticks, so they are gone when the address or the language changes. Tick the projects again.",
    citywide: "Citywide projects",
  },

  split: {
    question: (count) => `How do you want to split ${points(count)}?`,
    way: (count, title) => `${points(count)} – ${title}`,
    fewer: "Use fewer points",
    missing: "Choose how to split the points",
    each: (count) => `How many points for each project? You have ${f.number(count)}`,
    eachHint: "You can give fewer. Points that you do not give are lost.",
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
    emptyText: "Choose at least one project on one of the lists. An empty ballot cannot be sent.",
  },

  receipt: {
    title: "Your vote is recorded",
    label: "Receipt",
    keep: "Write this number down, or take a picture of the screen. We do not send it by mail.",
    resultsAt: (at) => `We will publish the results: ${f.moment(at)}.`,
    resultsLater: "We will publish the results when the votes are counted.",
    check: "Check that your vote is recorded",
    checkText: "You can check the number at any time. After the results it shows that the vote is counted.",
    noChoice: "We show no projects here. So nobody can ask you to prove how you voted.",
    shared: "On a shared computer, close the browser now.",
    next: "Another person votes",
  },
};
