import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generateKeyPair, hpke, privateKeyFrom, publicKeyFrom } from "../../shared/platform/hpke.ts";

const fromHex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, "hex"));

test("RFC 9180, A.1.1: its first message is sealed to its bytes, and opened", () => {
  const { seal, open } = hpke("aes-128-gcm", fromHex("4f6465206f6e2061204772656369616e2055726e"));
  const recipient = privateKeyFrom(
    fromHex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
  );
  const ephemeral = privateKeyFrom(
    fromHex("52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736"),
  );
  const text = new TextEncoder().encode("Beauty is truth, truth beauty");
  const aad = new TextEncoder().encode("Count-0");
  const sealed = seal(
    publicKeyFrom(fromHex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d")),
    text,
    aad,
    ephemeral,
  );
  expect(Buffer.from(sealed).toString("hex")).toBe(
    "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431" +
      "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
  );
  expect(open(recipient, sealed, aad)).toEqual(text);
  expect(() => open(recipient, sealed, text)).toThrow();
});

test("another implementation opens what this one seals, and seals what this one opens", async () => {
  const other = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
  const bytes = (maxLength: number) =>
    fc.uint8Array({ maxLength }).map((one): Uint8Array<ArrayBuffer> => Uint8Array.from(one));
  await fc.assert(
    fc.asyncProperty(bytes(600), bytes(60), bytes(60), async (text, info, aad) => {
      const pair = generateKeyPair();
      const mine = hpke("aes-256-gcm", info);
      const sealed = mine.seal(publicKeyFrom(pair.publicKey), text, aad);
      const recipientKey = await other.kem.deserializePrivateKey(Uint8Array.from(pair.privateKey).buffer);
      const [enc, ct] = [sealed.slice(0, 32).buffer, sealed.slice(32).buffer];
      const opened = await other.open({ recipientKey, enc, info: info.buffer }, ct, aad.buffer);
      expect(new Uint8Array(opened)).toEqual(text);
      const recipientPublicKey = await other.kem.deserializePublicKey(Uint8Array.from(pair.publicKey).buffer);
      const theirs = await other.seal({ recipientPublicKey, info: info.buffer }, text.buffer, aad.buffer);
      const whole = Buffer.concat([Buffer.from(theirs.enc), Buffer.from(theirs.ct)]);
      expect(mine.open(privateKeyFrom(pair.privateKey), whole, aad)).toEqual(text);
    }),
    { numRuns: 40 },
  );
});

/** Points of a small order (RFC 7748, 6.1): whoever seals to one agrees on nothing but zeros, with everybody. */
const SMALL = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

test.each(SMALL)("nothing is sealed to %s, nor opened that came with it", (point) => {
  const { seal, open } = hpke("aes-256-gcm", new Uint8Array());
  expect(() => seal(publicKeyFrom(fromHex(point)), new Uint8Array([1]))).toThrow();
  const sealed = Buffer.concat([fromHex(point), new Uint8Array(40)]);
  expect(() => open(privateKeyFrom(generateKeyPair().privateKey), sealed)).toThrow(/derivation|deriv/i);
});

test.each([0, 31, 33])("%i bytes are no key", (length) => {
  expect(() => publicKeyFrom(new Uint8Array(length))).toThrow("32 bytes");
  expect(() => privateKeyFrom(new Uint8Array(length))).toThrow("32 bytes");
});

test("what is shorter than an encapsulated key and a tag is not sealed", () => {
  const key = privateKeyFrom(generateKeyPair().privateKey);
  expect(() => hpke("aes-256-gcm", new Uint8Array()).open(key, new Uint8Array(47))).toThrow("too short");
});
