import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";

/**
 * HPKE (RFC 9180), base mode, one message a context, with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-GCM, on Node's own primitives: a count
 * opens every ballot of a city, and a library on Web Crypto takes five times as long for each. Secrets are handed to Node as key objects: bytes it
 * takes in several times as long.
 */
const AEADS = {
  // No ballot is sealed with it: the vectors of the RFC are.
  "aes-128-gcm": { id: 1, keyBytes: 16 },
  "aes-256-gcm": { id: 2, keyBytes: 32 },
} as const;
type Aead = keyof typeof AEADS;

/** Bytes of an X25519 key, public, private or encapsulated. */
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

const HASH = "sha256";
const KEM_ID = 0x0020;
const KDF_ID = 0x0001;
const EMPTY = Buffer.alloc(0);

const twoBytes = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const KEM_SUITE = Buffer.concat([Buffer.from("KEM"), twoBytes(KEM_ID)]);
const suiteOf = (aead: Aead): Buffer =>
  Buffer.concat([Buffer.from("HPKE"), twoBytes(KEM_ID), twoBytes(KDF_ID), twoBytes(AEADS[aead].id)]);

const VERSION = Buffer.from("HPKE-v1");

/** `LabeledExtract` (RFC 9180, 4). */
const extract = (suite: Buffer, salt: Uint8Array, label: string, input: Uint8Array): Buffer =>
  createHmac(HASH, salt).update(VERSION).update(suite).update(label).update(input).digest();

/** `LabeledExtract` and then `LabeledExpand` of what it brings, to a length of one hash at most. */
const derive = (
  suite: Buffer,
  [salt, label, input]: readonly [Uint8Array, string, Uint8Array],
  [use, info, bytes]: readonly [string, Uint8Array, number],
): Uint8Array =>
  new Uint8Array(
    hkdfSync(
      HASH,
      createSecretKey(Buffer.concat([VERSION, suite, Buffer.from(label), input])),
      salt,
      Buffer.concat([twoBytes(bytes), VERSION, suite, Buffer.from(use), info]),
      bytes,
    ),
  );

/** What stands before the 32 bytes of a private key in DER (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b656e04220420", "hex");

/** A public key's 32 bytes: as JWK (RFC 8037) they come and go in a fraction of the time that DER takes. */
const publicBytesOf = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url");

/** A key as Node has it, and the 32 bytes that the secret is bound to. */
export interface PublicKey {
  readonly key: KeyObject;
  readonly bytes: Uint8Array;
}
interface PrivateKey {
  readonly key: KeyObject;
  readonly publicBytes: Uint8Array;
}

const checked = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length !== KEY_BYTES)
    throw new Error(`an X25519 key has ${KEY_BYTES} bytes, not ${bytes.length}`);
  return bytes;
};

/** Throws where it is not 32 bytes. */
export const publicKeyFrom = (bytes: Uint8Array): PublicKey => {
  const x = Buffer.from(checked(bytes)).toString("base64url");
  return { key: createPublicKey({ key: { kty: "OKP", crv: "X25519", x }, format: "jwk" }), bytes };
};

/** Throws where it is not 32 bytes. */
export const privateKeyFrom = (bytes: Uint8Array): PrivateKey => {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, checked(bytes)]),
    format: "der",
    type: "pkcs8",
  });
  return { key, publicBytes: publicBytesOf(createPublicKey(key)) };
};

export const generateKeyPair = (): { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array } => {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  const der = privateKey.export({ type: "pkcs8", format: "der" });
  return { publicKey: publicBytesOf(publicKey), privateKey: der.subarray(-KEY_BYTES) };
};

/** A pair for one message. */
const ephemeralPair = (): PrivateKey => {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return { key: privateKey, publicBytes: publicBytesOf(publicKey) };
};

/** `ExtractAndExpand` of the KEM (4.1): the secret that both sides share. */
const sharedSecret = (agreed: Uint8Array, encapsulated: Uint8Array, recipient: Uint8Array): Uint8Array =>
  derive(
    KEM_SUITE,
    [EMPTY, "eae_prk", agreed],
    ["shared_secret", Buffer.concat([encapsulated, recipient]), 32],
  );

const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts));

/** A suite for texts that are bound to one `info`: what of the key schedule (5.1) depends on it alone is worked out once. */
export const hpke = (aead: Aead, info: Uint8Array) => {
  const { keyBytes } = AEADS[aead];
  const suite = suiteOf(aead);
  const context = Buffer.concat([
    Uint8Array.of(0),
    extract(suite, EMPTY, "psk_id_hash", EMPTY),
    extract(suite, EMPTY, "info_hash", info),
  ]);
  const schedule = (shared: Uint8Array) => ({
    key: createSecretKey(derive(suite, [shared, "secret", EMPTY], ["key", context, keyBytes])),
    nonce: derive(suite, [shared, "secret", EMPTY], ["base_nonce", context, NONCE_BYTES]),
  });

  /** The encapsulated key and the ciphertext with its tag. Throws where nothing can be sealed to the key. */
  const seal = (
    to: PublicKey,
    text: Uint8Array,
    aad: Uint8Array = EMPTY,
    ephemeral = ephemeralPair(),
  ): Uint8Array<ArrayBuffer> => {
    const agreed = diffieHellman({ privateKey: ephemeral.key, publicKey: to.key });
    const { key, nonce } = schedule(sharedSecret(agreed, ephemeral.publicBytes, to.bytes));
    const cipher = createCipheriv(aead, key, nonce).setAAD(aad);
    return joined(ephemeral.publicBytes, cipher.update(text), cipher.final(), cipher.getAuthTag());
  };

  /** The text; throws when it was not sealed to this key with this `info` and `aad`. */
  const open = (by: PrivateKey, sealed: Uint8Array, aad: Uint8Array = EMPTY): Uint8Array<ArrayBuffer> => {
    if (sealed.length < KEY_BYTES + TAG_BYTES) throw new Error("too short to be sealed");
    const encapsulated = publicKeyFrom(sealed.subarray(0, KEY_BYTES));
    const agreed = diffieHellman({ privateKey: by.key, publicKey: encapsulated.key });
    const { key, nonce } = schedule(sharedSecret(agreed, encapsulated.bytes, by.publicBytes));
    const decipher = createDecipheriv(aead, key, nonce).setAAD(aad);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return joined(decipher.update(sealed.subarray(KEY_BYTES, -TAG_BYTES)), decipher.final());
  };

  return { seal, open };
};
