import { createSecretKey } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkpointText, originOf, readCheckpoint } from "../../shared/domain/proof/checkpoint.ts";
import { isSignedNote, readNote, signedNote, signingKey } from "../../shared/platform/signing.ts";

const secret = createSecretKey(Buffer.alloc(32, 7));
const key = signingKey(secret);

describe("a checkpoint", () => {
  const checkpoints = fc.record({
    origin: fc.constant(originOf("https://bo.example.org", "cyc_7k3m9x2qav5d8r1t")),
    size: fc.nat(1_000_000),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  });

  test("is read as it was written, and signed", () => {
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        const note = signedNote(secret, checkpoint.origin, checkpointText(checkpoint));
        const read = readCheckpoint(readNote(note).text);
        expect(read && { ...read, root: [...read.root] }).toEqual({
          ...checkpoint,
          root: [...checkpoint.root],
        });
        expect(isSignedNote(note, checkpoint.origin, key)).toBe(true);
      }),
    );
  });

  test("with any one character changed is no longer what the city signed", () => {
    fc.assert(
      fc.property(checkpoints, fc.nat(), fc.constantFrom(..."019AZaz+/ \n"), (checkpoint, where, other) => {
        const { origin } = checkpoint;
        const note = signedNote(secret, origin, checkpointText(checkpoint));
        const end = note.lastIndexOf("=");
        const at = where % (end - 1);
        if (note[at] === other) return;
        const forged = note.slice(0, at) + other + note.slice(at + 1);
        const { text } = readNote(forged);
        expect(isSignedNote(forged, origin, key) && readCheckpoint(text) !== undefined).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["a size with a zero before it", "a.example/1\n01\n"],
    ["a size that is no number", "a.example/1\nten\n"],
    ["no origin", "\n1\n"],
  ])("is none with %s", (_, head) => {
    expect(readCheckpoint(`${head}${Buffer.alloc(32).toString("base64")}\n`)).toBeUndefined();
  });

  test("is none with a root of another length, or anything after it", () => {
    const root = Buffer.alloc(32).toString("base64");
    expect(readCheckpoint(`a.example/1\n1\n${root}\n`)).toBeDefined();
    expect(readCheckpoint(`a.example/1\n1\n${Buffer.alloc(31).toString("base64")}\n`)).toBeUndefined();
    expect(readCheckpoint(`a.example/1\n1\n${root}\nmore\n`)).toBeUndefined();
  });
});

describe("a signed note", () => {
  /** The example of the specification, https://c2sp.org/signed-note. */
  const EXAMPLE =
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  const EXAMPLE_KEY = Buffer.from("AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "base64")
    .subarray(1)
    .toString("base64url");

  test("of the specification is taken, and not under another name, key or text", () => {
    expect(isSignedNote(EXAMPLE, "example.com/foo", EXAMPLE_KEY)).toBe(true);
    expect(isSignedNote(EXAMPLE, "example.com/bar", EXAMPLE_KEY)).toBe(false);
    expect(isSignedNote(EXAMPLE, "example.com/foo", key)).toBe(false);
    expect(isSignedNote(EXAMPLE.replace("an", "no"), "example.com/foo", EXAMPLE_KEY)).toBe(false);
    expect(isSignedNote("", "example.com/foo", EXAMPLE_KEY)).toBe(false);
  });

  test("may bear signatures of others too", () => {
    const note = signedNote(secret, "a.example", "text\n");
    expect(isSignedNote(`${note}— witness.example ${"A".repeat(92)}\n`, "a.example", key)).toBe(true);
    expect(isSignedNote(note.replace("\n—", "\n— witness.example AAAA\n—"), "a.example", key)).toBe(true);
  });
});
