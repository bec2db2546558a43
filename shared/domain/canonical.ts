import { createHash } from "node:crypto";

/**
 * JSON with one spelling (RFC 8785): members sorted by UTF-16 code units, no white space, absent members left out.
 * What JSON cannot hold exactly (NaN, bigint, functions) throws: it has no place in a digest.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError("a number outside JSON");
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`a ${typeof value} outside JSON`);
  return text;
};

/** SHA-256 in lower-case hex; text is hashed as UTF-8. */
export const sha256Hex = (input: string | Uint8Array): string =>
  createHash("sha256").update(input).digest("hex");

/** The SHA-256 of lines, each ended by a line feed: what `sha256sum` says of the file that holds them. */
export const sha256OfLines = (lines: Iterable<string>): string => {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest("hex");
};

/** The digest of anything that is JSON: SHA-256 over its canonical spelling. */
export const canonicalDigest = (value: unknown): string => sha256Hex(canonicalJson(value));
