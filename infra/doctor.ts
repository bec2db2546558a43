/** `npm run doctor [-- -c stage=NAME]`: what is wrong with this machine, or with a stage, a line each with what to do. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Finding, lineOf } from "./doctor/finding.ts";
import { machineFindings } from "./doctor/machine.ts";
import { stageFindings } from "./doctor/stage.ts";

const USAGE = `npm run doctor                      what is wrong with this machine
npm run doctor -- -c stage=NAME     what is wrong with a stage of cdk.json, and with what stands on AWS`;

const PORT = 3000;

const stageIn = (context: string | undefined): string | undefined => {
  if (context === undefined) return undefined;
  const [name, stage] = context.split("=");
  if (name !== "stage" || !stage) throw new TypeError(USAGE);
  return stage;
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { context: { type: "string", short: "c" }, help: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const stage = stageIn(values.context);
  const findings: AsyncIterable<Finding> =
    stage === undefined
      ? machineFindings(resolve(process.env.RYNEK_DATA_DIR ?? ".rynek"), PORT)
      : stageFindings(stage);
  let faults = 0;
  for await (const finding of findings) {
    if (finding.state === "fault") faults += 1;
    console.log(lineOf(finding));
  }
  console.log(faults === 0 ? "\nNothing is wrong." : `\n${faults} ${faults === 1 ? "fault" : "faults"}.`);
  return faults === 0 ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof TypeError ? error.message : error);
  process.exitCode = 2;
}
