import { type Arguments, readArguments, USAGE } from "./tally/arguments.ts";
import { ruleNames } from "./tally/counting.ts";
import { readingOf } from "./tally/reading.ts";
import { reportOf } from "./tally/report.ts";
import { tableOf } from "./tally/table.ts";

// Counts Pabulib files, or checks them: `npm run tally`. Results go to standard output, what is wrong with a file to standard error.

/** What became of a file. The exit code is the worst of all: a file that cannot be read weighs more than one whose winners are not named. */
const [DONE, REFUSED, FAULTY, WITHHELD] = [0, 1, 2, 3];
const WORST_FIRST = [FAULTY, REFUSED, WITHHELD];

/** Prints the count of one file. */
const countFile = (name: string, options: Arguments): number => {
  const reading = readingOf(name);
  if (!reading.ok) {
    const { line, column, message } = reading.fault;
    console.error(`${name}:${line}:${column}: ${message}`);
    return FAULTY;
  }
  const report = reportOf(name, reading.file, options, reading.warnings);
  const { figures, ...exact } = report;
  console.log(options.json ? JSON.stringify(options.figures ? report : exact) : tableOf(report));
  return report.withheld === undefined ? DONE : WITHHELD;
};

/** Does the work on one file; one that cannot be had, or an accident, does not keep the others from theirs. */
const workOn = async (name: string, options: Arguments): Promise<number> => {
  try {
    if (!options.check) return countFile(name, options);
    const { checkFile } = await import("./tally/check.ts");
    return { sound: DONE, refused: REFUSED, withheld: WITHHELD }[checkFile(name, options)];
  } catch (error) {
    if (error instanceof Error && "syscall" in error) console.error(`${name}: ${error.message}`);
    else console.error(`${name}:`, error);
    return options.check ? REFUSED : FAULTY;
  }
};

const main = async (): Promise<number> => {
  const options = readArguments(process.argv.slice(2));
  if (typeof options === "string") {
    console.error(`${options}\n${USAGE}`);
    return FAULTY;
  }
  if (options.rules) console.log(ruleNames().join("\n"));
  const stranger = [options.rule, options.whatIf].find(
    (name) => name !== undefined && !ruleNames().includes(name),
  );
  if (stranger !== undefined) {
    console.error(`no rule is called "${stranger}"; --rules lists them`);
    return FAULTY;
  }
  const codes: number[] = [];
  for (const name of options.files) codes.push(await workOn(name, options));
  return WORST_FIRST.find((code) => codes.includes(code)) ?? DONE;
};

process.exitCode = await main();
