import { createSecretKey } from "node:crypto";
import fc from "fast-check";
import { CompactEncrypt, compactDecrypt } from "jose";
import { expect, test } from "vitest";
import { openedJwe, sealedJwe } from "../../shared/platform/jwe.ts";

const Key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => createSecretKey(bytes));
const Text = fc.uint8Array({ minLength: 1, maxLength: 600 });

test("links in letters of releases before open, and what is sealed now any library opens", async () => {
  await fc.assert(
    fc.asyncProperty(Key, Text, async (key, text) => {
      const theirs = new CompactEncrypt(text).setProtectedHeader({ alg: "dir", enc: "A256GCM" });
      expect(openedJwe(key, await theirs.encrypt(key))).toEqual(Buffer.from(text));
      const { plaintext } = await compactDecrypt(sealedJwe(key, text), key);
      expect(Buffer.from(plaintext)).toEqual(Buffer.from(text));
    }),
    { numRuns: 40 },
  );
});

test("a token in which anything was changed, cut or put in opens nothing, nor does one of another key", () => {
  const Change = fc.record({
    at: fc.nat(),
    cut: fc.nat(3),
    put: fc.string({ maxLength: 3, unit: fc.constantFrom(..."aZ0_-.=+ ") }),
  });
  fc.assert(
    fc.property(Key, Key, Text, Change, (key, other, text, { at, cut, put }) => {
      const token = sealedJwe(key, text);
      const place = at % (token.length + 1);
      const changed = token.slice(0, place) + put + token.slice(place + cut);
      // The last character of a part has bits that say nothing: bytes are what is sealed.
      const bytesOf = (one: string) =>
        one.split(".").map((part) => Buffer.from(part, "base64url").toString("hex"));
      fc.pre(/[^\w.-]/.test(changed) || bytesOf(changed).join() !== bytesOf(token).join());
      expect(openedJwe(key, changed)).toBeUndefined();
      expect(openedJwe(other, token)).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test("a token that says another cipher, a key of its own or compression opens nothing", async () => {
  const key = createSecretKey(Buffer.alloc(32, 7));
  const [, ...rest] = sealedJwe(key, Buffer.from("text")).split(".");
  for (const header of [{ alg: "dir", enc: "A128GCM" }, { alg: "A256KW", enc: "A256GCM" }, { alg: "none" }]) {
    const said = Buffer.from(JSON.stringify(header)).toString("base64url");
    expect(openedJwe(key, [said, ...rest].join("."))).toBeUndefined();
  }
  const zipped = new CompactEncrypt(Buffer.from("text")).setProtectedHeader({
    alg: "dir",
    enc: "A256GCM",
    zip: "DEF",
  });
  expect(openedJwe(key, await zipped.encrypt(key))).toBeUndefined();
});
