/** `npm run deploy [-- -c stage=STAGE …]`: `cdk deploy` of every stack, unless a vote is open there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { system } from "../shared/platform/system.ts";
import { readRelease } from "./aws/release.ts";
import { readSettings, type Settings } from "./aws/settings.ts";
import { saidIn, toldTo } from "./deploy/said.ts";
import { nobodySays, noteInJournal, voteStands } from "./deploy/way.ts";
import { openFacts, tablesOf } from "./doctor/facts.ts";

const CDK = join(import.meta.dirname, "../node_modules/.bin/cdk");

/** Why nothing is deployed now. The tables are asked: the site may be what is to be mended. */
const against = async (settings: Settings, reason: string | undefined): Promise<string | undefined> => {
  const { standing, openVotes } = openFacts(settings);
  try {
    const there = await standing();
    const votes = there ? await openVotes(there) : [];
    if (!there || votes.length === 0) return undefined;
    if (reason === undefined) return voteStands(votes, settings);
    await noteInJournal(votes, reason, { table: tablesOf(there, settings), system });
    return undefined;
  } catch (error) {
    if (reason === undefined) return nobodySays(error, settings);
    console.error(
      `The reason does not stand in the journal: ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  }
};

const main = async (args: readonly string[]): Promise<number> => {
  const { context, profile } = saidIn(args);
  // Who is asked is who will be changed.
  if (profile !== undefined) process.env.AWS_PROFILE = profile;
  const { context: kept } = JSON.parse(readFileSync("cdk.json", "utf8"));
  const settings = readSettings(kept.rynek, context.get("stage") ?? kept.stage);
  const { duringAVote } = readRelease((name) => context.get(name));
  const refusal = await against(settings, duringAVote);
  if (refusal !== undefined) {
    console.error(refusal);
    return 1;
  }
  const child = spawn(CDK, toldTo(args, settings.stage), { stdio: "inherit" });
  const [status] = await once(child, "exit");
  return status ?? 1;
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
