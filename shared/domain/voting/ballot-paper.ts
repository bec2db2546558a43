import { z } from "zod";
import { CycleId } from "../ids.ts";
import type { CheckedBallot } from "./ballot.ts";

/** What is sealed: which cycle, whose district, and the choices. Nothing of the voter but the district. */
export const BallotPaper = z.object({
  cycle: CycleId,
  district: z.string(),
  sections: z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.int().positive()]))])),
});
export type BallotPaper = z.infer<typeof BallotPaper>;

/** Sealed ballots have one length, a multiple of this, so that a length says nothing of a choice. */
const BLOCK_BYTES = 512;

export const paperOf = (cycle: CycleId, district: string, ballot: CheckedBallot): BallotPaper => ({
  cycle,
  district,
  sections: ballot.sections.map(({ pool, choices }) => [
    pool,
    choices.map(([project, points]) => [project, points]),
  ]),
});

/** The paper as bytes: its length in two, its JSON, zeros up to the block. */
export const writePaper = (paper: BallotPaper): Uint8Array => {
  const text = new TextEncoder().encode(JSON.stringify(paper));
  if (text.length > BLOCK_BYTES - 2) throw new Error("a ballot paper does not fit its block");
  const bytes = new Uint8Array(BLOCK_BYTES);
  bytes[0] = text.length >> 8;
  bytes[1] = text.length & 255;
  bytes.set(text, 2);
  return bytes;
};

export const readPaper = (bytes: Uint8Array): BallotPaper => {
  const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return BallotPaper.parse(
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(2, 2 + length))),
  );
};
