import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

const counted = (one: string, many: string) => (count: number) =>
  `${f.number(count)} ${count === 1 ? one : many}`;

export const office: Words["office"] = {
  toHome: "Home of the office",
  signOut: "Sign out",
  signInAsAnother: "Sign in as another person",
  nav: {
    editions: "Editions",
    proposals: "Proposals",
    meetings: "Meetings",
    consultations: "Consultations",
  },
  roles: {
    coordinator: "coordinator",
    verifier: "verifier",
    unit: "city unit",
    moderator: "moderator",
    editor: "editor",
    clerk: "service desk",
    commission: "commission",
    auditor: "auditor",
    admin: "administrator",
  },
  signIn: {
    failed: "You are not signed in",
    why: {
      "not-begun": "This sign-in was not begun in this browser, or it took too long.",
      denied: "The sign-in system did not confirm who you are.",
      code: "The sign-in system did not take the code. A code works once and for a few minutes.",
    },
    again: "Sign in again",
    out: "Signed out",
    outHere: "Your session on this site is over.",
    outThere: "End the session of the sign-in system too",
  },
  home: {
    title: "To do",
    who: "Who is working",
    name: "Name",
    role: "Role",
    noRole: "no role",
    pages: "Pages of the office",
    pagesAbout: {
      editions: "Calendar, phases, keys, roll, result.",
      proposals: "Checks of proposals and the ballot.",
      meetings: "Dates, sign-ups, lists for the door.",
      consultations: "Notices and dates of consultations.",
    },
    editions: "Editions under way",
    noEditions: "No edition is under way.",
    newEdition: "New edition",
    edition: (number) => `edition ${number}`,
    next: (phase) => `Next phase: ${phase}`,
    ready: "Nothing blocks the next phase.",
    blocked: "What blocks the next phase",
    queues: "Queues",
    noQueues: "Nothing waits in your queues.",
    toCheck: counted("proposal awaits its formal check", "proposals await their formal check"),
    toAdmit: counted(
      "proposal awaits the decision on the ballot",
      "proposals await the decision on the ballot",
    ),
    meetings: counted("meeting to come", "meetings to come"),
  },
  log: {
    title: "Log",
    latest: "Latest acts",
    every: "All acts",
    empty: "There is nothing in the log yet.",
    all: "The whole log",
    columns: { at: "When", who: "Who", what: "What", why: "Why", facts: "Details" },
    acts: {
      "POST cycles": "New edition",
      "PATCH calendar": "Dates changed",
      "POST transitions": "Move to another phase",
      "PUT keys": "Public keys of the commission",
      "POST count-key": "Key handed over for the count",
      "POST draws": "Outcome of a draw",
      "POST sign-offs": "Signature under the result",
      "POST roll": "Roll imported",
    },
    facts: {
      from: "from phase",
      to: "to phase",
      phase: "phase",
      startsAt: "start",
      endsAt: "end",
      before: "end before",
      entries: "people",
      version: "version",
      pool: "pool",
      protocols: "protocol",
      digest: "digest of the result",
      ballots: "key of the ballots",
      links: "key of the links",
    },
  },
};
