import { opener, seal } from "../../shared/platform/seal.ts";
import { bring, privateKeyFrom, publicKeysIn } from "../key-files.ts";
import { PURPOSES, type Purpose, type Share } from "./share-text.ts";
import { combined, printOf } from "./shares.ts";

const TEXT = "Próba klucza";
const BINDING = { purpose: "ballot", cycleId: "rehearsal" } as const;

const opens = (privateKey: string, sealed: Uint8Array): boolean => {
  try {
    const open = opener(privateKey);
    return new TextDecoder().decode(open(BINDING, sealed)) === TEXT;
  } catch {
    return false;
  }
};

const subsetsOf = <T>(all: readonly T[], size: number): T[][] =>
  size === 0
    ? [[]]
    : all.flatMap((one, index) => subsetsOf(all.slice(index + 1), size - 1).map((rest) => [one, ...rest]));

const named = (shares: readonly Share[]): string => shares.map(({ number }) => number).join("+");

/** Every set of shares that is large enough must open the test text, and none that is one too small. */
const rehearseShares = async (shares: readonly Share[], sealed: Uint8Array): Promise<string> => {
  const { needed = 2, made = 0 } = shares[0] ?? {};
  const enough = subsetsOf(shares, needed);
  if (enough.length === 0) throw new Error(`${needed} shares are needed; there are ${shares.length}`);
  for (const subset of enough) {
    const privateKey = await combined(subset);
    if (privateKey === undefined || !opens(privateKey, sealed))
      throw new Error(`shares ${named(subset)} do NOT open what the public key sealed`);
  }
  for (const subset of subsetsOf(shares, needed - 1))
    if ((await combined(subset)) !== undefined)
      throw new Error(`shares ${named(subset)} open the key though ${needed} are needed`);
  const absent = made - shares.length;
  return `${needed} of ${made} shares: opened by ${enough.map(named).join(", ")}; fewer open nothing${absent > 0 ? ` (${absent} not here and not tried)` : ""}`;
};

const rehearseKey = async (dir: string, purpose: Purpose, publicKey: string): Promise<string> => {
  const sealed = seal(publicKey, BINDING, new TextEncoder().encode(TEXT));
  const brought = bring([dir], purpose);
  if (!brought.whole) {
    const shares = [...brought.shares.values()];
    const stranger = [...brought.shares].find(([, { keyPrint }]) => keyPrint !== printOf(publicKey));
    if (stranger) throw new Error(`${stranger[0]} is of another key than public.json says`);
    return await rehearseShares(shares, sealed);
  }
  if (!opens(await privateKeyFrom(brought), sealed))
    throw new Error("the private key does NOT open what the public key sealed");
  return "one holder: opened. Whoever loses this file loses the vote; shares would spare you that";
};

/**
 * Seals a test text to each public key of a folder and opens it with every set of shares that should suffice: whichever share or holder is
 * lost, the others do. Throws at the first set that does otherwise.
 */
export const rehearse = async (dir: string): Promise<string[]> => {
  const keys = publicKeysIn(dir);
  const lines: string[] = [];
  for (const purpose of PURPOSES) {
    const publicKey = keys[purpose];
    if (publicKey) lines.push(`${purpose.padEnd(8)} ${await rehearseKey(dir, purpose, publicKey)}`);
  }
  return lines;
};
