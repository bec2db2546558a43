import type { FunctionName } from "../../shared/platform/route.ts";
import type { GrantName } from "./grants.ts";

export interface FunctionPlan {
  readonly purpose: string;
  readonly memoryMb: number;
  /** The gateway gives up after 30 seconds, so what answers requests gives up just before. */
  readonly timeoutSeconds: number;
  readonly may: readonly GrantName[];
}

const ANSWERING = 29;

/** What each function is given and may touch. Nobody may update or delete a ballot, only the vote puts one, and only the count may read them all. */
export const functions: Readonly<Record<FunctionName, FunctionPlan>> = {
  site: {
    purpose: "Pages and documents that everybody reads",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    may: ["readMain", "signHealth", "readSiteSecret"],
  },
  staff: {
    purpose: "Sign-in, work, directory and morning letters of the city office",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    may: ["readMain", "writeMain", "readSiteSecret"],
  },
  directory: {
    // Nobody who answers requests may list the accounts.
    purpose: "Reads the accounts of staff into the directory of the office",
    memoryMb: 512,
    timeoutSeconds: 60,
    may: ["readMain", "writeMain", "listAccounts"],
  },
  cycles: {
    purpose: "Cycles, their calendar and their steps",
    memoryMb: 512,
    timeoutSeconds: ANSWERING,
    may: [
      "readMain",
      "writeMain",
      "readSiteSecret",
      "createCycleSecrets",
      "handOverCountKey",
      "dropCountKey",
      "startMachine",
      "wakeMachine",
    ],
  },
  proposals: {
    purpose: "Proposals, their support and their checks",
    memoryMb: 512,
    timeoutSeconds: ANSWERING,
    may: ["readMain", "writeMain", "readSiteSecret", "readCycleSecrets", "startMachine", "wakeMachine"],
  },
  voting: {
    // The import of a roll takes as long as the gateway allows; a ballot takes milliseconds, and an alarm watches that it does.
    purpose: "The roll, voters' sessions, ballots and receipts; acts that take two people",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    may: [
      "readMain",
      "writeMain",
      "castBallots",
      "readReceipts",
      "readFiles",
      "readSiteSecret",
      "readCycleSecrets",
      "startMachine",
      "wakeMachine",
    ],
  },
  results: {
    purpose: "Published results and their files",
    memoryMb: 1024,
    timeoutSeconds: ANSWERING,
    may: ["readMain", "readFiles", "readSiteSecret"],
  },
  consultations: {
    purpose: "Consultations, meetings and sign-ups, surveys",
    memoryMb: 512,
    timeoutSeconds: ANSWERING,
    // A copy of somebody's answers is sent at once and kept nowhere.
    may: ["readMain", "writeMain", "readSiteSecret", "sendMail"],
  },
  notices: {
    purpose: "Tells people by mail and by text what has happened",
    memoryMb: 512,
    timeoutSeconds: 60,
    may: ["readMain", "writeMain", "readSiteSecret", "sendMail", "readMailQuota", "sendTexts"],
  },
  workflow: {
    purpose: "Steps of the cycle, its publication, the reconciler of its machine, retention",
    memoryMb: 1024,
    timeoutSeconds: 60,
    may: [
      "readMain",
      "writeMain",
      "readFiles",
      "writeFiles",
      "readSiteSecret",
      "destroyCycleSecrets",
      "dropCountKey",
      "startMachine",
      "wakeMachine",
    ],
  },
  count: {
    purpose: "Opens the sealed ballots and counts them",
    memoryMb: 2048,
    timeoutSeconds: 900,
    may: [
      "readMain",
      "writeMain",
      "readBallots",
      // It signs the checkpoint of the sealed box.
      "readSiteSecret",
      "takeCountKey",
      "dropCountKey",
      "readFiles",
      "writeFiles",
    ],
  },
};

export const functionNames = Object.keys(functions) as FunctionName[];
