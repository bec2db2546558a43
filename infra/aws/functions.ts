import { ANSWERING_MS } from "../../shared/platform/aws-limits.ts";
import type { FunctionName } from "../../shared/platform/route.ts";
import { SUBJECTS } from "../../shared/subjects/subjects.ts";
import type { GrantName } from "./grants.ts";
import { type Kind, type TableGrant, type TableGrantName, tableGrants } from "./table-grants.ts";

export interface FunctionPlan {
  readonly purpose: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly may: readonly GrantName[];
  /** The kinds of record that it writes, by their names on the page of keys. */
  readonly writes?: readonly Kind[];
}

const ANSWERING = ANSWERING_MS / 1000;

/** What the subjects keep whose rows a function serves. */
const ofSubjectsAt = (fn: FunctionName): Kind[] =>
  SUBJECTS.filter(({ rows }) => Object.values(rows).some((row) => row.fn === fn)).flatMap(({ keeps }) => [
    ...keeps,
  ]);

/** What each function is given, may touch and writes. Nobody may update or delete a ballot, only the vote puts one, and only the count may read them all. */
export const functions: Readonly<Record<FunctionName, FunctionPlan>> = {
  site: {
    purpose: "Pages and documents that everybody reads",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    may: ["readMain", "signHealth"],
  },
  staff: {
    purpose: "Sign-in, work, directory and morning letters of the city office",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    may: ["readMain", "writeMain", "readLedger", "readNames", "readSessions", "takeUploads", "readScans"],
    writes: [
      "unit",
      "person",
      // What somebody who is removed had in hand goes back.
      "check",
      "opinion",
      "matter",
      "look",
      "signedOut",
      "morning",
      "notice",
      "letter",
      "upload",
      "pending",
      "pendingOn",
      "audit",
    ],
  },
  directory: {
    // Nobody who answers requests may list the accounts, or change one: what two people agreed on is carried out here.
    purpose:
      "Reads the accounts of staff into the directory of the office, and changes them as an accepted sheet says",
    memoryMb: 512,
    timeoutSeconds: 300,
    may: ["readMain", "writeMain", "listAccounts", "changeAccounts"],
    // What somebody had in hand whose account is closed goes back.
    writes: [
      "person",
      "unit",
      "check",
      "opinion",
      "matter",
      "look",
      "signedOut",
      "reading",
      "pendingOn",
      "audit",
    ],
  },
  cycles: {
    purpose: "Cycles, their calendar and their steps",
    memoryMb: 512,
    timeoutSeconds: ANSWERING,
    may: [
      "readMain",
      "writeMain",
      "readCodes",
      "createCycleSecrets",
      "handOverCountKey",
      "dropCountKey",
      "startMachine",
      "wakeMachine",
    ],
    writes: ["cycle", "settledHint", "count", "draw", "gate", "pending", "pendingOn", "audit"],
  },
  proposals: {
    purpose: "Proposals, their support and their checks",
    memoryMb: 512,
    timeoutSeconds: ANSWERING,
    may: [
      "readMain",
      "writeMain",
      "fillPostings",
      "readNames",
      "readLinks",
      "readCycleSecrets",
      "startMachine",
      "wakeMachine",
      "takeUploads",
    ],
    writes: [
      "upload",
      "cycle",
      "counter",
      "project",
      "unconfirmed",
      "draft",
      "authored",
      "projectEdit",
      "projectNumber",
      "registerEntry",
      "registerLast",
      "twin",
      "printedLetter",
      "posting",
      "support",
      "supporter",
      "bucket",
      "formCounts",
      ...ofSubjectsAt("proposals"),
      "pending",
      "pendingOn",
      "notice",
      "audit",
    ],
  },
  supporters: {
    // A function of its own, behind doors of the office alone: no public path leads to who may read the lists.
    purpose:
      "Lists of supporters, what comes in on paper and letters on paper, residents' matters, for the office",
    memoryMb: 512,
    timeoutSeconds: ANSWERING,
    may: [
      "readMain",
      "writeMain",
      "fillPostings",
      "readSupporters",
      "readLedger",
      "readNames",
      "readCycleSecrets",
      "readLinks",
      "readScans",
    ],
    writes: [
      "counter",
      "project",
      "unconfirmed",
      "authored",
      "projectNumber",
      "posting",
      "upload",
      "notice",
      "pending",
      "pendingOn",
      "audit",
      ...ofSubjectsAt("supporters"),
    ],
  },
  voting: {
    // The import of a roll takes as long as the gateway allows; a ballot takes milliseconds, and an alarm watches that it does.
    purpose: "The roll, voters' sessions, ballots and receipts; acts that take two people",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    may: [
      "readMain",
      "writeMain",
      "fillPostings",
      "fillRoll",
      "castBallots",
      "readReceipts",
      "readFiles",
      "readNames",
      "readSessions",
      "readCodes",
      "readCanary",
      "readLinks",
      "readCycleSecrets",
      "readTables",
      "readRolls",
      "startMachine",
      "wakeMachine",
    ],
    writes: [
      "cycle",
      "draw",
      "counter",
      "project",
      "projectNumber",
      "posting",
      "rollShard",
      "upload",
      "rollImport",
      "paperFile",
      "rollPart",
      "rollStaged",
      "rollAddition",
      "statement",
      "statementData",
      "voterSession",
      "voterContact",
      "guardian",
      "bucket",
      "crowd",
      "lastOfCrowd",
      "stretch",
      "stint",
      "gate",
      "marker",
      "voidCase",
      "points",
      "shift",
      "pointDay",
      "batch",
      "card",
      ...SUBJECTS.flatMap(({ keepsByTwo = [] }) => keepsByTwo),
      "formCounts",
      "pending",
      "pendingOn",
      "printedLetter",
      "notice",
      "audit",
    ],
  },
  results: {
    purpose: "Published results and their files",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    may: ["readMain", "readFiles", "readSigning"],
  },
  consultations: {
    purpose: "Consultations, meetings and sign-ups, surveys",
    memoryMb: 512,
    timeoutSeconds: ANSWERING,
    // A copy of somebody's answers is sent at once and kept nowhere.
    may: ["readMain", "writeMain", "readNames", "readSessions", "readLinks", "sendMail"],
    writes: [
      "bucket",
      ...ofSubjectsAt("consultations"),
      "formCounts",
      "pending",
      "pendingOn",
      "notice",
      "audit",
    ],
  },
  documents: {
    // A function of its own: no other carries the weight of what writes PDF.
    purpose: "The office's lists and authors' copies, as pages and as documents; letters to print",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    // Who opens letters leaves a record.
    may: ["readMain", "writeMain", "readLinks"],
    writes: ["audit"],
  },
  notices: {
    purpose: "Tells people by mail and by text what has happened",
    memoryMb: 512,
    timeoutSeconds: 60,
    may: [
      "readMain",
      "writeMain",
      "tellMarkers",
      "readNames",
      "readCodes",
      "readCanary",
      "readLinks",
      "sendMail",
      "readMailQuota",
      "sendTexts",
    ],
    writes: ["voterSession", "voterContact", "notice", "letter", "ledger"],
  },
  arrivals: {
    // What strangers send is opened here and nowhere else, by a function that can do little besides.
    purpose: "Looks at files that have come in, takes or refuses them, and makes pictures anew",
    memoryMb: 2048,
    timeoutSeconds: 300,
    may: ["readMain", "writeMain", "handleUploads"],
    writes: ["upload", "attachments"],
  },
  canary: {
    // From outside: it has no table, and no secret but the one that its own votes are made of.
    purpose: "Votes every five minutes in a hidden vote, as anybody would, to see that one can",
    memoryMb: 512,
    timeoutSeconds: 120,
    may: ["readCanary"],
  },
  workflow: {
    purpose: "Steps of the cycle, its publication, the reconciler of its machine, retention",
    // The package of a large city is made in one step, of seconds of work and most of a gigabyte.
    memoryMb: 2048,
    timeoutSeconds: 300,
    may: [
      "readMain",
      "scanMain",
      // Retention destroys the lists.
      "readSupporters",
      "writeMain",
      "fillPostings",
      "readFiles",
      "writeFiles",
      // Letters on paper are found by a keyed name.
      "readNames",
      "readLinks",
      "readSigning",
      "destroyCycleSecrets",
      "fillProbeRoll",
      "keepProbeSecrets",
      "readCanary",
      "dropCountKey",
      "startMachine",
      "wakeMachine",
    ],
    writes: [
      "cycle",
      "probe",
      "hold",
      "ballotList",
      "leftOut",
      "counter",
      "project",
      "authored",
      "projectNumber",
      "posting",
      "support",
      "supporter",
      "printedLetter",
      "lateProposal",
      "twin",
      "results",
      "destruction",
      "turnout",
      "statement",
      "statementData",
      "voterSession",
      "voterContact",
      "guardian",
      "bucket",
      "crowd",
      "gate",
      "voidCase",
      // What waits in an edition is due when its calendar says, and with its end for nobody.
      "check",
      "appeal",
      "opinion",
      "opinionTerm",
      "publication",
      "batch",
      "registration",
      "pending",
      "pendingOn",
      "audit",
    ],
  },
  count: {
    purpose: "Opens the sealed ballots and counts them",
    memoryMb: 2048,
    timeoutSeconds: 900,
    may: [
      "readMain",
      "scanMain",
      "writeMain",
      "readBallots",
      // It signs the checkpoint of the sealed box.
      "readSigning",
      "takeCountKey",
      "dropCountKey",
      "readFiles",
      "writeFiles",
    ],
    writes: ["cycle", "tally", "count", "box"],
  },
};

export const functionNames = Object.keys(functions) as FunctionName[];

/** What a function is granted on the tables. */
export const tableGrantsOf = (name: FunctionName): TableGrant[] => {
  const { may, writes = [] } = functions[name];
  return may.flatMap((grant): readonly TableGrant[] =>
    grant in tableGrants ? tableGrants[grant as TableGrantName](writes) : [],
  );
};
