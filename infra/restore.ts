/** `npm run restore`: puts a copy of the data in the place of what is lost, and joins its tables again. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { lineOf } from "./doctor/finding.ts";
import { rejoinFolder, restoreFolder } from "./restore/data-folder.ts";

const USAGE = `npm run restore -- --from DIR --to DIR
    copies a data folder, also one that is in use, into a new one, and holds its votes against one another
npm run restore -- --to DIR --answer FILE…
    does what the holders of the link key found (npm run keys -- match), in a folder that was restored before`;

const main = async (): Promise<number> => {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: text, to: text, answer: { type: "string", multiple: true } },
  });
  const { from, to } = values;
  const answers = [...(values.answer ?? []), ...positionals];
  if (to === undefined || (from === undefined) === (answers.length === 0)) throw new TypeError(USAGE);
  const findings =
    from === undefined
      ? await rejoinFolder(resolve(to), answers)
      : await restoreFolder(resolve(from), resolve(to));
  for (const finding of findings) console.log(lineOf(finding));
  const isWhole = findings.every(({ state }) => state !== "fault");
  console.log(
    isWhole
      ? `\nRESTORED ${to}. Who voted after the copy was made votes again: their receipt is not found.`
      : "\nNOT YET: nobody votes on it before the faults are mended.",
  );
  return isWhole ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
