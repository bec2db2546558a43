import { openAudit } from "./audit.ts";
import { openBallotLists } from "./ballot-lists.ts";
import { openBallots } from "./ballots.ts";
import { openBatches } from "./batches.ts";
import { openBoxes } from "./boxes.ts";
import { openConsultations } from "./consultations.ts";
import { openCounts } from "./counts.ts";
import { openCycles } from "./cycles.ts";
import { openDirectory } from "./directory.ts";
import { openDrafts } from "./drafts.ts";
import { openFormCounts } from "./form-counts.ts";
import { openLetters } from "./letters.ts";
import { openLimits } from "./limits.ts";
import { openMeetings } from "./meetings.ts";
import { openPending } from "./pending.ts";
import { openProjects } from "./projects.ts";
import { openResults } from "./results.ts";
import { openRetention } from "./retention.ts";
import { openRoll } from "./roll.ts";
import { openSignals } from "./signals.ts";
import { openSignups } from "./signups.ts";
import { openStatements } from "./statements.ts";
import { openStints } from "./stints.ts";
import { openSupports } from "./supports.ts";
import type { Table } from "./table.ts";
import { openTurnouts } from "./turnouts.ts";
import { openVoids } from "./voids.ts";
import { openVoterSessions } from "./voter-sessions.ts";
import { openVotingPoints } from "./voting-points.ts";
import { openWork } from "./work.ts";

export type Store = ReturnType<typeof openStore>;

/** Everything that is stored, by what it is. */
export const openStore = (table: Table) => ({
  table,
  audit: openAudit(table),
  ballotLists: openBallotLists(table),
  ballots: openBallots(table),
  batches: openBatches(table),
  boxes: openBoxes(table),
  consultations: openConsultations(table),
  counts: openCounts(table),
  cycles: openCycles(table),
  formCounts: openFormCounts(table),
  letters: openLetters(table),
  limits: openLimits(table),
  meetings: openMeetings(table),
  directory: openDirectory(table),
  drafts: openDrafts(table),
  pending: openPending(table),
  projects: openProjects(table),
  results: openResults(table),
  retention: openRetention(table),
  roll: openRoll(table),
  statements: openStatements(table),
  stints: openStints(table),
  supports: openSupports(table),
  signals: openSignals(table),
  signups: openSignups(table),
  turnouts: openTurnouts(table),
  voids: openVoids(table),
  voterSessions: openVoterSessions(table),
  votingPoints: openVotingPoints(table),
  work: openWork(table),
});
