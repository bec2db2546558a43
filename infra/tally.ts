import { type PbReading, readPb } from "../shared/domain/pabulib/read.ts";
import { type Arguments, readArguments, USAGE } from "./tally/arguments.ts";
import { chunksOf } from "./tally/chunks.ts";
import { ruleNames } from "./tally/counting.ts";
import { reportOf } from "./tally/report.ts";
import { tableOf } from "./tally/table.ts";

// Counts Pabulib files: `npm run tally`. Results go to standard output, what is wrong with a file to standard error.

const FAULTY = 2;

/** Prints the count of one file; false when it cannot be read. */
const countFile = (name: string, options: Arguments): boolean => {
  const reading = readingOf(name);
  if (typeof reading === "string") {
    console.error(`${name}: ${reading}`);
    return false;
  }
  if (!reading.ok) {
    const { line, column, message } = reading.fault;
    console.error(`${name}:${line}:${column}: ${message}`);
    return false;
  }
  const report = reportOf(name, reading.file, options);
  const { figures, ...exact } = report;
  console.log(options.json ? JSON.stringify(options.figures ? report : exact) : tableOf(report));
  return true;
};

/** The reading, or why the file cannot be had. */
const readingOf = (name: string): PbReading | string => {
  try {
    return readPb(chunksOf(name));
  } catch (error) {
    if (error instanceof Error && "syscall" in error) return error.message;
    throw error;
  }
};

const main = (): number => {
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
  const counted = options.files.map((name) => {
    try {
      return countFile(name, options);
    } catch (error) {
      console.error(`${name}:`, error);
      return false;
    }
  });
  return counted.every(Boolean) ? 0 : FAULTY;
};

process.exitCode = main();
