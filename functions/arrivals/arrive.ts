import { createHash } from "node:crypto";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { HEAD_BYTES, tailWatcher, typeOf } from "../../shared/domain/upload/formats.ts";
import { copyPlace, idAt, placeOf } from "../../shared/domain/upload/places.ts";
import { purposeOf } from "../../shared/domain/upload/purposes.ts";
import {
  type Copies,
  type Copy,
  type FileFault,
  type Found,
  formatOf,
  goesOn,
  mostBytesOf,
  type Upload,
  UploadId,
} from "../../shared/domain/upload/upload.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Lying } from "../../shared/platform/uploads.ts";
import { isOfProposal, settleAttachment } from "../../shared/subjects/attachments/arriving.ts";

/** A file at which so many have come to an end that none has the fault but the file. */
const MOST_LOOKS = 5;

/** What lies in quarantine under a ticket's name. */
interface Arrived {
  readonly upload: Upload;
  readonly path: string;
  readonly file: Lying;
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const bytesOf = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
};

/** A table or a scan, read through once whatever its size, and kept as it is. Undefined where something else lies there by now. */
const keptAsItIs = async (
  { upload, path, file }: Arrived,
  kind: "table" | "scan",
  { uploads }: Pick<Deps, "uploads">,
): Promise<Result<Found> | undefined> => {
  const first = await uploads.read(path, { start: 0, end: HEAD_BYTES }, file.tag);
  const all = await uploads.read(path, undefined, file.tag);
  if (!first || !all) return undefined;
  const head = await bytesOf(first);
  const known = formatOf(upload, head);
  if (!known.ok) return known;
  const format = known.value;
  const hash = createHash("sha256");
  const tail = tailWatcher(format);
  for await (const bytes of all) {
    if (!goesOn(format, head, bytes)) return refused(refusal("file/not-a-table", { found: "unknown" }));
    tail.see(bytes);
    hash.update(bytes);
  }
  if (kind === "scan" && !tail.isOne()) return refused(refusal("file/several-kinds", {}));
  const digest = hash.digest("hex");
  const place = placeOf(kind, upload.id, digest);
  const copied = await uploads.copy(path, place, { tag: file.tag, type: typeOf(format) });
  return copied && ok({ format, bytes: file.bytes, digest, path: place });
};

/** A picture made anew, of which only the copies are kept. */
const madeAnew = async (
  { upload, path, file }: Arrived,
  { uploads }: Pick<Deps, "uploads">,
): Promise<Result<Found> | undefined> => {
  const sent = await uploads.read(path, undefined, file.tag);
  if (!sent) return undefined;
  const bytes = await bytesOf(sent);
  const known = formatOf(upload, bytes);
  if (!known.ok) return known;
  const made = await (await import("./picture.ts")).copiesOf(bytes);
  if (!made.ok) return made;
  const copies: Record<string, Copy> = {};
  for (const [size, { bytes: copy, width, height }] of Object.entries(made.value)) {
    const place = copyPlace(upload.id, width, digestOf(copy));
    await uploads.show(place, copy);
    copies[size] = { path: place, width, height, bytes: copy.length };
  }
  return ok({
    format: known.value,
    bytes: file.bytes,
    digest: digestOf(bytes),
    copies: copies as Copies,
  });
};

const examined = async (arrived: Arrived, deps: Deps): Promise<Result<Found> | undefined> => {
  const { kind } = purposeOf(arrived.upload.purpose);
  const mostBytes = mostBytesOf(arrived.upload);
  const { bytes } = arrived.file;
  if (bytes === 0) return refused(refusal("file/empty", {}));
  if (bytes > mostBytes) return refused(refusal("file/too-big", { mostBytes }));
  return kind === "picture" ? await madeAnew(arrived, deps) : await keptAsItIs(arrived, kind, deps);
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
  if (isOfProposal(upload)) await settleAttachment(upload, outcome, system.now(), deps);
  else
    await (outcome.ok
      ? store.uploads.accept(upload, outcome.value)
      : store.uploads.refuse(upload, outcome.refusal as FileFault));
  await uploads.remove(path);
};
