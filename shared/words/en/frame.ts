import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

const counted = (count: number, forms: Parameters<typeof f.plural>[1]): string =>
  `${f.number(count)}\u00a0${f.plural(count, forms)}`;

/** How long somebody waits, told in the greatest unit that says enough. */
export const span = (seconds: number): string =>
  seconds < 60
    ? counted(seconds, { one: "second", other: "seconds" })
    : seconds < 7200
      ? counted(Math.ceil(seconds / 60), { one: "minute", other: "minutes" })
      : counted(Math.ceil(seconds / 3600), { one: "hour", other: "hours" });

export const frame: Words["frame"] = {
  service: "Participatory budget and consultations",
  errorPrefix: "Error:",
  skip: "Skip to content",
  menu: "Menu",
  back: "Back",
  home: "Home page",
  signIn: "Sign in",
  wait: {
    title: "Wait a moment",
    lead: (seconds) => `Wait ${span(seconds)} and send it again.`,
    why: "Too many tries came just now from the same network or with the same details. They may be other people's.",
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
    matters: "Questions and requests",
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
    use: (value) => `Use ${value}`,
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
