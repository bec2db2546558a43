import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** What stands before an Ed25519 seed in PKCS #8, and before a public key in SPKI (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** A signature that anybody can check, with the key that it was made with. Both in base64url. */
interface Signature {
  readonly algorithm: "Ed25519";
  readonly publicKey: string;
  readonly signature: string;
}

const privateKeyOf = (secret: KeyObject): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, secret.export()]), format: "der", type: "pkcs8" });

/** The public half of the key that comes of 32 secret bytes. */
export const signingKey = (secret: KeyObject): string =>
  createPublicKey(privateKeyOf(secret))
    .export({ format: "der", type: "spki" })
    .subarray(SPKI.length)
    .toString("base64url");

export const signed = (secret: KeyObject, bytes: Uint8Array): Signature => ({
  algorithm: "Ed25519",
  publicKey: signingKey(secret),
  signature: sign(null, bytes, privateKeyOf(secret)).toString("base64url"),
});

/** Whether these bytes were signed with the key that the signature names. */
export const isSigned = ({ publicKey, signature }: Signature, bytes: Uint8Array): boolean => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI, Buffer.from(publicKey, "base64url")]),
      format: "der",
      type: "spki",
    });
    return verify(null, bytes, key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
};

/** The type of an Ed25519 signature in a signed note. */
const ED25519 = Uint8Array.of(1);

/** Which key of this name signed: the first four bytes of a hash over both. */
const keyId = (name: string, publicKey: Uint8Array): Buffer =>
  createHash("sha256").update(`${name}\n`).update(ED25519).update(publicKey).digest().subarray(0, 4);

/** A text that ends with a line feed and holds no empty line, with its signature under the key's name (C2SP signed-note). */
export const signedNote = (secret: KeyObject, name: string, text: string): string => {
  const { publicKey, signature } = signed(secret, Buffer.from(text));
  const id = keyId(name, Buffer.from(publicKey, "base64url"));
  const line = Buffer.concat([id, Buffer.from(signature, "base64url")]).toString("base64");
  return `${text}\n— ${name} ${line}\n`;
};

/** A note apart: the text that is signed, and each signature with the name of its key. */
export const readNote = (
  note: string,
): { readonly text: string; readonly signatures: readonly (readonly [name: string, line: string])[] } => {
  const end = note.lastIndexOf("\n\n") + 1;
  const signatures = [...note.slice(end).matchAll(/^— (\S+) ([A-Za-z0-9+/]+=*)$/gm)];
  return { text: note.slice(0, end), signatures: signatures.map(([, name = "", line = ""]) => [name, line]) };
};

/** Whether a note bears the signature of this key (base64url) under this name. */
export const isSignedNote = (note: string, name: string, publicKey: string): boolean => {
  const { text, signatures } = readNote(note);
  const id = keyId(name, Buffer.from(publicKey, "base64url"));
  const ours = signatures
    .map(([by, line]) => ({ by, bytes: Buffer.from(line, "base64") }))
    .find(({ by, bytes }) => by === name && bytes.subarray(0, 4).equals(id));
  return (
    ours !== undefined &&
    isSigned(
      { algorithm: "Ed25519", publicKey, signature: ours.bytes.subarray(4).toString("base64url") },
      Buffer.from(text),
    )
  );
};
