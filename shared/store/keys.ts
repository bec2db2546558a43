/** The one page of keys. Every key of both tables is built here and nowhere else; the comment names who reads it. */
import type {
  BatchId,
  ConsultationId,
  CycleId,
  LetterId,
  MeetingId,
  PendingId,
  ProgrammeId,
  ProjectId,
  RequestId,
  SignupId,
  StatementId,
  SupportId,
  VoidId,
} from "../domain/ids.ts";

export interface Key {
  readonly pk: string;
  readonly sk?: string;
}

const inCycle = (cycleId: CycleId, sk: string): Key => ({ pk: `CYCLE#${cycleId}`, sk });

/** How many gates one vote has. One shared gate would lose votes to transaction conflicts at 50 votes a second. */
export const GATES = 64;

export const keys = {
  // A sign of life, written over and over, for the page that says how the house is.
  health: (of: string): Key => ({ pk: "HEALTH", sk: of }),

  // Cycles: all of them, for the lists; one, for everything else.
  cycle: (cycleId: CycleId): Key => ({ pk: "CYCLES", sk: cycleId }),
  // A vote of the canary, where no list of cycles looks, for the doors on which it votes and for what ends it.
  probe: (cycleId: CycleId): Key => ({ pk: "PROBES", sk: cycleId }),
  // What the state machine waits on, for triggers and the reconciler.
  hold: (cycleId: CycleId) => inCycle(cycleId, "HOLD"),
  // The frozen list of projects per pool, for every ballot.
  ballotList: (cycleId: CycleId) => inCycle(cycleId, "BALLOT-LIST"),
  // What the office says of a version of a list: its act, its publication, whether it was taken back. For the list and its files.
  listNote: (cycleId: CycleId, list: string, version: string) =>
    inCycle(cycleId, `LIST-NOTE#${list}${list && "#"}${version}`),
  // The texts with which a list is written in a language, each version for itself. For documents.
  template: (list: string, language: string, version: string): Key => ({
    pk: "TEMPLATES",
    sk: `${list}#${language}#${version}`,
  }),
  // What a person said of a hint on the list that is to be frozen, for the check before the freeze.
  settledHint: (cycleId: CycleId, id: string) => inCycle(cycleId, `HINT#${id}`),
  // Last number given in a pool, for numbering; and how often the pool's ballot list changed, for the freeze.
  counter: (cycleId: CycleId, pool: string) => inCycle(cycleId, `COUNTER#${pool}`),
  // Projects of a cycle, for lists, checks and the freeze.
  project: (cycleId: CycleId, projectId: ProjectId) => inCycle(cycleId, `PROJECT#${projectId}`),
  // The cards on which the office checks projects, those of a stage side by side, for its pages and the publication.
  check: (cycleId: CycleId, stage: string, projectId: ProjectId | "") =>
    inCycle(cycleId, `CHECK#${stage}#${projectId}`),
  // Appeals against what a check found, one a published list, for their pages, the publication and the freeze.
  appeal: (cycleId: CycleId, projectId: ProjectId | "", name: string) =>
    inCycle(cycleId, `APPEAL#${projectId && `${projectId}#`}${name}`),
  // Opinions that units were asked for, those of a proposal side by side, for their pages and the card of the merit check.
  opinion: (cycleId: CycleId, projectId: ProjectId | "", unit: string) =>
    inCycle(cycleId, `OPINION#${projectId && `${projectId}#`}${unit}`),
  // Until when an opinion waits, for the clock and, once that is over, for the coordinator.
  opinionTerm: (cycleId: CycleId, projectId: ProjectId, unit: string) =>
    inCycle(cycleId, `OPINION-TERM#${projectId}#${unit}`),
  // Groups of proposals that are alike and stay apart, as the office said, for the list of such groups.
  apart: (cycleId: CycleId, groupId: string) => inCycle(cycleId, `APART#${groupId}`),
  // Proposals that are to become one, by the one that stays, for their authors and the office.
  merging: (cycleId: CycleId, into: ProjectId | "") => inCycle(cycleId, `MERGING#${into}`),
  // Published lists of verdicts, for every reader of projects; and their verdicts, in parts; so what was left out by them, and by the ballot's.
  publication: (cycleId: CycleId, list: string, version: number | "") =>
    inCycle(cycleId, `PUBLICATION#${list && `${list}#`}${version && String(version).padStart(4, "0")}`),
  publicationPart: (cycleId: CycleId, list: string, version: number, part: number): Key => ({
    pk: `VERDICTS#${cycleId}#${list}#${version}`,
    sk: `PART#${String(part).padStart(4, "0")}`,
  }),
  leftOut: (cycleId: CycleId, list: string, version: number, part: number): Key => ({
    pk: `LEFT-OUT#${cycleId}#${list}#${version}`,
    sk: `PART#${String(part).padStart(4, "0")}`,
  }),
  // A proposal whose author has not confirmed it yet, for the mailed link; goes with its TTL.
  unconfirmed: (cycleId: CycleId, projectId: ProjectId) => inCycle(cycleId, `DRAFT#${projectId}`),
  // A proposal that its author still writes, for the mailed link; goes with its TTL. And what a mailbox began, for its own list.
  draft: (cycleId: CycleId, projectId: ProjectId) => inCycle(cycleId, `WRITTEN#${projectId}`),
  authored: (cycleId: CycleId, mailbox: string, projectId: ProjectId): Key => ({
    pk: `AUTHORED#${cycleId}#${mailbox}`,
    sk: projectId,
  }),
  // What a proposal said before its author changed it, for the office.
  projectEdit: (projectId: ProjectId, version: string): Key => ({
    pk: `EDITS#${projectId}`,
    sk: `BEFORE#${version}`,
  }),
  // Files of a proposal in their order, from its draft on: for its author, its page, the office and who looks at files that come in.
  attachments: (projectId: ProjectId): Key => ({ pk: `ATTACHMENTS#${projectId}`, sk: "FILES" }),
  // Which project has a number, for ever: no number is given twice.
  projectNumber: (cycleId: CycleId, number: string) => inCycle(cycleId, `NUMBER#${number}`),
  // The office's register of what came in, by its numbers; and the last number that was given.
  registerEntry: (cycleId: CycleId, number: string): Key => ({
    pk: `REGISTER#${cycleId}`,
    sk: `ENTRY#${number}`,
  }),
  registerLast: (cycleId: CycleId): Key => ({ pk: `REGISTER#${cycleId}`, sk: "LAST" }),
  // Lines of the register that say the same of a paper, by its title, and by its author and day: so that no paper is keyed twice unseen.
  twin: (cycleId: CycleId, term: string, number: string): Key => ({
    pk: `TWIN#${cycleId}#${term}`,
    sk: number,
  }),
  // A proposal that came after the call, for the office and its letter.
  lateProposal: (cycleId: CycleId, projectId: ProjectId) => inCycle(cycleId, `LATE#${projectId}`),
  // Letters on paper of an edition, for whoever prints and posts them; also found through the work index.
  printedLetter: (cycleId: CycleId, letterId: LetterId | ""): Key => ({
    pk: `PRINT#${cycleId}`,
    sk: `LETTER#${letterId}`,
  }),
  // Supporters of a project, one item a line of its list, for the office alone; and who of them counts, by each keyed hash of the person, so that nobody counts twice.
  support: (projectId: ProjectId, id: SupportId | ""): Key => ({
    pk: `SUPPORTS#${projectId}`,
    sk: `LINE#${id}`,
  }),
  supporter: (projectId: ProjectId, person: string): Key => ({
    pk: `SUPPORTS#${projectId}`,
    sk: `PERSON#${person}`,
  }),
  // Projects that have a word's stem, or another term, in the order of the list: those in whose title it stands first. For searches.
  posting: (cycleId: CycleId, term: string, kind: string, place: string): Key => ({
    pk: `FOUND-BY#${cycleId}#${term}`,
    sk: `${kind}${place}`,
  }),
  // The words of an edition's projects by their first letter, for words that begin so and for the nearest to one that is not there.
  word: (cycleId: CycleId, word: string): Key => ({ pk: `WORDS#${cycleId}#${word[0]}`, sk: word }),
  // Tallies of a count, per pool; sign-offs; the published result, by version.
  tally: (cycleId: CycleId, run: string, pool: string) => inCycle(cycleId, `TALLY#${run}#${pool}`),
  count: (cycleId: CycleId) => inCycle(cycleId, "COUNT"),
  results: (cycleId: CycleId, version: number) =>
    inCycle(cycleId, `RESULTS#${String(version).padStart(4, "0")}`),
  // Records that personal data of an edition was destroyed, by kind; for the report, and so that it is done once.
  destruction: (cycleId: CycleId, what: string) => inCycle(cycleId, `DESTRUCTION#${what}`),
  // How many have voted so far, rounded, for the pages of an open vote.
  turnout: (cycleId: CycleId) => inCycle(cycleId, "TURNOUT"),
  // The sealed ballot box as it was listed before any ballot was opened, with its checkpoint; for receipts, count and publication.
  box: (cycleId: CycleId) => inCycle(cycleId, "BOX"),
  draw: (cycleId: CycleId, pool: string) => inCycle(cycleId, `DRAW#${pool}`),

  // The roll, packed into shards of one version, for one look-up each.
  rollShard: (cycleId: CycleId, importId: string, shard: number): Key => ({
    pk: `ROLL#${cycleId}#${importId}#${shard}`,
    sk: "SHARD",
  }),
  // Imports of rolls, for what is left of those that are over; one that is read in parts has its parts and buckets apart, and its entries staged
  // by bucket, until the second person has spoken.
  rollImport: (importId: string): Key => ({ pk: "ROLL-IMPORTS", sk: importId }),
  rollPart: (cycleId: CycleId, importId: string, of: string): Key => ({
    pk: `ROLL-IMPORT#${cycleId}#${importId}`,
    sk: of,
  }),
  rollStaged: (cycleId: CycleId, importId: string, bucket: number | "", part: number): Key => ({
    pk: `ROLL-STAGED#${cycleId}#${importId}#${bucket}`,
    sk: `PART#${part}`,
  }),
  // What was added to the roll since, one item a person, for the same look-up; spread over partitions by the first digit of the entry.
  rollAddition: (cycleId: CycleId, entry: string): Key => ({
    pk: `ROLL-ADDED#${cycleId}#${entry[0]}`,
    sk: `ENTRY#${entry}`,
  }),
  // Statements of residents who are not on the roll, for the office; the person's data apart: whole until the decision, then a part for each
  // number of days that some of it is kept, with a TTL of its own.
  statement: (cycleId: CycleId, id: StatementId | "") => inCycle(cycleId, `STATEMENT#${id}`),
  statementData: (cycleId: CycleId, id: StatementId, days: number | ""): Key => ({
    pk: `STATEMENT#${cycleId}#${id}`,
    sk: `DATA${days}`,
  }),
  // The vote: session of a voter, gates, markers; ballots are in a table of their own.
  voterSession: (sessionHash: string): Key => ({ pk: `VOTER-SESSION#${sessionHash}`, sk: "SESSION" }),
  voterContact: (cycleId: CycleId, voterKey: string): Key => ({
    pk: `VOTER-CONTACT#${cycleId}#${voterKey}`,
    sk: "CONTACT",
  }),
  // A guardian's declaration, without a name, for the record.
  guardian: (cycleId: CycleId, declaration: string): Key => ({
    pk: `GUARDIAN#${cycleId}#${declaration}`,
    sk: "STATEMENT",
  }),
  // Token buckets of limits, by a keyed hash of whom they limit, of one edition or of the site; gone soon after they are full again.
  bucket: (of: CycleId | "site", subject: string): Key => ({ pk: `BUCKET#${of}#${subject}`, sk: "BUCKET" }),
  // Signals for the commission: crowds of voters by what they share and by day, spread over partitions by the first letter of the subject.
  // With a voter: that one belongs to it.
  crowd: (cycleId: CycleId, shared: string, subject: string, day: string, voter = ""): Key => ({
    pk: `CROWDS#${cycleId}#${subject[0]}`,
    sk: `${shared}#${subject}#${day}${voter && `.${voter}`}`,
  }),
  // When the last one of a crowd came, for the next gap; its name is another hash than the crowd's, and it goes within the hour.
  lastOfCrowd: (subject: string): Key => ({ pk: `LAST#${subject}`, sk: "LAST" }),
  // How many a clerk let in in the stretch of time that is on, and where: only its key leads to it, and it goes with its TTL.
  stretch: (name: string): Key => ({ pk: `STRETCH#${name}`, sk: "STRETCH" }),
  // A clerk's stint at points that the commission should look at.
  stint: (cycleId: CycleId, of: Readonly<Record<"clerk" | "rule" | "from", string>>) =>
    inCycle(cycleId, `STINT#${of.clerk}#${of.rule}#${of.from}`),
  gate: (cycleId: CycleId, gate: number): Key => ({ pk: `GATE#${cycleId}#${gate}`, sk: "GATE" }),
  marker: (cycleId: CycleId, voterKey: string): Key => ({
    pk: `MARKER#${cycleId}#${voterKey}`,
    sk: "MARKER",
  }),
  // Decisions of the commission on void ballots, for its page and the count.
  voidCase: (cycleId: CycleId, id: VoidId) => inCycle(cycleId, `VOID#${id}`),
  ballot: (cycleId: CycleId, ballotId: string): Key => ({ pk: `${cycleId}#${ballotId}` }),

  // Voting points of a cycle, all in one item; a clerk's day at one of them; its batches of paper cards, and
  // that no more are registered; the cards of a batch.
  points: (cycleId: CycleId) => inCycle(cycleId, "POINTS"),
  shift: (cycleId: CycleId, point: string, day: string, clerk: string) =>
    inCycle(cycleId, `SHIFT#${point}#${day}#${clerk}`),
  // A point's day as two people signed it.
  pointDay: (cycleId: CycleId, point: string, day: string) => inCycle(cycleId, `DAY#${point}#${day}`),
  batch: (cycleId: CycleId, batchId: BatchId) => inCycle(cycleId, `BATCH#${batchId}`),
  // A file in which somebody has keyed the cards of a batch.
  paperFile: (cycleId: CycleId, batchId: BatchId, uploadId: string) =>
    inCycle(cycleId, `PAPERFILE#${batchId}#${uploadId}`),
  registration: (cycleId: CycleId) => inCycle(cycleId, "REGISTRATION"),
  card: (cycleId: CycleId, batchId: BatchId, number: number): Key => ({
    pk: `CARDS#${cycleId}#${batchId}`,
    sk: String(number).padStart(5, "0"),
  }),

  // Consultations and meetings: all, for lists; one, with its sign-ups in order.
  consultation: (id: ConsultationId): Key => ({ pk: "CONSULTATIONS", sk: id }),
  // Programmes, which consultations name.
  programme: (id: ProgrammeId | ""): Key => ({ pk: "PROGRAMMES", sk: id }),
  // Requests for a consultation; who speaks for one, and who signed it, under its part, with a TTL.
  consultationRequest: (id: RequestId | ""): Key => ({ pk: "CONSULTATION-REQUESTS", sk: id }),
  consultationRequestPart: (id: RequestId, part: string): Key => ({
    pk: `CONSULTATION-REQUEST#${id}`,
    sk: part,
  }),
  // What belongs to one consultation: texts of its documents by version, letters that were keyed, how many remarks there are, its report.
  consultationPart: (id: ConsultationId, part: string): Key => ({ pk: `CONSULTATION#${id}`, sk: part }),
  // What was said to it, in the order of its numbers, for everybody; whoever said it, apart, for the office and its answer, with a TTL; and what
  // waits for its link, with a TTL.
  remark: (id: ConsultationId, remark: string): Key => ({ pk: `REMARKS#${id}`, sk: remark }),
  remarkAuthor: (id: ConsultationId, remark: string): Key => ({ pk: `REMARK-AUTHORS#${id}`, sk: remark }),
  // That somebody looks at what residents wrote, beside it; its text, where the public does not see all of it, with a TTL; the log of that, for
  // everybody.
  look: (id: ConsultationId, post: string): Key => ({ pk: `LOOKS#${id}`, sk: post }),
  postOriginal: (id: ConsultationId, post: string): Key => ({ pk: `ORIGINALS#${id}`, sk: post }),
  // Mailboxes that are kept from writing, by their keyed hash, for whatever they confirm; with a TTL.
  bar: (person: string): Key => ({ pk: "BARS", sk: person }),
  moderationEntry: (at: string, id: string): Key => ({ pk: "MODERATION", sk: at && `${at}#${id}` }),
  waitingRemark: (id: string): Key => ({ pk: `WAITING-REMARK#${id}`, sk: "REMARK" }),
  meeting: (id: MeetingId): Key => ({ pk: "MEETINGS", sk: id }),
  // Meetings by when they end, all of them and those of one consultation, for lists that show first what is to come.
  agenda: (of: ConsultationId | "all" | "visits", endsAt: string, id: MeetingId): Key => ({
    pk: `AGENDA#${of}`,
    sk: `${endsAt}#${id}`,
  }),
  // Which appointments at the point a mailbox holds, one item a place in its hand, so that it holds no more than it has places.
  visitHeld: (mailbox: string, place: number | ""): Key => ({
    pk: `VISITS-HELD#${mailbox}`,
    sk: `PLACE#${place}`,
  }),
  roster: (id: MeetingId): Key => ({ pk: `MEETING#${id}`, sk: "ROSTER" }),
  places: (id: MeetingId): Key => ({ pk: `MEETING#${id}`, sk: "PLACES" }),
  signup: (id: MeetingId, signupId: SignupId): Key => ({ pk: `MEETING#${id}`, sk: `SIGNUP#${signupId}` }),
  // What helps people of a meeting to take part, apart from everything else of them: it goes the day after.
  needs: (id: MeetingId, signupId: SignupId): Key => ({ pk: `NEEDS#${id}`, sk: signupId }),

  // Minutes of meetings: all, for their pages; of one, the versions that were published; the last number of a year; the motions that were handed in.
  minutes: (id: MeetingId): Key => ({ pk: "MINUTES", sk: id }),
  minutesVersion: (id: MeetingId, version: string): Key => ({ pk: `MINUTES#${id}`, sk: version }),
  minutesNumber: (year: string): Key => ({ pk: "MINUTES-NUMBERS", sk: year }),
  motion: (id: MeetingId, motionId: string): Key => ({ pk: `MOTIONS#${id}`, sk: motionId }),
  // How often motions of a meeting came, so that two at once do not pass its limits.
  motionsCame: (id: MeetingId): Key => ({ pk: `MOTIONS-CAME#${id}`, sk: "LAST" }),

  // Who has come to a meeting, by sign-up or as a number, for its door; goes with the sign-ups.
  checkIn: (id: MeetingId, name: string): Key => ({ pk: `CHECK-INS#${id}`, sk: name }),

  // Decisions of meetings: all, for the public list; the history of one; the last number of a meeting.
  decision: (id: string): Key => ({ pk: "DECISIONS", sk: id }),
  decisionStep: (id: string, step: string): Key => ({ pk: `DECISION#${id}`, sk: step }),
  decisionNumber: (id: MeetingId): Key => ({ pk: `DECISION-NUMBERS#${id}`, sk: "LAST" }),

  // Surveys: all, for lists; one, with its earlier revisions, its counted answers in shards by revision, its batches of paper, and which
  // proved addresses have answered, as keyed hashes; its answers, which lead to nobody.
  survey: (id: string): Key => ({ pk: "SURVEYS", sk: id }),
  surveyPart: (id: string, part: string): Key => ({ pk: `SURVEY#${id}`, sk: part }),
  surveyAnswered: (id: string, person: string): Key => ({ pk: `SURVEY-ANSWERED#${id}`, sk: person }),
  surveyAnswer: (id: string, answer: string): Key => ({ pk: `SURVEY-ANSWERS#${id}`, sk: answer }),

  // What residents ask and demand of the office: all of them, for its list and for the search by number.
  matter: (id: string): Key => ({ pk: "MATTERS", sk: id }),

  // The office: its units, and its people by the identity provider's id; all of each, for lists and letters.
  unit: (id: string): Key => ({ pk: "UNITS", sk: id }),
  person: (id: string): Key => ({ pk: "STAFF", sk: id }),
  // That a session of staff was ended, by the session's name, or all that a person had, by theirs; for every page and call of staff.
  signedOut: (of: string): Key => ({ pk: `SIGNED-OUT#${of}`, sk: "SESSION" }),
  // When what is kept elsewhere was last read, such as the accounts of staff, for the page of people.
  reading: (of: string): Key => ({ pk: "READINGS", sk: of }),

  // How a form fared on a day, for the office's page of forms; every form by itself, since all are written to in the last minute of a vote.
  formCounts: (form: string, day: string): Key => ({ pk: `FORM#${form}`, sk: day }),

  // A file that comes in, by its ticket; found through the pending index when it is to be looked at, and when it goes.
  upload: (id: string): Key => ({ pk: `UPLOAD#${id}`, sk: "UPLOAD" }),

  // The record that the letters of a morning are written, so that they are written once.
  morning: (day: string): Key => ({ pk: `MORNING#${day}`, sk: "MORNING" }),

  // An act that one person has proposed, for its page and its settlement; and which one of a kind stands on a thing, among those of one journal: an edition's,
  // a survey's.
  pending: (id: PendingId): Key => ({ pk: `PENDING#${id}`, sk: "ACT" }),
  pendingOn: (journal: string, kind: string, thing: string): Key => ({
    pk: `PENDING-ON#${journal}`,
    sk: `${kind}#${thing}`,
  }),

  // Notices that wait to be told, found through the pending index; once told, a notice goes with its TTL.
  notice: (noticeId: string): Key => ({ pk: `NOTICE#${noticeId}`, sk: "NOTICE" }),
  // A letter about a decision that was given up, for the office; also found through the work index.
  letter: (letterId: LetterId): Key => ({ pk: `LETTER#${letterId}`, sk: "LETTER" }),
  // What became of the letters to one address or number, each named by a keyed hash, for a search by staff.
  ledger: (to: string, letter: string): Key => ({ pk: `LETTERS#${to}`, sk: letter }),
  // The audit trail of a day, in order of writing; `auditOf` is the record's own place within a cycle, for its page.
  audit: (subject: string, at: string, id: string): Key => ({ pk: `AUDIT#${subject}`, sk: `${at}#${id}` }),
} as const;

/** What a key was built from, for a consumer that found it in an index: the parts of its partition key after its name. */
export const partsOf = ({ pk }: Key): string[] => pk.split("#").slice(1);
