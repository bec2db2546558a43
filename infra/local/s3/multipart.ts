import type { IncomingMessage } from "node:http";
import { LIMITS } from "../../../shared/platform/aws-limits.ts";

/** The body is no form, or ends within it. */
export class Malformed extends Error {}

/** Before the file stands more than S3 reads. */
export class TooMuchBefore extends Error {}

/** A form with a file, up to the file, which comes as it is read. */
interface Posted {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: AsyncIterable<Buffer>;
}

/** Reads a body from mark to mark, in pieces no longer than they come. */
const readerOf = (body: AsyncIterable<Buffer>) => {
  const source = body[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  const until = async function* (mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = rest.indexOf(mark);
      const safe = at < 0 ? Math.max(0, rest.length - mark.length + 1) : at;
      if (safe > 0) yield rest.subarray(0, safe);
      rest = rest.subarray(at < 0 ? safe : at + mark.length);
      if (at >= 0) return;
      const next = await source.next();
      if (next.done) throw new Malformed();
      rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    }
  };

  /** The same as one text, where it is short. */
  const textUntil = async (mark: Buffer, most: number): Promise<string> => {
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of until(mark)) {
      size += piece.length;
      if (size > most) throw new TooMuchBefore();
      pieces.push(piece);
    }
    return Buffer.concat(pieces, size).toString("utf8");
  };

  return { until, textUntil };
};

const LINE = Buffer.from("\r\n");
const BLANK = Buffer.from("\r\n\r\n");

/** A body of multipart/form-data (RFC 7578): its fields, and the file after them, whatever its size. What comes after the file is not read. */
export const readPosted = async (request: IncomingMessage): Promise<Posted> => {
  const [, quoted, plain] =
    /^multipart\/form-data;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(
      request.headers["content-type"] ?? "",
    ) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new Malformed();
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const { until, textUntil } = readerOf(body);
  const mark = Buffer.from(`\r\n--${boundary}`);
  // The first boundary begins the body, without a line before it.
  await textUntil(mark.subarray(2), LIMITS.formFields.most);
  const fields = new Map<string, string>();
  for (let left = LIMITS.formFields.most; left > 0; ) {
    if ((await textUntil(LINE, 2)) === "--") throw new Malformed();
    const head = await textUntil(BLANK, left);
    const [, name] = /^content-disposition:\s*form-data;.*?\bname="([^"]*)"/im.exec(head) ?? [];
    if (name === undefined) throw new Malformed();
    if (name.toLowerCase() === "file") return { fields, file: until(mark) };
    const value = await textUntil(mark, left);
    left -= head.length + value.length;
    fields.set(name.toLowerCase(), value);
  }
  throw new TooMuchBefore();
};
