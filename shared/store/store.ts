import { later } from "../domain/later.ts";
import type { Table } from "./table.ts";

export type Store = ReturnType<typeof openStore>;

/** Everything that is stored, by what it is. Each is read with schemas that nobody needs who does not ask for it. */
export const openStore = (table: Table) => ({
  table,
  audit: later(() => import("./audit.ts").then(({ openAudit }) => openAudit(table))),
  ballotLists: later(() => import("./ballot-lists.ts").then(({ openBallotLists }) => openBallotLists(table))),
  ballots: later(() => import("./ballots.ts").then(({ openBallots }) => openBallots(table))),
  batches: later(() => import("./batches.ts").then(({ openBatches }) => openBatches(table))),
  boxes: later(() => import("./boxes.ts").then(({ openBoxes }) => openBoxes(table))),
  counts: later(() => import("./counts.ts").then(({ openCounts }) => openCounts(table))),
  cycles: later(() => import("./cycles.ts").then(({ openCycles }) => openCycles(table))),
  formCounts: later(() => import("./form-counts.ts").then(({ openFormCounts }) => openFormCounts(table))),
  health: later(() => import("./health.ts").then(({ openHealth }) => openHealth(table))),
  ledger: later(() => import("./ledger.ts").then(({ openLedger }) => openLedger(table))),
  letters: later(() => import("./letters.ts").then(({ openLetters }) => openLetters(table))),
  listNotes: later(() => import("./list-notes.ts").then(({ openListNotes }) => openListNotes(table))),
  limits: later(() => import("./limits.ts").then(({ openLimits }) => openLimits(table))),
  leftOut: later(() => import("./left-out.ts").then(({ openLeftOut }) => openLeftOut(table))),
  meetings: later(() => import("./meetings.ts").then(({ openMeetings }) => openMeetings(table))),
  directory: later(() => import("./directory.ts").then(({ openDirectory }) => openDirectory(table))),
  drafts: later(() => import("./drafts.ts").then(({ openDrafts }) => openDrafts(table))),
  unconfirmed: later(() => import("./unconfirmed.ts").then(({ openUnconfirmed }) => openUnconfirmed(table))),
  paperFiles: later(() => import("./paper-files.ts").then(({ openPaperFiles }) => openPaperFiles(table))),
  printedLetters: later(() =>
    import("./printed-letters.ts").then(({ openPrintedLetters }) => openPrintedLetters(table)),
  ),
  pending: later(() => import("./pending.ts").then(({ openPending }) => openPending(table))),
  probes: later(() => import("./probes.ts").then(({ openProbes }) => openProbes(table))),
  projects: later(() => import("./projects.ts").then(({ openProjects }) => openProjects(table))),
  publications: later(() =>
    import("./publications.ts").then(({ openPublications }) => openPublications(table)),
  ),
  register: later(() => import("./register.ts").then(({ openRegister }) => openRegister(table))),
  results: later(() => import("./results.ts").then(({ openResults }) => openResults(table))),
  retention: later(() => import("./retention.ts").then(({ openRetention }) => openRetention(table))),
  roll: later(() => import("./roll.ts").then(({ openRoll }) => openRoll(table))),
  rollImports: later(() => import("./roll-imports.ts").then(({ openRollImports }) => openRollImports(table))),
  statements: later(() => import("./statements.ts").then(({ openStatements }) => openStatements(table))),
  staffSessions: later(() =>
    import("./staff-sessions.ts").then(({ openStaffSessions }) => openStaffSessions(table)),
  ),
  settledHints: later(() =>
    import("./settled-hints.ts").then(({ openSettledHints }) => openSettledHints(table)),
  ),
  stints: later(() => import("./stints.ts").then(({ openStints }) => openStints(table))),
  signals: later(() => import("./signals.ts").then(({ openSignals }) => openSignals(table))),
  signups: later(() => import("./signups.ts").then(({ openSignups }) => openSignups(table))),
  turnouts: later(() => import("./turnouts.ts").then(({ openTurnouts }) => openTurnouts(table))),
  uploads: later(() => import("./uploads.ts").then(({ openUploads }) => openUploads(table))),
  voids: later(() => import("./voids.ts").then(({ openVoids }) => openVoids(table))),
  voterSessions: later(() =>
    import("./voter-sessions.ts").then(({ openVoterSessions }) => openVoterSessions(table)),
  ),
  votingPoints: later(() =>
    import("./voting-points.ts").then(({ openVotingPoints }) => openVotingPoints(table)),
  ),
  work: later(() => import("./work.ts").then(({ openWork }) => openWork(table))),
});
