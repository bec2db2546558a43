import type { Forgotten } from "../domain/cycle/retention.ts";
import type { CycleId, ProjectId, StatementId, VoidId } from "../domain/ids.ts";
import { Project } from "../domain/project/project.ts";
import { VoidCase } from "../domain/voting/void.ts";
import { type Key, keys } from "./keys.ts";
import type { Attributes, Write } from "./write.ts";

/** An edition whose personal data is looked for. */
export interface Edition {
  readonly id: CycleId;
  readonly projects: readonly ProjectId[];
}

type Change = Pick<Extract<Write, { kind: "update" }>, "set" | "remove">;

/** What of a person a kind of item holds, and what ends it. */
export interface PersonalData {
  /** Null where it can hold nothing of a person. */
  readonly holds: string | null;
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

const NOTHING: PersonalData = { holds: null };
const OFFICE = "shows who of the office answers for a step of the vote; they act in office";

const withoutAuthor = (item: Attributes): Change | undefined => {
  const { author } = Project.pick({ author: true }).parse(item);
  if (!author?.isNamePublic) return author && { remove: ["author"] };
  const { email, ...isPublic } = author;
  return email === undefined ? undefined : { set: { author: isPublic } };
};

const withoutWords = (item: Attributes): Change | undefined => {
  const { note, declined } = VoidCase.pick({ note: true, declined: true }).parse(item);
  if (note === "" && !declined?.why) return undefined;
  return { set: { note: "", declined: declined && { ...declined, why: "" } }, remove: ["link", "named"] };
};

/** Every kind of item of `keys.ts`, and its answer to: what of a person is here, how long, and what destroys it? */
export const PERSONAL_DATA: { readonly [K in keyof typeof keys]: PersonalData } = {
  cycle: { holds: "names of staff who asked for a move or an extension", stays: OFFICE },
  probe: NOTHING,
  health: NOTHING,
  hold: NOTHING,
  ballotList: NOTHING,
  counter: NOTHING,
  project: {
    holds: "name and address of the author",
    clock: {
      what: "authors",
      where: ({ id }) => [keys.project(id, "" as ProjectId)],
      how: withoutAuthor,
    },
    stays: "the project is public, and so is an author's name who wants it to be",
  },
  draft: { holds: "name and address of an author who has not confirmed", ttl: "a day" },
  projectNumber: NOTHING,
  posting: NOTHING,
  word: NOTHING,
  support: {
    holds: "name of a supporter, an address where the edition asks for one, keyed hashes of both",
    clock: {
      what: "supporters",
      where: ({ projects }) => projects.map((project) => keys.support(project, "")),
      how: "removed",
    },
  },
  supporter: {
    holds: "a keyed hash of a supporter",
    clock: {
      what: "supporters",
      where: ({ projects }) => projects.map((project) => keys.supporter(project, "")),
      how: "removed",
    },
  },
  tally: NOTHING,
  count: { holds: "names of the commission who signed", stays: OFFICE },
  results: { holds: "names of the commission who signed", stays: OFFICE },
  destruction: NOTHING,
  turnout: NOTHING,
  box: NOTHING,
  draw: NOTHING,

  rollShard: {
    holds: "keyed hashes of everybody on the roll, with the district",
    clock: { what: "voters", where: partitions((id) => keys.rollShard(id, "", 0)), how: "shredded" },
  },
  rollImport: { holds: "name of who of the office imports a roll", stays: OFFICE },
  rollPart: NOTHING,
  rollStaged: {
    holds: "keyed hashes of everybody on a roll that is not in force yet, with the district",
    ttl: "a week",
    clock: { what: "voters", where: partitions((id) => keys.rollStaged(id, "", "", 0)), how: "shredded" },
  },
  rollAddition: {
    holds: "keyed hashes of somebody added to the roll, with the district",
    clock: { what: "voters", where: partitions((id) => keys.rollAddition(id, "")), how: "shredded" },
  },
  statement: {
    holds: "what was decided about somebody not on the roll, and the reason",
    clock: { what: "voters", where: ({ id }) => [keys.statement(id, "")], how: "removed" },
  },
  statementData: {
    holds: "what a statement says of the person, sealed",
    ttl: "after the decision each datum as long as the identity policy says",
    clock: {
      what: "voters",
      where: partitions((id) => keys.statementData(id, "" as StatementId, "")),
      how: "removed",
    },
  },
  voterSession: {
    holds: "a voter's address and district",
    ttl: "the rule set's sessionSeconds",
    clock: { what: "voters", where: () => [{ pk: keys.voterSession("").pk }], how: "removed" },
  },
  voterContact: {
    holds: "a voter's address",
    ttl: "a day after the session; it goes with the letter that tells of the ballot",
    clock: { what: "voters", where: partitions((id) => keys.voterContact(id, "")), how: "removed" },
  },
  guardian: {
    holds: "that a guardian declared to vote with a child, by a keyed hash, and the day",
    clock: { what: "voters", where: partitions((id) => keys.guardian(id, "")), how: "removed" },
  },
  bucket: {
    holds: "a keyed hash of a person, an address or a network, and how often they tried",
    ttl: "when it is full again, of an edition 60 days after its vote at the latest",
    clock: { what: "voters", where: partitions((id) => keys.bucket(id, "")), how: "removed" },
  },
  crowd: {
    holds: "references of voters and keyed hashes of their contacts, by day",
    ttl: "60 days after the vote",
    clock: { what: "voters", where: partitions((id) => keys.crowd(id, "", "", "")), how: "removed" },
  },
  lastOfCrowd: { holds: "when the last voter of a connection came, by a keyed hash", ttl: "an hour" },
  stretch: { holds: "how many voters a clerk let in and at which points, under keyed names", ttl: "an hour" },
  stint: {
    holds: "which clerk let how many voters in at which points, and when",
    ttl: "60 days after the vote",
  },
  gate: NOTHING,
  marker: {
    holds: "that somebody voted, by a keyed hash, with district, channel and day",
    clock: { what: "voters", where: partitions((id) => keys.marker(id, "")), how: "shredded" },
  },
  voidCase: {
    holds: "the commission's words about a voter, by a keyed hash",
    clock: {
      what: "voters",
      where: ({ id }) => [keys.voidCase(id, "" as VoidId)],
      how: withoutWords,
    },
    stays: "which ballot was left out, why and by whom is part of the result",
  },
  ballot: {
    holds: "a sealed choice that leads to nobody",
    stays: "nobody may remove a ballot: the count can be done again, and a receipt checked",
  },

  points: NOTHING,
  shift: { holds: "a clerk's name and numbers", stays: OFFICE },
  pointDay: { holds: "names of those who signed a point's day", stays: OFFICE },
  batch: { holds: "who registered a batch of cards", stays: OFFICE },
  registration: NOTHING,
  card: {
    holds: "keyed hashes of a card that only one person has keyed; who keyed it",
    clock: { what: "voters", where: partitions((id) => keys.card(id, "" as never, 0)), how: "shredded" },
    stays: OFFICE,
  },

  consultation: NOTHING,
  meeting: NOTHING,
  agenda: NOTHING,
  roster: NOTHING,
  places: NOTHING,
  signup: {
    holds: "name and address of somebody who signed up, and what helps them to take part",
    ttl: "30 days after the meeting",
  },

  survey: NOTHING,
  surveyPart: { holds: "who of the office entered a batch of paper answers", stays: OFFICE },
  surveyAnswered: {
    holds: "that somebody answered a survey, by a keyed hash of the address, and not what",
    ttl: "a year after the survey's end",
  },
  surveyAnswer: {
    holds:
      "what somebody answered, under an id that leads to nobody; a text may tell of its author what they chose to write",
    stays: "answers are the city's record of what residents think; nothing joins them with a person",
  },

  unit: NOTHING,
  person: {
    holds: "name, unit, address at work, days of absence and state of the account of a member of staff",
    stays: "until an admin removes who works here no more; they act in office",
  },

  signedOut: {
    holds: "that a session of a member of staff was ended, or when all of somebody's were",
    ttl: "a session's own end",
    stays: OFFICE,
  },

  reading: NOTHING,

  upload: {
    holds: "who of the office sent a file, and what it is called",
    ttl: "a week, or with what has taken the file",
  },

  morning: NOTHING,

  formCounts: NOTHING,

  pending: {
    holds: "names of staff who proposed and settled an act, and their reasons",
    ttl: "90 days after it can no longer be accepted",
  },
  pendingOn: NOTHING,

  notice: {
    holds: "a letter that waits, with the address that it goes to; once it has left, the address",
    ttl: "a week; of a ballot as long as the identity policy says of that address",
  },
  letter: {
    holds: "that a letter was given up, and who of the office dealt with it; nothing of whom it was for",
    ttl: "90 days",
  },
  audit: {
    holds: "names of staff and what they did",
    stays: "the office has to show who did what to whose data (GDPR, art. 5(2)); residents are not in it",
  },
};
