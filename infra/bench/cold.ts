import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { bundle, RESOLVE } from "../aws/bundle.ts";
import { functionNames } from "../aws/functions.ts";
import { told } from "./child.ts";
import { kilobytes, median, ms, times } from "./figures.ts";
import type { Options } from "./options.ts";
import { interleaved } from "./rounds.ts";
import { inScratch } from "./scratch.ts";
import type { Section } from "./table.ts";

const REFERENCE = "only-client";

const fileOf = (folder: string, name: string): string => join(folder, name, "index.cjs");

/** The reference, made as the functions are. */
const bundleReference = async (folder: string): Promise<void> => {
  await using build = await rolldown({
    input: join(import.meta.dirname, `${REFERENCE}.ts`),
    platform: "node",
    resolve: RESOLVE,
  });
  await build.write({
    file: fileOf(folder, REFERENCE),
    format: "cjs",
    minify: true,
    comments: false,
    codeSplitting: false,
  });
};

const LOAD =
  "const c=process.cpuUsage();require(process.argv[1]);const d=process.cpuUsage(c);console.log((d.user+d.system)/1000)";

/** Milliseconds of the processor that a new process takes to load a bundle. */
const load = (file: string) => async (): Promise<number> => Number(await told(["-e", LOAD, file]));

const sizeOf = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

export const coldSection = ({ rounds }: Options): Promise<Section> =>
  inScratch(async (scratch) => {
    const folder = join(scratch, "dist");
    await bundle(folder);
    await bundleReference(folder);
    const names = [REFERENCE, ...functionNames];
    const loads = await interleaved<number, Record<string, () => Promise<number>>>(
      rounds,
      Object.fromEntries(names.map((name) => [name, load(fileOf(folder, name))])),
    );
    const of = (name: string) => ({
      loadMs: median(loads[name] ?? []),
      bytes: sizeOf(fileOf(folder, name)),
    });
    const figures = ({ loadMs, bytes }: ReturnType<typeof of>): string =>
      `${ms(loadMs)}, ${kilobytes(bytes)} gzip`;
    const reference = of(REFERENCE);
    return {
      title: "Cold start: loading a function's code in a new process (CPU time)",
      rows: functionNames.map((name) => {
        const one = of(name);
        return {
          what: name,
          median: figures(one),
          reference: "a function that only imports the DynamoDB client",
          referenceMedian: figures(reference),
          ratio: `${times(one.loadMs / reference.loadMs)}, size ${times(one.bytes / reference.bytes)}`,
        };
      }),
    };
  });
