import type { Hash } from "./merkle.ts";

/** What the city says of a sealed box: how many ballots, and the root of the tree over their leaves. */
export interface Checkpoint {
  /** Which box: the address of its cycle without the scheme. It is the name of the key in the signature too. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

export const originOf = (siteUrl: string, cycleId: string): string =>
  `${siteUrl.replace(/^https?:\/\//, "")}/v1/cycles/${cycleId}`;

/** The text that is signed (C2SP tlog-checkpoint). */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;

const TEXT = /^([^\s+]+)\n(0|[1-9]\d{0,9})\n([A-Za-z0-9+/]{43}=)\n$/;

/** Reads that text; undefined when it is none, or spelled otherwise than it is written. */
export const readCheckpoint = (text: string): Checkpoint | undefined => {
  const [, origin, size, root] = TEXT.exec(text) ?? [];
  if (origin === undefined || root === undefined) return undefined;
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, "base64") };
  return checkpointText(checkpoint) === text ? checkpoint : undefined;
};
