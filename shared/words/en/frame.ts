import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

export const frame: Words["frame"] = {
  service: "Participatory budget and consultations",
  errorPrefix: "Error:",
  skip: "Skip to content",
  menu: "Menu",
  back: "Back",
  home: "Home page",
  signIn: "Sign in",
  wait: {
    lead: (seconds) =>
      `Very many requests came from this place just now. Wait ${seconds < 60 ? `${f.number(seconds)} s` : `${f.number(Math.ceil(seconds / 60))} min`} and send it again.`,
    kept: "What was typed is kept in this form.",
    again: "Send it again",
  },
  contact: "Questions? Write to us:",
  nav: {
    projects: "Projects",
    proposalStart: "Propose",
    vote: "Vote",
    results: "Results",
    meetings: "Meetings",
    consultations: "Consultations",
    help: "Help",
  },
  footer: {
    accessibility: "Accessibility statement",
    privacy: "Privacy",
    cookies: "Cookies",
    docs: "API and open data",
    office: "For the office",
  },
  footerMenu: "About this site",
  ended: (at) => `ended: ${f.deadline(at)}`,
  until: (at) => `until ${f.deadline(at)}`,
  form: {
    faults: "There is a problem",
    fault: "Error:",
    optional: "(optional)",
    change: "Change",
    choose: "Choose from the list",
  },
  table: { empty: "There is nothing here yet." },
  pages: { label: "Pages of the list", first: "Back to the start", next: "Next page" },
  dates: { past: "over", now: "now", coming: "to come" },
  money: {
    caption: (whole) => `How the pool of ${whole} is spent`,
    left: "Left in the pool",
  },
};
