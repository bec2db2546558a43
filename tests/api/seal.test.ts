import { expect, test } from "vitest";
import { createKeyPair, isPair, isPublicKey, opener, seal } from "../../shared/platform/seal.ts";

const TEXT = new TextEncoder().encode("points");
const ballot = { purpose: "ballot", cycleId: "cyc_0000000000000001" } as const;

test("what is sealed is opened by the private half alone, and only as what it was sealed for", async () => {
  const [mine, other] = await Promise.all([createKeyPair(), createKeyPair()]);
  const sealed = await seal(mine.publicKey, ballot, TEXT);
  const open = await opener(mine.privateKey);
  expect(await open(ballot, sealed)).toEqual(TEXT);
  await expect(open({ ...ballot, cycleId: "cyc_0000000000000002" }, sealed)).rejects.toThrow();
  await expect(open({ ...ballot, purpose: "link" }, sealed)).rejects.toThrow();
  await expect((await opener(other.privateKey))(ballot, sealed)).rejects.toThrow();
});

test("one changed bit, anywhere, is noticed", async () => {
  const { publicKey, privateKey } = await createKeyPair();
  const sealed = await seal(publicKey, ballot, TEXT);
  const open = await opener(privateKey);
  for (const [at] of sealed.entries()) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(open(ballot, changed)).rejects.toThrow();
  }
});

test("the same text is sealed to other bytes each time, all of one length", async () => {
  const { publicKey } = await createKeyPair();
  const [one, other] = await Promise.all([seal(publicKey, ballot, TEXT), seal(publicKey, ballot, TEXT)]);
  expect(one).not.toEqual(other);
  expect(one.length).toBe(other.length);
});

test("keys that are none, or no halves of each other, are told", async () => {
  const [mine, other] = await Promise.all([createKeyPair(), createKeyPair()]);
  expect(await isPair(mine.publicKey, mine.privateKey)).toBe(true);
  expect(await isPair(mine.publicKey, other.privateKey)).toBe(false);
  expect(await isPublicKey(mine.publicKey)).toBe(true);
  expect(await isPublicKey(Buffer.alloc(32).toString("base64url"))).toBe(false);
});
