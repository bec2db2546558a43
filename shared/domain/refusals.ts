import type { Problem, Repair } from "./import/cells.ts";
import type { FileFault } from "./import/scan.ts";
import type { IssueRule } from "./issue-rules.ts";
import type { PendingState } from "./office/pending.ts";
import type { Difference } from "./results/differences.ts";
import type { Spot } from "./text/read.ts";
import type { OtherWay } from "./voting/other-ways.ts";
import type { VoidState } from "./voting/void.ts";

/** What is said of a cell of a table, or of the row where it names no column. */
export interface NotedCell<S> {
  readonly line: number;
  readonly column: string | null;
  readonly says: S;
}

/**
 * The closed list of refusals: a code, and the facts a reader needs to understand it.
 * Their status and their sentences are in `words`; a code without them does not compile.
 */
export interface RefusalFacts {
  // The request itself.
  "request/malformed": Record<string, never>;
  /** The first of them, and how many more there are: made by `notValid`. */
  "request/not-valid": { readonly issues: readonly Issue[]; readonly more: number };
  "request/too-large": { readonly limitBytes: number };
  "request/too-many-values": { readonly limit: number };
  "request/method": { readonly allowed: string };
  "request/media-type": { readonly expected: string };
  "request/not-acceptable": Record<string, never>;
  "request/key-missing": Record<string, never>;
  "request/key-reused": Record<string, never>;
  "request/too-many": { readonly retryAfterSeconds: number; readonly ways?: readonly OtherWay[] };
  "request/precondition-missing": Record<string, never>;
  "request/changed-since": { readonly version: number };
  "request/foreign-origin": Record<string, never>;
  /** It did not come through the front. */
  "request/round-the-front": { readonly siteUrl: string };

  // Who asks.
  "identity/missing": Record<string, never>;
  "identity/expired": Record<string, never>;
  "identity/role": { readonly needed: readonly string[] };
  "identity/same-person": Record<string, never>;
  /** Who judges a proposal is neither its author nor a co-author. */
  "identity/own-proposal": Record<string, never>;

  // Moderation.
  "moderation/not-named": Record<string, never>;
  "moderation/own": Record<string, never>;
  "moderation/held": { readonly name: string };
  "moderation/appeal-over": Record<string, never>;
  /** A mailbox is kept from writing until a day, which does not count. */
  "moderation/barred": { readonly until: string };

  // Acts that take two people.
  "pending/settled": { readonly state: PendingState };
  /** The same act on the same thing, proposed by this person. */
  "pending/waits": { readonly name: string; readonly until: string };
  /** A letter that was given up, and that somebody has dealt with already; or whose text and address are deleted. */
  "letter/done": Record<string, never>;
  "letter/deleted": Record<string, never>;
  "pending/lapsed": { readonly lapsedAt: string };
  "pending/not-yours": Record<string, never>;

  // The office itself.
  /** The person would be there again with the next list of accounts. */
  "person/has-account": Record<string, never>;
  "staff/changing": Record<string, never>;
  "staff/own-role": { readonly roles: readonly string[] };
  "staff/too-few-admins": { readonly admins: readonly string[] };

  /** What lies in a unit that is to go: units below it and people, by their names, and pieces of work. */
  "unit/not-empty": {
    readonly units: readonly string[];
    readonly people: readonly string[];
    readonly work: number;
  };

  // What is asked for.
  "thing/not-found": Record<string, never>;
  "thing/gone": Record<string, never>;
  /** An act that the state of the thing does not have; and one in whose way something stands. Both in the reader's words. */
  "act/wrong-state": { readonly state: string };
  "act/blocked": { readonly reason: string };
  "service/try-again": { readonly retryAfterSeconds: number };

  // Files that come in.
  "file/pending": Record<string, never>;
  "file/empty": Record<string, never>;
  "file/too-big": { readonly mostBytes: number };
  /** What it is instead, as far as its first bytes tell. */
  "file/not-a-table": { readonly found: string };
  "file/not-a-scan": { readonly found: string; readonly takes: string };
  "file/not-a-picture": { readonly found: string };
  "file/not-as-said": { readonly said: string; readonly found: string };
  /** Two programs would read it as two things. */
  "file/several-kinds": Record<string, never>;
  "file/broken": Record<string, never>;
  "file/too-many-pixels": { readonly mostMegapixels: number };
  "file/no-alternative-text": Record<string, never>;
  "file/used": Record<string, never>;
  /** A proposal has as many files as its edition's form lets it have. */
  "file/too-many": { readonly most: number };

  // A budget cycle.
  "cycle/wrong-phase": { readonly phase: string; readonly needed: readonly string[] };
  "cycle/move-not-allowed": { readonly from: string; readonly to: string };
  "cycle/blocked": { readonly blockers: readonly Blocker[] };
  "cycle/locked": { readonly phase: string };
  "cycle/calendar": {
    readonly phase: string;
    readonly problem: "order" | "past" | "gap" | "overlap" | "not-later";
  };

  // Projects, from proposal on.
  "project/over-cap": { readonly capGrosze: number };
  /** Where its point is; null for outside the city. */
  "project/elsewhere": { readonly district: string | null };
  "project/state": { readonly status: string };
  "project/call-closed": { readonly opensAt: string | null; readonly closesAt: string | null };
  "project/number-taken": { readonly number: string };
  /** Whatever is on the ballot of an edition with a call was proposed in it. */
  /** Cards of a list that nobody has accepted yet, and the first of their numbers; none of either where there is nothing to publish. */
  "list/not-ready": { readonly open: number; readonly numbers: readonly string[] };
  /** Nothing is asked of the author; or its time is over. */
  "project/no-call": Record<string, never>;
  "project/call-over": { readonly endedAt: string };
  /** No verdict stands against it of which an appeal could be filed; or its time is over; or one is filed. */
  /** Whoever is named has a part in it already, or is its author. */
  "co-author/named": Record<string, never>;
  "co-author/full": { readonly most: number };
  "co-author/too-early": Record<string, never>;
  "co-author/answered": Record<string, never>;
  "merging/unlike": Record<string, never>;
  "merging/over": Record<string, never>;
  "merging/late": { readonly endedAt: string };
  "merging/open": Record<string, never>;
  "merging/asked-enough": { readonly most: number };
  "appeal/nothing": Record<string, never>;
  "appeal/over": { readonly endedAt: string };
  "appeal/filed": { readonly filedAt: string; readonly mark: string };
  /** Who had a part in what is appealed against does not decide the appeal. */
  "appeal/decided-before": { readonly name: string };
  /** Opinions for which the summary card waits. */
  "check/held": { readonly name: string };
  "opinion/open": { readonly units: readonly string[] };
  "opinion/asked": { readonly unit: string };
  "opinion/other-unit": { readonly unit: string };
  /** The list of appeals waits until no appeal can come any more. */
  "list/window-open": { readonly until: string };
  "project/by-call": Record<string, never>;
  "project/own-support": Record<string, never>;
  "project/already-supported": Record<string, never>;
  /** Residents who confirmed their support, and how many the edition asks for; null where that is not known. */
  "project/supporters": { readonly supporters: number; readonly asked: number | null };

  // The vote.
  "roll/rows": {
    /** All of them are in the notes of this import. */
    readonly importId: string;
    readonly rows: readonly {
      readonly line: number;
      readonly column: string | null;
      readonly says: RollProblem;
    }[];
    readonly total: number;
  };
  /** The file is no table that can be read. */
  "roll/file": FileFault;
  /** Rows of a table of which nothing is taken: what is wrong of each, by row and column. */
  "table/rows": { readonly rows: readonly NotedCell<Problem>[]; readonly total: number };
  /** Rows that were mended, and that nobody has said yes to. */
  "table/repaired": { readonly rows: readonly NotedCell<Repair>[]; readonly total: number };
  /** A table of what is in force already: nobody is asked to accept it. */
  "table/unchanged": Record<string, never>;
  "table/too-long": { readonly rows: number; readonly most: number };
  /** Its file is still being read. */
  "roll/reading": Record<string, never>;
  "roll/missing": Record<string, never>;
  /** Told to a clerk alone. */
  "roll/not-listed": Record<string, never>;
  /** The roll has another day of birth beside the number that was shown. Told to a clerk alone. */
  "roll/birth-date": Record<string, never>;
  /** Before the vote: when it opens, if that is known, and when it closes. After it: when it closed, alone. */
  "voting/closed": { readonly opensAt: string | null; readonly closesAt: string | null };
  "voting/end-needs-two": Record<string, never>;
  "voting/code": { readonly triesLeft: number };
  /** Whatever there is to wait for comes after the vote: codes to this contact, or tries with these data from this network. */
  "voting/no-more-codes": { readonly of: "contact" | "tries"; readonly ways?: readonly OtherWay[] };
  /** The voter is a child: a guardian votes with it, and says so. */
  "voting/guardian": { readonly belowAge: number };
  "statement/decided": { readonly state: string };
  "voting/already-voted": Record<string, never>;
  "ballot/pool": { readonly pool: string };
  "ballot/pool-twice": { readonly pool: string };
  "ballot/project": { readonly project: string };
  "ballot/over-points": { readonly pool: string; readonly given: number; readonly allowed: number };
  "ballot/too-many-projects": { readonly pool: string; readonly given: number; readonly allowed: number };
  "ballot/too-few-points": { readonly pool: string; readonly given: number; readonly allowed: number };
  "ballot/too-few-projects": { readonly pool: string; readonly given: number; readonly allowed: number };
  /** So many projects, and not one in each place from the first on. */
  "ballot/ranks": { readonly pool: string; readonly places: number };
  "ballot/over-cost": {
    readonly pool: string;
    readonly givenGrosze: number;
    readonly allowedGrosze: number;
  };
  "ballot/empty": Record<string, never>;
  /** The form wants every section filled in, and this one is not. */
  "ballot/incomplete": { readonly pool: string };
  "receipt/unknown": Record<string, never>;
  "key/not-proved": Record<string, never>;
  "count/key-wrong": Record<string, never>;
  "void/no-marker": Record<string, never>;
  "void/no-ballot": Record<string, never>;
  /** Another decision has left this ballot out already. */
  "void/voided": Record<string, never>;
  "void/state": { readonly state: VoidState };
  "void/not-yours": Record<string, never>;
  "void/names-differ": Record<string, never>;

  // Voting points and paper cards.
  "point/in-use": { readonly points: readonly string[] };
  /** The hand count less the ledger. */
  "point/unexplained": { readonly receipts: number; readonly cards: number };
  /** The days of the vote, both of them among these. */
  "point/not-its-day": { readonly firstDay: string; readonly lastDay: string };
  /** Cards that two people have not agreed on yet. */
  "point/unsettled": { readonly left: number };
  "point/unsigned": Record<string, never>;
  /** Two people have signed, and the ledger still has their numbers. */
  "point/signed": Record<string, never>;
  "paper/no-card": { readonly cards: number };
  "paper/not-taken": Record<string, never>;
  "paper/too-late": { readonly endedAt: string };
  /** Where the keyings of two people differ: `outcome`, `person`, or the pools of lists. */
  "paper/differs": { readonly in: readonly string[] };
  "paper/settled": Record<string, never>;
  "paper/unsettled": { readonly cards: number; readonly left: number };
  "paper/closed": Record<string, never>;
  "paper/correction-waits": Record<string, never>;
  /** Somebody else has sent this very file. */
  "paper/same-file": { readonly name: string };
  "paper/not-yours": { readonly name: string };
  "paper/file-state": {
    readonly fileState: "reading" | "read" | "faulty" | "entering" | "entered" | "dropped";
  };
  /** The highest card that somebody has keyed. */
  "paper/below-keyed": { readonly highest: number };

  // Results.
  "results/not-published": { readonly expectedAt: string | null };

  // Consultations and meetings.
  "consultation/published": Record<string, never>;
  "consultation/over": { readonly endedAt: string };
  "consultation/undecided": { readonly count: number };
  "remark/outside": Record<string, never>;
  "remark/outside-refused": Record<string, never>;
  "consultation/said": { readonly count: number };
  /** When remarks are taken, where that is not as long as the consultation lasts. */
  "consultation/remarks-time": { readonly startsAt: string; readonly endsAt: string };
  /** The channels that are missing, as they are called. */
  "consultation/not-announced": { readonly channels: string };
  /** The day of the announcement from which the term runs, the earliest last day, and what says so. */
  "consultation/term": {
    readonly days: number;
    readonly fromDay: string;
    readonly untilDay: string;
    readonly source: string;
  };
  "meeting/closed": { readonly closedAt: string };
  "meeting/cancelled": Record<string, never>;
  "meeting/over": { readonly endedAt: string };
  "meeting/below-taken": { readonly taken: number };
  "meeting/list-full": Record<string, never>;
  "meeting/no-offer": Record<string, never>;
  "meeting/by-office": Record<string, never>;
  "meeting/visits-held": { readonly most: number };
}

export type RefusalCode = keyof RefusalFacts;

export type Refusal = {
  readonly [C in RefusalCode]: {
    readonly code: C;
    readonly facts: RefusalFacts[C];
    readonly pointer?: string;
  };
}[RefusalCode];

/** One field that was not accepted: a JSON pointer into the request, and why in the terms of the schema. */
export interface Issue {
  readonly pointer: string;
  readonly rule: IssueRule;
  readonly limit?: number | string;
  /** The character that is in the way. */
  readonly at?: Spot;
}

export type RollProblem = Problem;

/** What still stands between a cycle and its next phase. */
export interface Blocker {
  readonly what:
    | "no-projects"
    | "empty-pool-list"
    | "pool-without-money"
    | "no-roll"
    | "no-ballot-key"
    | "undecided-proposals"
    | "open-appeals"
    | "appeals-run"
    | "open-batches"
    | "undecided-statements"
    | "needs-count-key"
    | "open-voids"
    | "still-counting"
    | "needs-draw"
    | "needs-sign-offs"
    | "counts-differ"
    | "counters-differ"
    | "no-verified-cost"
    | "over-pool"
    | "over-cap"
    | "open-hints"
    | "needs-order-seed";
  readonly pools?: readonly string[];
  readonly count?: number;
  readonly until?: string;
  /** By their numbers, the first of them. */
  readonly projects?: readonly string[];
  readonly differences?: readonly Difference[];
}

export const refusal = <C extends RefusalCode>(code: C, facts: RefusalFacts[C], pointer?: string): Refusal =>
  ({ code, facts, ...(pointer === undefined ? {} : { pointer }) }) as Refusal;

/** How many faults of one request are told; the rest are counted. */
export const ISSUES_TOLD = 50;

/** What is wrong with a request, field by field. Whoever sends thousands of faults reads the first fifty, and how many more there are. */
export const notValid = (issues: readonly Issue[], pointer?: string): Refusal =>
  refusal(
    "request/not-valid",
    { issues: issues.slice(0, ISSUES_TOLD), more: Math.max(0, issues.length - ISSUES_TOLD) },
    pointer,
  );
