/** `npm run rotate`: exchanges secrets, with an overlap in which nobody notices. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "./aws/settings.ts";
import { adopt, exchange, secretNamed } from "./rotate/exchange.ts";
import { inFolder, inStage, type Kept } from "./rotate/places.ts";

const USAGE = `npm run rotate -- NAME… [--leaked] [-c stage=STAGE]
    exchanges secrets of this machine's data, or of a stage: sessions, codes, links, signing. What the one before made is taken for
    a while (docs/secrets.md); --leaked ends that at once
npm run rotate -- --adopt SECRET -c stage=STAGE
    once, after a deployment in which one secret was for everything: all begin as it, and nothing that it made is lost`;

const placeOf = async (context: string | undefined): Promise<Kept> => {
  if (context === undefined) return inFolder(resolve(process.env.RYNEK_DATA_DIR ?? ".rynek"));
  const stage = /^stage=(.+)$/.exec(context)?.[1];
  if (stage === undefined) throw new TypeError(USAGE);
  const { context: settings } = JSON.parse(readFileSync("cdk.json", "utf8"));
  return await inStage(readSettings(settings.rynek, stage));
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      context: { type: "string", short: "c" },
      leaked: { type: "boolean", default: false },
      adopt: { type: "string" },
    },
  });
  const names = positionals.map(secretNamed);
  if ((names.length === 0) === (values.adopt === undefined)) throw new TypeError(USAGE);
  const place = await placeOf(values.context);
  if (values.adopt !== undefined) console.log(await adopt(values.adopt, place));
  for (const name of names) console.log(await exchange(name, { isLeaked: values.leaked }, place));
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
