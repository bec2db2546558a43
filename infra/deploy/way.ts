import { cityNamed } from "../../shared/cities/cities.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Release } from "../aws/release.ts";
import type { Settings } from "../aws/settings.ts";
import type { Facts } from "../doctor/facts.ts";

const past = (stage: string): string =>
  `To deploy all the same, say why, for everybody to read in the stack's output:
  npm run deploy -- -c stage=${stage} -c during-a-vote="REASON"`;

const said = ({ name, edition, calendar }: Cycle, zone: string): string => {
  const endsAt = entryOf(calendar, "voting")?.endsAt;
  const until =
    endsAt &&
    new Date(endsAt).toLocaleString("en-GB", { timeZone: zone, dateStyle: "long", timeStyle: "short" });
  return `"${name}", edition ${edition}${until ? `, until ${until}` : ""}`;
};

/** Why nothing is deployed to a stage now, until when, and what to do; undefined where nothing stands in the way. The tables say it: the site may be what is to be mended. */
export const standsInTheWay = async (
  { stage, city }: Pick<Settings, "stage" | "city">,
  { duringAVote }: Release,
  { standing, openVotes }: Pick<Facts, "standing" | "openVotes">,
): Promise<string | undefined> => {
  if (duringAVote !== undefined) return undefined;
  try {
    const there = await standing();
    const votes = there ? await openVotes(there) : [];
    if (votes.length === 0) return undefined;
    const { zone } = cityNamed(city);
    return `A vote is open on stage "${stage}": ${votes.map((vote) => said(vote, zone)).join("; ")}.
Nothing is deployed before it is over: who votes meets the release that they began with.
${past(stage)}`;
  } catch (error) {
    return `Whether a vote is open on stage "${stage}" cannot be asked: ${error instanceof Error ? error.message : error}.
Sign in with the AWS CLI, as somebody who may read its tables.
${past(stage)}`;
  }
};
