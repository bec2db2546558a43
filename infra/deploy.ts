/** `npm run deploy [-- -c stage=STAGE …]`: `cdk deploy` of every stack, unless a vote is open there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readRelease } from "./aws/release.ts";
import { readSettings } from "./aws/settings.ts";
import { saidIn } from "./deploy/said.ts";
import { standsInTheWay } from "./deploy/way.ts";
import { openFacts } from "./doctor/facts.ts";

const CDK = join(import.meta.dirname, "../node_modules/.bin/cdk");

const main = async (args: readonly string[]): Promise<number> => {
  const { context, profile } = saidIn(args);
  // Who is asked is who will be changed.
  if (profile !== undefined) process.env.AWS_PROFILE = profile;
  const { context: kept } = JSON.parse(readFileSync("cdk.json", "utf8"));
  const settings = readSettings(kept.rynek, context.get("stage") ?? kept.stage);
  const release = readRelease((name) => context.get(name));
  const refusal = await standsInTheWay(settings, release, openFacts(settings));
  if (refusal !== undefined) {
    console.error(refusal);
    return 1;
  }
  const child = spawn(CDK, ["deploy", "--all", ...args], { stdio: "inherit" });
  const [status] = await once(child, "exit");
  return status ?? 1;
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
