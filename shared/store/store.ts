import { openAudit } from "./audit.ts";
import { openBallotLists } from "./ballot-lists.ts";
import { openBallots } from "./ballots.ts";
import { openConsultations } from "./consultations.ts";
import { openCounts } from "./counts.ts";
import { openCycles } from "./cycles.ts";
import { openDrafts } from "./drafts.ts";
import { openMeetings } from "./meetings.ts";
import { openProjects } from "./projects.ts";
import { openResults } from "./results.ts";
import { openRoll } from "./roll.ts";
import { openSignups } from "./signups.ts";
import { openStatements } from "./statements.ts";
import { openSupports } from "./supports.ts";
import type { Table } from "./table.ts";
import { openVoterSessions } from "./voter-sessions.ts";

export type Store = ReturnType<typeof openStore>;

/** Everything that is stored, by what it is. */
export const openStore = (table: Table) => ({
  table,
  audit: openAudit(table),
  ballotLists: openBallotLists(table),
  ballots: openBallots(table),
  consultations: openConsultations(table),
  counts: openCounts(table),
  cycles: openCycles(table),
  meetings: openMeetings(table),
  drafts: openDrafts(table),
  projects: openProjects(table),
  results: openResults(table),
  roll: openRoll(table),
  statements: openStatements(table),
  supports: openSupports(table),
  signups: openSignups(table),
  voterSessions: openVoterSessions(table),
});
