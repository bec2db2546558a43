/** `npm run restore`: puts a copy of the data in the place of what is lost, and joins its tables again. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ZodError } from "zod";
import { type Finding, lineOf } from "./doctor/finding.ts";
import { rejoinFolder, restoreFolder } from "./restore/data-folder.ts";
import { restoreStage, StageRestore } from "./restore/stage.ts";

const USAGE = `npm run restore -- --from DIR --to DIR
    copies a data folder, also one that is in use, into a new one, and holds its votes against one another
npm run restore -- --to DIR --answer FILE…
    does what the holders of the link key found (npm run keys -- match), in a folder that was restored before
npm run restore -- -c stage=NAME --main TABLE --ballots TABLE --at MOMENT [--as LABEL]
    restores both tables of a stage on AWS to new ones, as they were at one second, and holds their votes against one another
npm run restore -- -c stage=NAME --as LABEL --answer FILE… | --numbers-alone
    goes on with tables that were restored before, by this command or out of a vault, and guards them when nothing differs;
    --numbers-alone where the link key is lost`;

const text = { type: "string" } as const;

const read = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      context: { type: "string", short: "c" },
      from: text,
      to: text,
      main: text,
      ballots: text,
      at: text,
      as: text,
      "numbers-alone": { type: "boolean", default: false },
      answer: { type: "string", multiple: true },
    },
  });

const restored = async (): Promise<{ findings: Finding[]; what: string }> => {
  const { values, positionals } = read();
  const { from, to, context, main, ballots, at, as: label } = values;
  const answers = [...(values.answer ?? []), ...positionals];
  if (context !== undefined) {
    const stage = /^stage=(.+)$/.exec(context)?.[1];
    if (stage === undefined || from !== undefined || to !== undefined) throw new TypeError(USAGE);
    const asked = StageRestore.parse({
      stage,
      main,
      ballots,
      at,
      label,
      answers,
      numbersAlone: values["numbers-alone"],
    });
    return { findings: await restoreStage(asked, (line) => console.error(line)), what: `stage ${stage}` };
  }
  if (to === undefined || (from === undefined) === (answers.length === 0)) throw new TypeError(USAGE);
  const findings =
    from === undefined
      ? await rejoinFolder(resolve(to), answers)
      : await restoreFolder(resolve(from), resolve(to));
  return { findings, what: to };
};

const main = async (): Promise<number> => {
  const { findings, what } = await restored();
  for (const finding of findings) console.log(lineOf(finding));
  const isWhole = findings.every(({ state }) => state !== "fault");
  console.log(
    isWhole
      ? `\nRESTORED ${what}. Who voted after the copy was made votes again: their receipt is not found.`
      : "\nNOT YET: nobody votes on it before the faults are mended.",
  );
  return isWhole ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  const said = error instanceof ZodError ? error.issues.map(({ message }) => message).join("\n") : undefined;
  console.error(said ?? (error instanceof Error ? error.message : error));
  process.exitCode = 2;
}
