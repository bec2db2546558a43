import { diffieHellman, generateKeyPairSync } from "node:crypto";
import { createKeyPair, opener, seal } from "../../shared/platform/seal.ts";
import { median, perSecond, times } from "./figures.ts";
import { interleaved } from "./rounds.ts";
import type { Row } from "./table.ts";

const TIMES = 200;
/** A ballot is padded to this. */
const BALLOT_BYTES = 512;
const BINDING = { purpose: "ballot", cycleId: "bench" } as const;

const rate = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const started = performance.now();
  for (let n = 0; n < TIMES; n += 1) await work();
  return (TIMES / (performance.now() - started)) * 1000;
};

/** Sealing and opening one ballot, beside the curve alone: a key pair and an agreement are the least that sealing needs. */
export const sealingRows = async (rounds: number): Promise<Row[]> => {
  const { publicKey, privateKey } = createKeyPair();
  const content = new Uint8Array(BALLOT_BYTES);
  const open = opener(privateKey);
  const ballot = seal(publicKey, BINDING, content);
  const commission = generateKeyPairSync("x25519");
  const { curve, sealing, opening } = await interleaved<
    number,
    Record<"curve" | "sealing" | "opening", () => Promise<number>>
  >(rounds, {
    curve: () =>
      rate(() =>
        diffieHellman({
          privateKey: generateKeyPairSync("x25519").privateKey,
          publicKey: commission.publicKey,
        }),
      ),
    sealing: () => rate(() => seal(publicKey, BINDING, content)),
    opening: () => rate(() => open(BINDING, ballot)),
  });
  const row = (what: string, figures: readonly number[]): Row => ({
    what,
    median: perSecond(median(figures)),
    reference: "X25519 alone: a key pair and an agreement",
    referenceMedian: perSecond(median(curve)),
    ratio: times(median(curve) / median(figures)),
  });
  return [
    row("Sealing a ballot (HPKE), one after another", sealing),
    row("Opening a ballot, as the count does", opening),
  ];
};
