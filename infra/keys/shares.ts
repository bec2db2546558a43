import { combine, split } from "shamir-secret-sharing";
import { fingerprint } from "../../shared/domain/fingerprint.ts";
import { publicHalf } from "./public-half.ts";
import type { Purpose, Share } from "./share-text.ts";

/** More holders than this are a crowd: nobody brings them together on one day. */
const MOST_SHARES = 9;

export interface Quorum {
  readonly needed: number;
  readonly made: number;
}

/** Reads `2-of-3`. */
export const readQuorum = (text: string): Quorum => {
  const [, needed, made] = (/^(\d)-of-(\d)$/.exec(text) ?? []).map(Number);
  if (!needed || !made || needed < 2 || made < needed || made > MOST_SHARES)
    throw new Error(`--shares ${text}: write 2-of-3, at least 2 of at most ${MOST_SHARES}`);
  return { needed, made };
};

export const printOf = (publicKey: string): string => fingerprint(publicKey).replaceAll(" ", "").slice(0, 16);

/** Parts of a private key, of which so many bring it back and fewer tell nothing (Shamir's scheme over GF(256)). */
export const sharesOf = async (
  { purpose, publicKey, privateKey }: { purpose: Purpose; publicKey: string; privateKey: string },
  { needed, made }: Quorum,
): Promise<Share[]> =>
  (await split(Uint8Array.from(Buffer.from(privateKey, "base64url")), made, needed)).map((bytes, index) => ({
    purpose,
    needed,
    made,
    number: index + 1,
    keyPrint: printOf(publicKey),
    bytes,
  }));

/** What any number of shares come to: the private key, or undefined when it is not the one that they name. */
export const combined = async (shares: readonly Share[]): Promise<string | undefined> => {
  if (shares.length < 2) return undefined;
  const bytes = await combine(shares.map((share) => share.bytes));
  const privateKey = Buffer.from(bytes).toString("base64url");
  return printOf(publicHalf(privateKey)) === shares[0]?.keyPrint ? privateKey : undefined;
};

/** The private key out of at least as many shares as it needs. Throws when they are of several keys or too few. */
export const privateKeyOf = async (named: ReadonlyMap<string, Share>): Promise<string> => {
  const [first, ...others] = named;
  if (!first) throw new Error("no share was given");
  const [firstName, one] = first;
  for (const [name, { keyPrint, purpose }] of others)
    if (keyPrint !== one.keyPrint || purpose !== one.purpose)
      throw new Error(`${name} is of another key than ${firstName}: ${keyPrint}, not ${one.keyPrint}`);
  const different = [...new Map([...named.values()].map((share) => [share.number, share])).values()];
  if (different.length < one.needed)
    throw new Error(`${one.needed} different shares are needed; there are ${different.length}`);
  const privateKey = await combined(different.slice(0, one.needed));
  if (privateKey === undefined)
    throw new Error(`the shares do not come to the key ${one.keyPrint} that they name: one is not genuine`);
  return privateKey;
};
