import type { Forgotten } from "../domain/cycle/retention.ts";
import type { CycleId, ProjectId, StatementId, VoidId } from "../domain/ids.ts";
import { type Key, keys } from "./keys.ts";
import { OF_CONSULTATIONS } from "./personal-data-of-consultations.ts";
import { NOTHING, OF_MEETINGS, OFFICE } from "./personal-data-of-meetings.ts";
import { type Change, withoutAuthor, withoutPapers, withoutWords } from "./what-goes.ts";
import type { Attributes } from "./write.ts";

/** An edition whose personal data is looked for. */
export interface Edition {
  readonly id: CycleId;
  readonly projects: readonly ProjectId[];
}

/**
 * By what somebody is found who asks what is held about them: their mailbox; a number or name that they alone can prove, under a keyed hash; or not at all,
 * because it leads to nobody, or is gone before anybody could answer. What is told with another kind stands beside it; the office's people act in office.
 */
type FoundBy = "mailbox" | "number" | "nobody" | "passing" | "beside" | "office";

/** What of a person a kind of item holds, by what it is found, and what ends it. */
export interface PersonalData {
  /** Null where it can hold nothing of a person. */
  readonly holds: string | null;
  readonly foundBy: FoundBy;
  /** Its own time, after which the table removes it by itself. */
  readonly ttl?: string;
  /** The edition's clock that ends what is still there. */
  readonly clock?: {
    readonly what: Forgotten;
    /** Its items: with a sort key those of a partition whose sort key begins so, without one all whose partition key begins so. */
    readonly where: (edition: Edition) => readonly Key[];
    /**
     * `removed` goes. `shredded` stays, hashed or sealed under the edition's secret, which is destroyed. A function says what an item loses of
     * what it says of a person; undefined where it says nothing any more.
     */
    readonly how: "removed" | "shredded" | ((item: Attributes) => Change | undefined);
  };
  /** Why it, or what is left of it, is never destroyed. */
  readonly stays?: string;
}

/** All partitions of an edition that are named like this one of them. */
const partitions =
  (one: (id: CycleId) => Key) =>
  ({ id }: Edition): Key[] => {
    const { pk } = one(id);
    return [{ pk: `${pk.slice(0, pk.indexOf(id) + id.length)}#` }];
  };

/** Every kind of item of `keys.ts`, and its answer to: what of a person is here, how long, and what destroys it? */
export const PERSONAL_DATA: { readonly [K in keyof typeof keys]: PersonalData } = {
  cycle: { foundBy: "office", holds: "names of staff who asked for a move or an extension", stays: OFFICE },
  probe: NOTHING,
  health: NOTHING,
  hold: NOTHING,
  ballotList: { foundBy: "office", holds: "the name of who asked for the freeze", stays: OFFICE },
  settledHint: { foundBy: "office", holds: "the name of who looked at it", stays: OFFICE },
  listNote: { foundBy: "office", holds: "names of who published it or took it back", stays: OFFICE },
  template: { foundBy: "office", holds: "names of who wrote and accepted it", stays: OFFICE },
  counter: NOTHING,
  project: {
    foundBy: "mailbox",
    holds: "name and address of the author and of co-authors, and who looks after a minor",
    clock: {
      what: "authors",
      where: ({ id }) => [keys.project(id, "" as ProjectId)],
      how: withoutAuthor,
    },
    stays: "the project is public, and so is an author's name who wants it to be",
  },
  unconfirmed: {
    foundBy: "passing",
    holds: "name and address of an author who has not confirmed",
    ttl: "a day",
  },
  draft: {
    foundBy: "mailbox",
    holds: "name and address of an author who still writes, of whom they invite, and who looks after a minor",
    ttl: "a month after the call",
  },
  authored: {
    foundBy: "beside",
    holds: "a keyed hash of an author's or co-author's mailbox",
    ttl: "a month after the call, of a draft",
    clock: {
      what: "authors",
      where: partitions((id) => keys.authored(id, "", "" as ProjectId)),
      how: "removed",
    },
  },
  projectEdit: {
    foundBy: "beside",
    holds: "what a proposal said of its author before it was changed",
    clock: {
      what: "authors",
      where: ({ projects }) => projects.map((project) => keys.projectEdit(project, "")),
      how: "removed",
    },
  },
  check: {
    foundBy: "beside",
    holds:
      "names of staff who filled a card in and accepted it, and an author's own words in answer to a call",
    stays: "shows who of the office answers for a decision about a project; they act in office",
  },
  appeal: {
    foundBy: "beside",
    holds: "what an author says against a decision, and names of staff who decided about it",
    stays: "shows what the office was told and who answers for what it decided; they act in office",
  },
  opinion: {
    foundBy: "office",
    holds: "names of staff who asked for an opinion, wrote it and accepted it",
    stays: OFFICE,
  },
  opinionTerm: NOTHING,
  apart: { foundBy: "office", holds: "the name of who kept proposals apart", stays: OFFICE },
  merging: { foundBy: "office", holds: "who of the office proposed to merge proposals", stays: OFFICE },
  publication: { foundBy: "office", holds: "names of staff who published a list", stays: OFFICE },
  publicationPart: NOTHING,
  leftOut: NOTHING,
  attachments: {
    foundBy: "beside",
    holds: "papers of an author, such as a guardian's consent: the files, and what each is called",
    ttl: "a month after the call, of a draft",
    clock: {
      what: "authors",
      where: ({ projects }) => projects.map((project) => keys.attachments(project)),
      how: withoutPapers,
    },
    stays: "photos are public with their project; a file that no list names goes within a day",
  },
  projectNumber: NOTHING,
  registerEntry: NOTHING,
  registerLast: NOTHING,
  twin: {
    foundBy: "beside",
    holds: "a keyed hash of an author's name with a day, beside the mark of the case",
    clock: { what: "authors", where: partitions((id) => keys.twin(id, "", "")), how: "removed" },
  },
  lateProposal: {
    foundBy: "mailbox",
    holds: "name and addresses of the author of a proposal that came too late",
    clock: {
      what: "authors",
      where: ({ id }) => [keys.lateProposal(id, "" as ProjectId)],
      how: "removed",
    },
    stays: "its line of the register, which names nobody",
  },
  posting: NOTHING,
  word: NOTHING,
  support: {
    foundBy: "mailbox",
    holds: "name of a supporter, an address where the edition asks for one, keyed hashes of both",
    clock: {
      what: "supporters",
      where: ({ projects }) => projects.map((project) => keys.support(project, "")),
      how: "removed",
    },
  },
  printedLetter: {
    foundBy: "beside",
    holds:
      "name and address of an author without a mailbox, with a keyed hash of the name, and what they were told",
    clock: { what: "authors", where: ({ id }) => [keys.printedLetter(id, "")], how: "removed" },
  },
  supporter: {
    foundBy: "beside",
    holds: "a keyed hash of a supporter",
    clock: {
      what: "supporters",
      where: ({ projects }) => projects.map((project) => keys.supporter(project, "")),
      how: "removed",
    },
  },
  tally: NOTHING,
  count: { foundBy: "office", holds: "names of the commission who signed", stays: OFFICE },
  results: { foundBy: "office", holds: "names of the commission who signed", stays: OFFICE },
  destruction: NOTHING,
  turnout: NOTHING,
  box: NOTHING,
  draw: NOTHING,

  rollShard: {
    foundBy: "number",
    holds: "keyed hashes of everybody on the roll, with the district",
    clock: { what: "voters", where: partitions((id) => keys.rollShard(id, "", 0)), how: "shredded" },
  },
  rollImport: { foundBy: "office", holds: "name of who of the office imports a roll", stays: OFFICE },
  rollPart: NOTHING,
  rollStaged: {
    foundBy: "number",
    holds: "keyed hashes of everybody on a roll that is not in force yet, with the district",
    ttl: "a week",
    clock: { what: "voters", where: partitions((id) => keys.rollStaged(id, "", "", 0)), how: "shredded" },
  },
  rollAddition: {
    foundBy: "number",
    holds: "keyed hashes of somebody added to the roll, with the district",
    clock: { what: "voters", where: partitions((id) => keys.rollAddition(id, "")), how: "shredded" },
  },
  statement: {
    foundBy: "beside",
    holds: "what was decided about somebody not on the roll, and the reason",
    clock: { what: "voters", where: ({ id }) => [keys.statement(id, "")], how: "removed" },
  },
  statementData: {
    foundBy: "mailbox",
    holds: "what a statement says of the person, sealed",
    ttl: "after the decision each datum as long as the identity policy says",
    clock: {
      what: "voters",
      where: partitions((id) => keys.statementData(id, "" as StatementId, "")),
      how: "removed",
    },
  },
  voterSession: {
    foundBy: "passing",
    holds: "a voter's address and district",
    ttl: "the rule set's sessionSeconds",
    clock: { what: "voters", where: () => [{ pk: keys.voterSession("").pk }], how: "removed" },
  },
  voterContact: {
    foundBy: "passing",
    holds: "a voter's address",
    ttl: "a day after the session; it goes with the letter that tells of the ballot",
    clock: { what: "voters", where: partitions((id) => keys.voterContact(id, "")), how: "removed" },
  },
  guardian: {
    foundBy: "number",
    holds: "that a guardian declared to vote with a child, by a keyed hash, and the day",
    clock: { what: "voters", where: partitions((id) => keys.guardian(id, "")), how: "removed" },
  },
  bucket: {
    foundBy: "passing",
    holds: "a keyed hash of a person, an address or a network, and how often they tried",
    ttl: "when it is full again, of an edition 60 days after its vote at the latest",
    clock: { what: "voters", where: partitions((id) => keys.bucket(id, "")), how: "removed" },
  },
  crowd: {
    foundBy: "number",
    holds: "references of voters and keyed hashes of their contacts, by day",
    ttl: "60 days after the vote",
    clock: { what: "voters", where: partitions((id) => keys.crowd(id, "", "", "")), how: "removed" },
  },
  lastOfCrowd: {
    foundBy: "passing",
    holds: "when the last voter of a connection came, by a keyed hash",
    ttl: "an hour",
  },
  stretch: {
    foundBy: "office",
    holds: "how many voters a clerk let in and at which points, under keyed names",
    ttl: "an hour",
  },
  stint: {
    foundBy: "office",
    holds: "which clerk let how many voters in at which points, and when",
    ttl: "60 days after the vote",
  },
  gate: NOTHING,
  marker: {
    foundBy: "number",
    holds: "that somebody voted, by a keyed hash, with district, channel and day",
    clock: { what: "voters", where: partitions((id) => keys.marker(id, "")), how: "shredded" },
  },
  voidCase: {
    foundBy: "number",
    holds: "the commission's words about a voter, by a keyed hash",
    clock: {
      what: "voters",
      where: ({ id }) => [keys.voidCase(id, "" as VoidId)],
      how: withoutWords,
    },
    stays: "which ballot was left out, why and by whom is part of the result",
  },
  ballot: {
    foundBy: "nobody",
    holds: "a sealed choice that leads to nobody",
    stays: "nobody may remove a ballot: the count can be done again, and a receipt checked",
  },

  points: NOTHING,
  shift: { foundBy: "office", holds: "a clerk's name and numbers", stays: OFFICE },
  pointDay: { foundBy: "office", holds: "names of those who signed a point's day", stays: OFFICE },
  batch: { foundBy: "office", holds: "who registered a batch of cards", stays: OFFICE },
  paperFile: {
    foundBy: "office",
    holds: "who of the office sent a file of cards, and what was noted of its rows",
    ttl: "a month after it was entered or dropped",
    stays: OFFICE,
  },
  registration: NOTHING,
  card: {
    foundBy: "number",
    holds: "keyed hashes of a card that only one person has keyed; who keyed it",
    clock: { what: "voters", where: partitions((id) => keys.card(id, "" as never, 0)), how: "shredded" },
    stays: OFFICE,
  },

  ...OF_CONSULTATIONS,
  ...OF_MEETINGS,

  survey: NOTHING,
  surveyPart: {
    foundBy: "office",
    holds: "who of the office entered a batch of paper answers",
    stays: OFFICE,
  },
  surveyAnswered: {
    foundBy: "mailbox",
    holds: "that somebody answered a survey, by a keyed hash of the address, and not what",
    ttl: "a year after the survey's end",
  },
  surveyAnswer: {
    foundBy: "nobody",
    holds:
      "what somebody answered, under an id that leads to nobody; a text may tell of its author what they chose to write",
    stays: "answers are the city's record of what residents think; nothing joins them with a person",
  },

  matter: {
    foundBy: "mailbox",
    holds: "what somebody asks or demands of the office, how they are reached, and the answer",
    ttl: "a week where nobody opened its link, a year after the answer else",
  },

  unit: NOTHING,
  programme: NOTHING,
  person: {
    foundBy: "office",
    holds: "name, unit, address at work, days of absence and state of the account of a member of staff",
    stays: "until an admin removes who works here no more; they act in office",
  },

  signedOut: {
    foundBy: "office",
    holds: "that a session of a member of staff was ended, or when all of somebody's were",
    ttl: "a session's own end",
    stays: OFFICE,
  },

  reading: NOTHING,

  upload: {
    foundBy: "office",
    holds: "who of the office sent a file, and what it is called",
    ttl: "a week, or with what has taken the file",
  },

  morning: NOTHING,

  formCounts: NOTHING,

  pending: {
    foundBy: "office",
    holds: "names of staff who proposed and settled an act, and their reasons",
    ttl: "90 days after it can no longer be accepted",
  },
  pendingOn: NOTHING,

  notice: {
    foundBy: "beside",
    holds: "a letter that waits, with the address that it goes to; once it has left, the address",
    ttl: "a week; of a ballot as long as the identity policy says of that address",
  },
  letter: {
    foundBy: "nobody",
    holds: "that a letter was given up, and who of the office dealt with it; nothing of whom it was for",
    ttl: "90 days",
  },
  ledger: {
    foundBy: "mailbox",
    holds:
      "what became of letters to an address or number, by a keyed hash of it: kind, time, tries; of a vote's receipt the day alone",
    ttl: "by what each letter was for: a code a day, a decision a year, a link, a meeting or a reminder 30 days, work of the office a week; a vote's receipt as long as the identity policy says of its address",
  },
  audit: {
    foundBy: "office",
    holds: "names of staff and what they did; whose letters they looked up, by a keyed hash of the address",
    stays: "the office has to show who did what to whose data (GDPR, art. 5(2)); no resident is named in it",
  },
};
