import { opener } from "../../shared/platform/seal.ts";

/** What the city sealed to a public key, opened with its private half; the edition that it is bound to stands before it. */
export const proofOf = async (challenge: string, privateKey: string): Promise<string> => {
  const [cycleId = "", sealed = ""] = challenge.split(".");
  const open = opener(privateKey);
  const secret = open({ purpose: "proof", cycleId }, Uint8Array.from(Buffer.from(sealed, "base64url")));
  return new TextDecoder().decode(secret);
};

/** One key of the commission, and whoever can prove to have its private half. */
export interface KeyHolder {
  readonly publicKey: string;
  readonly prove: (challenge: string) => Promise<string>;
}

export const holderOf = ({
  publicKey,
  privateKey,
}: Readonly<Record<"publicKey" | "privateKey", string>>): KeyHolder => ({
  publicKey,
  prove: (challenge) => proofOf(challenge, privateKey),
});

/** A request of one of two members of the commission, below the keys of an edition. */
type Post = (member: 0 | 1, path: string, body?: object) => Promise<unknown>;

/** Two members of the commission bring a key each, and accept the other's. */
export const bringKeys = async (
  keys: Readonly<Record<"ballots" | "links", KeyHolder>>,
  post: Post,
): Promise<void> => {
  for (const [purpose, member, other] of [
    ["ballots", 0, 1],
    ["links", 1, 0],
  ] as const) {
    const { publicKey, prove } = keys[purpose];
    const { challenge } = (await post(member, `${purpose}/challenge`, { publicKey })) as {
      challenge: string;
    };
    await post(member, purpose, { publicKey, proof: await prove(challenge) });
    await post(other, `${purpose}/acceptance`);
  }
};
