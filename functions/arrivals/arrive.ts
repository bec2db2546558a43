import { createHash } from "node:crypto";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { HEAD_BYTES, typeOf } from "../../shared/domain/upload/formats.ts";
import { idAt, placeOf } from "../../shared/domain/upload/places.ts";
import { purposeOf } from "../../shared/domain/upload/purposes.ts";
import {
  type FileFault,
  type Found,
  formatOf,
  goesOn,
  type Upload,
  UploadId,
} from "../../shared/domain/upload/upload.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Lying } from "../../shared/platform/uploads.ts";

/** A file at which so many have come to an end that none has the fault but the file. */
const MOST_LOOKS = 5;

/** What lies in quarantine under a ticket's name. */
interface Arrived {
  readonly upload: Upload;
  readonly path: string;
  readonly file: Lying;
}

/** The format and the digest of a file, read through once, whatever its size. */
const readThrough = async (
  { upload, path, file }: Arrived,
  { uploads }: Pick<Deps, "uploads">,
): Promise<Result<Pick<Found, "format" | "digest">>> => {
  const head = await bytesOf(await uploads.read(path, { start: 0, end: HEAD_BYTES }, file.tag));
  const known = formatOf(upload, head);
  if (!known.ok) return known;
  const hash = createHash("sha256");
  for await (const bytes of (await uploads.read(path, undefined, file.tag)) ?? []) {
    if (!goesOn(known.value, head, bytes)) return refused(refusal("file/not-a-table", { found: "unknown" }));
    hash.update(bytes);
  }
  return ok({ format: known.value, digest: hash.digest("hex") });
};

const bytesOf = async (stream: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of stream ?? []) parts.push(part);
  return Buffer.concat(parts);
};

/** A file as it is to be kept: where it lies from now on, if it is what its purpose takes. Undefined where something else lies there by now. */
const examined = async (arrived: Arrived, deps: Deps): Promise<Result<Found> | undefined> => {
  const { upload, path, file } = arrived;
  const { kind, mostBytes } = purposeOf(upload.purpose);
  if (file.bytes === 0) return refused(refusal("file/empty", {}));
  if (file.bytes > mostBytes) return refused(refusal("file/too-big", { mostBytes }));
  const known = await readThrough(arrived, deps);
  if (!known.ok) return known;
  const { format, digest } = known.value;
  if (kind === "picture") return undefined;
  const place = placeOf(kind, upload.id, digest);
  const copied = await deps.uploads.copy(path, place, { tag: file.tag, type: typeOf(format) });
  return copied && ok({ format, bytes: file.bytes, digest, path: place });
};

/**
 * Looks at a file that lies in quarantine, whoever says so and however often: it is taken or refused by its ticket, once, and lies there no
 * more. What no ticket waits for goes.
 */
export const arrive = async (deps: Deps, path: string): Promise<void> => {
  const { store, uploads, system } = deps;
  const { data: id } = UploadId.safeParse(idAt(path));
  const upload = id && (await store.uploads.get(id));
  if (upload?.state !== "pending") return await uploads.remove(path);
  const file = await uploads.lying(path);
  if (!file) return;
  const looked = await store.uploads.look(upload, system.now());
  if (!looked.ok) return;
  const outcome =
    upload.looks < MOST_LOOKS
      ? await examined({ upload, path, file }, deps)
      : refused(refusal("file/broken", {}));
  // Something else was sent in its place: it comes with a call of its own.
  if (outcome === undefined) return;
  await (outcome.ok
    ? store.uploads.accept(upload, outcome.value)
    : store.uploads.refuse(upload, outcome.refusal as FileFault));
  await uploads.remove(path);
};
