import { expect, test } from "vitest";
import { createKeyPair, isPair, isPublicKey, opener, seal } from "../../shared/platform/seal.ts";

const TEXT = new TextEncoder().encode("points");
const ballot = { purpose: "ballot", cycleId: "cyc_0000000000000001" } as const;

test("what is sealed is opened by the private half alone, and only as what it was sealed for", () => {
  const [mine, other] = [createKeyPair(), createKeyPair()];
  const sealed = seal(mine.publicKey, ballot, TEXT);
  const open = opener(mine.privateKey);
  expect(open(ballot, sealed)).toEqual(TEXT);
  expect(() => open({ ...ballot, cycleId: "cyc_0000000000000002" }, sealed)).toThrow();
  expect(() => open({ ...ballot, purpose: "link" }, sealed)).toThrow();
  expect(() => opener(other.privateKey)(ballot, sealed)).toThrow();
});

test("one changed bit, anywhere, is noticed", () => {
  const { publicKey, privateKey } = createKeyPair();
  const sealed = seal(publicKey, ballot, TEXT);
  const open = opener(privateKey);
  for (const [at] of sealed.entries()) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => open(ballot, changed)).toThrow();
  }
});

test("the same text is sealed to other bytes each time, all of one length", () => {
  const { publicKey } = createKeyPair();
  const [one, other] = [seal(publicKey, ballot, TEXT), seal(publicKey, ballot, TEXT)];
  expect(one).not.toEqual(other);
  expect(one.length).toBe(other.length);
});

test("keys that are none, or no halves of each other, are told", () => {
  const [mine, other] = [createKeyPair(), createKeyPair()];
  expect(isPair(mine.publicKey, mine.privateKey)).toBe(true);
  expect(isPair(mine.publicKey, other.privateKey)).toBe(false);
  expect(isPublicKey(mine.publicKey)).toBe(true);
  expect(isPublicKey(Buffer.alloc(32).toString("base64url"))).toBe(false);
});
