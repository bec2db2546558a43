import { cityNamed } from "../../shared/cities/cities.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { idFrom, type System } from "../../shared/platform/system.ts";
import { auditWrite } from "../../shared/store/audit.ts";
import type { Table } from "../../shared/store/table.ts";
import type { Settings } from "../aws/settings.ts";

const past = (stage: string): string =>
  `To deploy all the same, say why, for the journal of the edition and the output of the stack:
  npm run deploy -- -c stage=${stage} -c during-a-vote="REASON"`;

const said = ({ name, edition, calendar }: Cycle, timeZone: string): string => {
  const endsAt = entryOf(calendar, "voting")?.endsAt;
  const asTold = { timeZone, dateStyle: "long", timeStyle: "short" } as const;
  return `"${name}", edition ${edition}${endsAt ? `, until ${new Date(endsAt).toLocaleString("en-GB", asTold)}` : ""}`;
};

/** Why nothing is deployed to a stage now, until when, and how to go past it on purpose. */
export const voteStands = (
  votes: readonly Cycle[],
  { stage, city }: Pick<Settings, "stage" | "city">,
): string =>
  `A vote is open on stage "${stage}": ${votes.map((vote) => said(vote, cityNamed(city).zone)).join("; ")}.
Nothing is deployed before it is over: who votes meets the release that they began with.
${past(stage)}`;

/** Who cannot be asked is no permission. */
export const nobodySays = (error: unknown, { stage }: Pick<Settings, "stage">): string =>
  `Whether a vote is open on stage "${stage}" cannot be asked: ${error instanceof Error ? error.message : error}.
Sign in with the AWS CLI, as somebody who may read its tables.
${past(stage)}`;

/** Leaves in the journal of each edition that its vote was not waited for, and why. */
export const noteInJournal = async (
  votes: readonly Cycle[],
  reason: string,
  { table, system }: { readonly table: Pick<Table, "write">; readonly system: System },
): Promise<void> => {
  for (const { id } of votes)
    await table.write([
      auditWrite(id, idFrom("aud", system.random(10)), {
        at: system.now(),
        by: "system",
        byName: "Rynek",
        act: "DEPLOY during-a-vote",
        reason,
        facts: {},
      }),
    ]);
};
