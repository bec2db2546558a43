import { globSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { tally } from "../../shared/domain/tally/tally.ts";
import { told } from "./child.ts";
import { countAll, group, parse, ruleOf, splitLines } from "./counting.ts";
import { median, megabytes, ms, times, whole } from "./figures.ts";
import type { Options } from "./options.ts";
import { cpuTimed, interleaved } from "./rounds.ts";
import { inScratch } from "./scratch.ts";
import type { Row, Section } from "./table.ts";

const REAL_FILES = 3;
/** Small files take more rounds until the machine's noise is gone. */
const ENOUGH_BYTES = 20e6;
const ROUNDS_LIMIT = 25;
const SPLIT = '`toString().split("\\n")`';

setFlagsFromString("--expose-gc");
/** Between measurements, so that nobody pays for what another left behind. A whole collection would throw compiled code away as well. */
const sweep = runInNewContext("gc") as (kind: { type: "minor" }) => void;

export const clean = (work: () => unknown): number => {
  sweep({ type: "minor" });
  return cpuTimed(work);
};

/** The steps of one file, beside cutting it into lines. */
const rowsOf = async (name: string, path: string, rounds: number): Promise<Row[]> => {
  const bytes = readFileSync(path);
  const file = parse([bytes]);
  const election = group(file);
  const rule = ruleOf(file);
  const took = await interleaved<number, Record<string, () => number>>(
    Math.min(ROUNDS_LIMIT, Math.max(rounds, Math.floor(ENOUGH_BYTES / bytes.length))),
    {
      split: () => clean(() => splitLines(bytes)),
      read: () => clean(() => readFileSync(path)),
      parse: () => clean(() => parse([bytes])),
      group: () => clean(() => group(file)),
      count: () => clean(() => tally(election, rule)),
      "parse, group and count": () => clean(() => countAll([bytes])),
    },
  );
  const { split = [], ...steps } = took;
  const reference = median(split);
  return Object.entries(steps).map(([step, figures]) => ({
    what: `${name}: ${step}`,
    median: ms(median(figures)),
    reference: SPLIT,
    referenceMedian: ms(reference),
    ratio: times(median(figures) / reference),
  }));
};

const peakRow = async (name: string, path: string, rounds: number): Promise<Row> => {
  const [counted, split]: [number[], number[]] = [[], []];
  const peak = async (what: string): Promise<number> =>
    Number(await told([join(import.meta.dirname, "peak.ts"), what, path]));
  for (let round = 0; round < rounds; round += 1) {
    counted.push(await peak("count"));
    split.push(await peak("split"));
  }
  return {
    what: `${name}: peak memory of the process that counts them`,
    median: megabytes(median(counted)),
    reference: `a process that does ${SPLIT}`,
    referenceMedian: megabytes(median(split)),
    ratio: times(median(counted) / median(split)),
  };
};

interface RealFile {
  readonly name: string;
  readonly path: string;
}

/** All real files, where there are any. */
export const pbFiles = (): RealFile[] => {
  const folder = process.env.RYNEK_PB_DIR;
  if (!folder) return [];
  return globSync("**/*.pb", { cwd: folder }).map((file) => ({
    name: basename(file, ".pb"),
    path: join(folder, file),
  }));
};

/** The largest of them. */
export const realFiles = (): RealFile[] =>
  pbFiles()
    .sort((a, b) => statSync(b.path).size - statSync(a.path).size)
    .slice(0, REAL_FILES);

/** Makes a contest of so many ballots; returns where it is. */
export const madeFile = async (folder: string, size: number): Promise<string> => {
  const path = join(folder, `${size}.pb`);
  await told([join(import.meta.dirname, "make-pb.ts"), String(size), path]);
  return path;
};

export const pbSection = ({ sizes, rounds }: Options): Promise<Section> =>
  inScratch(async (folder) => {
    const rows: Row[] = [];
    for (const size of sizes) {
      const path = await madeFile(folder, size);
      rows.push(...(await rowsOf(`${whole(size)} ballots`, path, rounds)));
      if (size === Math.max(...sizes))
        rows.push(await peakRow(`${whole(size)} ballots`, path, Math.ceil(rounds / 3)));
    }
    for (const { name, path } of realFiles()) {
      const steps = await rowsOf(name, path, rounds);
      rows.push(...steps.filter(({ what }) => /: parse/.test(what)));
    }
    return { title: "A .pb file, from bytes to winners (CPU time)", rows };
  });
