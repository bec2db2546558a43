import { z } from "zod";
import type { LeafList } from "../../shared/domain/proof/leaf-list.ts";

const Counts = z.record(z.string(), z.int());

/** What a segment of the box and of the markers comes to: how many are counted, districts inside ballots, and who has voted. */
const Figures = z.object({
  counted: z.int(),
  ballots: Counts,
  markers: Counts,
  atPoints: Counts,
  guardians: Counts,
});
export type Figures = z.infer<typeof Figures>;

/** A segment that was opened: its figures, the leaves of its ballots, and what they chose in each pool. */
export interface OpenedSegment {
  readonly figures: Figures;
  readonly leaves: LeafList;
  readonly choices: readonly (readonly [pool: string, spelling: Uint8Array])[];
}

const Head = z.object({
  figures: Figures,
  leaves: z.int(),
  choices: z.array(z.tuple([z.string(), z.int()])),
});

const LINE_FEED = 10;

/** The segment as one file: a line of JSON with its figures and the lengths of what follows. */
export const writeOpened = ({ figures, leaves, choices }: OpenedSegment): Uint8Array => {
  const head: z.infer<typeof Head> = {
    figures,
    leaves: leaves.length,
    choices: choices.map(([pool, { length }]) => [pool, length]),
  };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    leaves,
    ...choices.map(([, spelling]) => spelling),
  ]);
};

export const readOpened = (bytes: Uint8Array): OpenedSegment => {
  let at = bytes.indexOf(LINE_FEED) + 1;
  const head = Head.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(0, at))));
  const next = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const leaves = next(head.leaves);
  return {
    figures: head.figures,
    leaves,
    choices: head.choices.map(([pool, length]) => [pool, next(length)] as const),
  };
};
