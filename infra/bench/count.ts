import { fileURLToPath } from "node:url";
import { told } from "./child.ts";
import { megabytes, times, whole } from "./figures.ts";
import type { Needs } from "./needs.ts";
import { inScratch } from "./scratch.ts";
import type { Row, Section } from "./table.ts";

/** What no step of a count may need more of. */
const LIMIT = { seconds: 60, bytes: 1e9 };

const seconds = (value: number): string => `${value.toFixed(1)} s`;

const row = (what: string, { seconds: took, bytes }: Needs): Row => ({
  what,
  median: `${seconds(took)}, ${megabytes(bytes)}`,
  reference: "what a step may need, of one core",
  referenceMedian: `${seconds(LIMIT.seconds)}, ${megabytes(LIMIT.bytes)}`,
  ratio: times(Math.max(took / LIMIT.seconds, bytes / LIMIT.bytes)),
});

const STEPS = {
  list: "Listing: the lists of all segments as one, with its tree",
  collect: "Collecting: what was found in all segments, held against the list and added up",
  count: "Counting the citywide pool twice",
  publish: "Publishing: the package of all pools",
} as const;

/** Ballots of the counts that are measured, and of the one that is reckoned from them. */
const [FEW, MANY, ALL] = [100_000, 300_000, 2_000_000];

/** What a step would need of all ballots: so much more as it needed for more of them. */
const reckoned = (few: Needs, many: Needs): Needs => {
  const of = (name: keyof Needs): number =>
    many[name] + ((many[name] - few[name]) * (ALL - MANY)) / (MANY - FEW);
  return { seconds: of("seconds"), bytes: of("bytes") };
};

type Steps = Readonly<Record<keyof typeof STEPS, Needs>>;

/** The steps of a count, each in a process of its own; nearly every ballot is another than all others. */
const stepsOf = (voters: number): Promise<Steps> =>
  inScratch(async (folder) => {
    const needs = async (work: string): Promise<Needs> =>
      JSON.parse(
        await told([fileURLToPath(new URL("count-work.ts", import.meta.url)), work, folder, String(voters)]),
      );
    await needs("prepare");
    const [list, collect, count] = [await needs("list"), await needs("collect"), await needs("count")];
    await needs("tallied");
    return { list, collect, count, publish: await needs("publish") };
  });

/** Of the largest city no bench is made in minutes: it is reckoned from two counts that are. */
export const countSection = async (): Promise<Section> => {
  const opened: Needs = JSON.parse(await told([fileURLToPath(new URL("open-work.ts", import.meta.url))]));
  const [few, many] = [await stepsOf(FEW), await stepsOf(MANY)];
  const names = Object.keys(STEPS) as (keyof typeof STEPS)[];
  return {
    title: `Counting a large city: steps of a count of ${whole(ALL)} ballots, reckoned from ${whole(FEW)} and ${whole(MANY)}, in seconds of processor and memory`,
    rows: [
      row("Opening a segment of 8 000 ballots, out of the tables", opened),
      ...names.map((name) => row(STEPS[name], reckoned(few[name], many[name]))),
    ],
  };
};
