import { createSecretKey, randomBytes } from "node:crypto";
import { unzipSync } from "fflate";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { readNote, signed, signedNote } from "../../shared/platform/signing.ts";

export type Files = Map<string, Uint8Array>;

export const FORGER = createSecretKey(randomBytes(32));

/** Space between the parts of a JSON text: around a signature it says nothing. */
export const isSpace = (byte = 0): boolean => [9, 10, 13, 32].includes(byte);

export const text = (files: Files, name: string): string => new TextDecoder().decode(files.get(name));
export const write = (files: Files, name: string, content: string): void => {
  files.set(name, new TextEncoder().encode(content));
};

const noteOf = (files: Files): string => text(files, "checkpoint.txt");
const originIn = (note: string): string => note.split("\n")[0] ?? "";

type Tree = { [name: string]: Tree | unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value with some of its members, at any depth, replaced; `undefined` takes one away. */
const patched = (value: unknown, patch: Tree): Tree => {
  const made: Tree = isTree(value) ? { ...value } : {};
  for (const [name, one] of Object.entries(patch)) made[name] = isTree(one) ? patched(made[name], one) : one;
  return made;
};

/** What can be done to the files of a published package. */
export const forgerOf = (zip: Uint8Array) => {
  const original = (): Files => new Map(Object.entries(unzipSync(zip)));
  const edited = (name: string, edit: (value: never) => void): Files => {
    const files = original();
    const value = JSON.parse(text(files, name));
    edit(value as never);
    write(files, name, JSON.stringify(value));
    return files;
  };
  return {
    original,
    edited,
    resultsWith: (patch: Tree): Files => {
      const files = original();
      write(files, "results.json", JSON.stringify(patched(JSON.parse(text(files, "results.json")), patch)));
      return files;
    },
    /** What a forger would do who has everything but the city's key: hashes and signatures fit again. */
    resigned: (files: Files): Files => {
      const note = noteOf(files);
      if (note === noteOf(original()))
        write(files, "checkpoint.txt", signedNote(FORGER, originIn(note), readNote(note).text));
      const manifest = JSON.parse(text(files, "manifest.json"));
      for (const name of Object.keys(manifest.files))
        if (files.has(name)) manifest.files[name] = sha256Hex(files.get(name) as Uint8Array);
        else delete manifest.files[name];
      write(files, "manifest.json", JSON.stringify(manifest));
      const signature = signed(FORGER, files.get("manifest.json") as Uint8Array);
      write(files, "signature.json", JSON.stringify(signature));
      return files;
    },
    /** The same package with another checkpoint, signed by the forger or by somebody else. */
    withCheckpoint: (
      forge: (checkpoint: { readonly text: string; readonly root: string }) => string,
      secret = FORGER,
    ): Files => {
      const files = original();
      const note = noteOf(files);
      const forged = forge({ text: readNote(note).text, root: note.split("\n")[2] ?? "" });
      write(files, "checkpoint.txt", signedNote(secret, originIn(note), forged));
      return files;
    },
  };
};
