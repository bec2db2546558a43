import { createHash } from "node:crypto";

/** A file name that carries what is in the file, so that a browser may keep it for a year and still sees a change at once. */
export const versioned = (name: string, content: string | Uint8Array, type: string): string =>
  `${name}.${createHash("sha256").update(content).digest("hex").slice(0, 8)}.${type}`;
