import { z } from "zod";
import { CycleId } from "../ids.ts";
import type { Booth, CheckedBallot } from "./ballot.ts";
import { limitsOn } from "./ballot-form.ts";

/** What is sealed: which cycle, whose district, and the choices in points as the count adds them up. Nothing of the voter but the district. */
export const BallotContent = z.object({
  cycle: CycleId,
  district: z.string(),
  sections: z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.int()]))])),
});
export type BallotContent = z.infer<typeof BallotContent>;

/** Sealed ballots of a cycle have one length, a multiple of this, so that a length says nothing of a choice. */
const BLOCK_BYTES = 512;

/** Two bytes before the text say how long it is. */
const LENGTH_BYTES = 2;

export const contentOf = (cycle: CycleId, district: string, ballot: CheckedBallot): BallotContent => ({
  cycle,
  district,
  sections: ballot.sections.map(({ pool, choices }) => [
    pool,
    choices.map(([project, points]) => [project, points]),
  ]),
});

const textOf = (content: BallotContent): Uint8Array => new TextEncoder().encode(JSON.stringify(content));

const long = (text: string): number => text.length;

/** What residents of one district may vote on. */
export interface DistrictBooth extends Booth {
  readonly district: string;
}

/** The longest text that a voter of this booth can fill in: the most projects, the longest ids, the widest numbers. */
const longestIn = (cycle: CycleId, { district, pools }: DistrictBooth): number => {
  const sections = pools.map((list) => {
    const { pool } = list;
    const { maxProjects, minPointsEach, maxPointsEach } = limitsOn(list.form, list);
    const ids = list.projects.map(({ id }) => id).sort((one, other) => long(other) - long(one));
    const widest = Math.max(...[minPointsEach, maxPointsEach].map(String).map(long));
    const points = 10 ** (widest - 1);
    return { pool, choices: ids.slice(0, maxProjects).map((id) => [id, points] as const) };
  });
  return textOf(contentOf(cycle, district, { sections })).length;
};

/** The bytes of every ballot of a cycle, whoever fills it in: the fewest blocks that hold the longest of all its booths. */
export const contentBytes = (cycle: CycleId, booths: readonly DistrictBooth[]): number => {
  const longest = Math.max(...booths.map((booth) => longestIn(cycle, booth)));
  return Math.ceil((LENGTH_BYTES + longest) / BLOCK_BYTES) * BLOCK_BYTES;
};

/** The content as bytes: its length in two, its JSON, zeros up to `length`. */
export const writeContent = (content: BallotContent, length = BLOCK_BYTES): Uint8Array => {
  const text = textOf(content);
  if (text.length > length - LENGTH_BYTES) throw new Error("a ballot does not fit its block");
  const bytes = new Uint8Array(length);
  bytes[0] = text.length >> 8;
  bytes[1] = text.length & 255;
  bytes.set(text, LENGTH_BYTES);
  return bytes;
};

export const readContent = (bytes: Uint8Array): BallotContent => {
  const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return BallotContent.parse(
    JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length)),
    ),
  );
};
