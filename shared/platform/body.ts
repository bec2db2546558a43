import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { ISSUES_TOLD, type Issue, notValid, refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import type { BodySize } from "./admission.ts";
import type { HttpEvent } from "./http.ts";
import { pointerOf } from "./issues.ts";
import { sha256 } from "./keyed.ts";

/** What a compressed body may unfold to: half a million rows of a roll. */
const UNZIPPED_LIMIT_BYTES = 16_000_000;
const JSON_DEPTH = 20;
const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** A form with a table is one that may bring it as a file (`multipart/form-data`), or pasted as any other does. */
export type BodyKind = "json" | "form" | "form with a table" | "text/csv";

/** A table as it was sent: which letters its bytes are is found out by whoever reads it, unless it was said. Its digest stands for it where bodies are compared. */
export class TableSent {
  readonly #bytes: Uint8Array;
  readonly digest: string;
  readonly charset: string | undefined;
  constructor(bytes: Uint8Array, charset: string | undefined) {
    this.#bytes = bytes;
    this.digest = Buffer.from(sha256(bytes)).toString("hex");
    this.charset = charset;
  }
  get bytes(): Uint8Array {
    return this.#bytes;
  }
}

const MEDIA: Readonly<Record<BodyKind, RegExp>> = {
  json: /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i,
  form: /^application\/x-www-form-urlencoded\s*(?:;|$)/i,
  "form with a table": /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i,
  "text/csv": /^text\/csv\s*(?:;|$)/i,
};

const NAMES: Readonly<Record<BodyKind, string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  "form with a table": "application/x-www-form-urlencoded, multipart/form-data",
  "text/csv": "text/csv, application/gzip, application/json",
};

const bytesOf = (event: HttpEvent): Buffer =>
  Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");

const CHARSET = /;\s*charset="?([\w-]+)"?/i;

const GZIP = /^application\/gzip\s*(?:;|$)/i;

/** Unzipping runs beside the loop: a bomb of zeros keeps nobody else waiting. */
const unzip = promisify(gunzip);

/** A table may come compressed (gzip): a city's whole roll is more than a function is handed at once. */
const unzipped = async (bytes: Uint8Array): Promise<Buffer> => {
  try {
    return await unzip(bytes, { maxOutputLength: UNZIPPED_LIMIT_BYTES });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new Refused(
      isTooLarge
        ? refusal("request/too-large", { limitBytes: UNZIPPED_LIMIT_BYTES })
        : refusal("request/malformed", {}),
    );
  }
};

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(refusal("request/malformed", {}));
  }
};

const tooMany = (limit: number): Refused => new Refused(refusal("request/too-many-values", { limit }));

/** The fields of a posted form, in their order and as they were sent. */
export const formPairs = (event: HttpEvent): [string, string][] =>
  MEDIA.form.test(event.headers["content-type"] ?? "")
    ? [...new URLSearchParams(textOf(bytesOf(event)))]
    : [];

/** Keys given twice, keys that reach for a prototype, numbers, nesting and lists beyond measure: JSON.parse would let them pass. */
const checkKeys = async (text: string, mostFields: number): Promise<void> => {
  const { visit } = await import("jsonc-parser");
  const seen: Set<string>[] = [];
  const issues: Issue[] = [];
  let depth = 0;
  let count = 0;
  const malformed = () => {
    throw new Refused(refusal("request/malformed", {}));
  };
  const counted = () => {
    count += 1;
    if (count > mostFields) throw tooMany(mostFields);
  };
  const enter = () => {
    counted();
    depth += 1;
    if (depth > JSON_DEPTH) malformed();
  };
  visit(text, {
    onArrayBegin: enter,
    onArrayEnd: () => {
      depth -= 1;
    },
    onObjectBegin: () => {
      enter();
      seen.push(new Set());
    },
    onObjectProperty: (name, _offset, _length, _line, _character, path) => {
      if (PROTOTYPE_KEYS.has(name)) malformed();
      const keys = seen.at(-1);
      if (keys?.has(name))
        // The first are told, the others counted.
        issues.push({
          pointer: issues.length < ISSUES_TOLD ? pointerOf([...path(), name]) : "",
          rule: "duplicate",
        });
      keys?.add(name);
    },
    onLiteralValue: (value: unknown) => {
      counted();
      if (typeof value === "number" && !Number.isFinite(value)) malformed();
    },
    onObjectEnd: () => {
      depth -= 1;
      seen.pop();
    },
  });
  if (issues.length > 0) throw new Refused(notValid(issues));
};

const parseJson = async (text: string, mostFields: number): Promise<unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    await checkKeys(text, mostFields);
    return value;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(refusal("request/malformed", {}));
  }
};

/** Fields of a form; a field that comes more than once (check boxes) is a list. */
const fieldsOf = <V extends string | TableSent>(
  pairs: Iterable<readonly [string, V]>,
  mostFields: number,
): Record<string, V | V[]> => {
  const fields = new Map<string, V | V[]>();
  let count = 0;
  for (const [name, value] of pairs) {
    count += 1;
    if (count > mostFields) throw tooMany(mostFields);
    if (PROTOTYPE_KEYS.has(name)) throw new Refused(refusal("request/malformed", {}));
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else if (Array.isArray(before)) before.push(value);
    else fields.set(name, [before, value]);
  }
  return Object.fromEntries(fields);
};

const MULTIPART = /^multipart\//i;

/** The fields of a form in parts; a file is a table, and a field for one in which none was chosen is left out. */
const partsOf = async (bytes: Buffer, media: string): Promise<[string, string | TableSent][]> => {
  const parts = await new Response(new Uint8Array(bytes), { headers: { "content-type": media } })
    .formData()
    .catch(() => {
      throw new Refused(refusal("request/malformed", {}));
    });
  const pairs: [string, string | TableSent][] = [];
  for (const [name, value] of parts) {
    if (typeof value === "string") pairs.push([name, value]);
    else if (value.size > 0)
      pairs.push([name, new TableSent(new Uint8Array(await value.arrayBuffer()), undefined)]);
  }
  return pairs;
};

/** The body in the kind that the endpoint takes. Refuses another media type (415), too much (413), and what cannot be read (400). */
export const readBody = async (
  event: HttpEvent,
  kind: BodyKind,
  { bytes: limitBytes, fields: mostFields }: BodySize,
): Promise<unknown> => {
  const bytes = bytesOf(event);
  if (bytes.length > limitBytes) throw new Refused(refusal("request/too-large", { limitBytes }));
  const media = event.headers["content-type"] ?? "";
  const isZipped = kind === "text/csv" && GZIP.test(media);
  // The gateway hands a body on as it came: nobody has unfolded it on the way.
  if ((event.headers["content-encoding"] ?? "identity").trim().toLowerCase() !== "identity")
    throw new Refused(refusal("request/media-type", { expected: "Content-Encoding: identity" }));
  if (kind === "text/csv" && (isZipped || MEDIA[kind].test(media)))
    return new TableSent(isZipped ? await unzipped(bytes) : bytes, CHARSET.exec(media)?.[1]?.toLowerCase());
  if (!MEDIA[kind].test(media) && !(kind === "text/csv" && MEDIA.json.test(media)))
    throw new Refused(refusal("request/media-type", { expected: NAMES[kind] }));
  if (MULTIPART.test(media)) return fieldsOf(await partsOf(bytes, media), mostFields);
  const text = textOf(bytes);
  return kind === "form" || kind === "form with a table"
    ? fieldsOf(new URLSearchParams(text), mostFields)
    : await parseJson(text, mostFields);
};
