import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

export const projects: Words["projects"] = {
  title: "Proposals and projects",
  lead: "See what residents proposed and what the city office decided.",
  none: "No edition has proposals yet.",
  status: {
    submitted: "Submitted",
    "formally-accepted": "Passed the formal check",
    rejected: "Rejected (formal)",
    "not-admitted": "Not admitted",
    "on-ballot": "On the ballot",
    withdrawn: "Withdrawn",
    selected: "Selected",
    "not-selected": "Not selected",
  },
  withdrawnAfterVote: "Withdrawn after the vote",
  facts: {
    number: "Number",
    pool: "Pool",
    title: "Title",
    cost: "Cost",
    estimated: "Cost in the proposal",
    verified: "Verified cost",
    status: "Status",
    reason: "Reason",
    legalBasis: "Basis",
    supporters: "Support",
    place: "Place",
    point: "Coordinates",
    author: "Author",
    submitted: "Submitted on",
    excludes: "Excludes and is excluded by",
  },
  map: "Districts on a map",
  filters: {
    cycle: "Edition",
    pool: "Pool",
    allPools: "All pools",
    status: "Status",
    allStatuses: "All statuses",
    search: "Search",
    searchHint: "A number, or words of the title or description",
    submit: "Show",
  },
  found: (count) =>
    `${f.number(count)} ${f.plural(count, { one: "proposal or project", other: "proposals or projects" })}`,
  empty: "Nothing matches these filters. Change them and try again.",
  download: "Download this list:",
  back: "All proposals and projects",
  description: "Description",
  history: "History",
  supportersOf: (count, needed) =>
    needed !== null && needed > 0
      ? `${f.number(count)} of ${f.number(needed)} needed`
      : `${f.number(count)} ${f.plural(count, { one: "person", other: "people" })}`,
  support: {
    title: "Support this proposal",
    lead: "We send a link to your address. Your support counts once you confirm it. We do not publish your name.",
    name: "Full name",
    nameHint: "Only the person who checks the proposal sees it.",
    email: "E-mail address",
    emailHint: "We keep it as a hash alone, so that one person counts once.",
    submit: "Send the link",
    sent: "Check your e-mail",
    sentTo: (email) => `We sent a link to ${email}. It works for 7 days.`,
    sentHint: "No message? Wait a few minutes and look into the spam folder.",
    confirmTitle: (number) => `Support proposal ${number}?`,
    confirm: "I support the proposal",
    done: "Your support is counted",
    already: "This support was counted before. One person supports a proposal once.",
    closed: "Support is no longer gathered: the office has made its formal check.",
    toProject: "See the proposal",
  },
  say: { "/name": "Enter your full name.", "/email": "Enter an e-mail address like name@example.com." },
};
