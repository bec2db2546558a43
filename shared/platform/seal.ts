import { generateKeyPair, hpke, type PublicKey, privateKeyFrom, publicKeyFrom } from "./hpke.ts";

/** What a sealed text is bound to: another purpose or another cycle cannot open it as its own. */
interface Binding {
  readonly purpose: "ballot" | "link" | "proof";
  readonly cycleId: string;
}

type Suite = ReturnType<typeof hpke>;

/** Suites and keys by what they are made of: a function seals and opens for the few votes that are on. */
const suites = new Map<string, Suite>();
const publicKeys = new Map<string, PublicKey>();

const remembered = <T>(known: Map<string, T>, name: string, make: () => T): T => {
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
};

const suiteOf = ({ purpose, cycleId }: Binding): Suite => {
  const info = `rynek/${purpose}/1/${cycleId}`;
  return remembered(suites, info, () => hpke("aes-256-gcm", Buffer.from(info)));
};

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "base64url");

/** A key pair in base64url: 32 bytes each. */
export const createKeyPair = (): { readonly publicKey: string; readonly privateKey: string } => {
  const { publicKey, privateKey } = generateKeyPair();
  return {
    publicKey: Buffer.from(publicKey).toString("base64url"),
    privateKey: Buffer.from(privateKey).toString("base64url"),
  };
};

/** Sealed to a public key in base64url, opened only with its private half. Throws when nothing can be sealed to it. */
export const seal = (publicKey: string, binding: Binding, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  suiteOf(binding).seal(
    remembered(publicKeys, publicKey, () => publicKeyFrom(bytesOf(publicKey))),
    bytes,
  );

/** Opens with one private key; throws when a text was not sealed to it, or was bound to something else. */
export const opener = (privateKey: string): ((binding: Binding, sealed: Uint8Array) => Uint8Array) => {
  const key = privateKeyFrom(bytesOf(privateKey));
  return (binding, sealed) => suiteOf(binding).open(key, sealed);
};

const succeeds = (work: () => unknown): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

/** Whether ballots can be sealed to a public key: not every 32 bytes are a point that anything can be sealed to. */
export const isPublicKey = (publicKey: string): boolean =>
  succeeds(() =>
    hpke("aes-256-gcm", new Uint8Array()).seal(publicKeyFrom(bytesOf(publicKey)), new Uint8Array([1])),
  );

/** Whether a private key is the half of this public key: what one seals, the other opens. */
export const isPair = (publicKey: string, privateKey: string): boolean => {
  const binding: Binding = { purpose: "ballot", cycleId: "pair" };
  return succeeds(() => opener(privateKey)(binding, seal(publicKey, binding, new Uint8Array([1]))));
};
