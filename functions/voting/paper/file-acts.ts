import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { readyUpload } from "../../../shared/acts/ready-upload.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { stateAfter } from "../../../shared/domain/lifecycle.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, existing, Refused } from "../../../shared/domain/result.ts";
import type { Upload, UploadId } from "../../../shared/domain/upload/upload.ts";
import type { Batch } from "../../../shared/domain/voting/paper.ts";
import { PAPER_FILE, type PaperFile } from "../../../shared/domain/voting/paper-file.ts";
import type { SaidOfFile } from "../../../shared/domain/voting/roll-preview.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { routes } from "../../routes.ts";
import { workOn } from "./file-work.ts";
import { checkTakesPaper } from "./register-batch.ts";

interface Place {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly batch: Batch;
  readonly id: UploadId;
}

/** A file that came in for this from this very person: nobody else sees a row of it. */
export const sentBy = async (
  id: UploadId,
  { actor }: Pick<Deed, "actor">,
  deps: Pick<Deps, "store">,
): Promise<Upload> => {
  const upload = await readyUpload(id, "paper-batch", deps);
  return existing(upload.by.id === actor.id ? upload : undefined);
};

/** What a person copies from another's file is no second keying. */
const checkOwnKeying = async (
  { by, cycle, batch }: Place,
  digest: string,
  { store }: Deps,
): Promise<void> => {
  const files = await store.paperFiles.list(cycle.id, batch.id);
  const same = files.find((one) => one.digest === digest && one.by !== by.actor.id);
  if (same) throw new Refused(refusal("paper/same-file", { name: same.byName }));
};

/** Has every row of a file of cards read, and nothing keyed. Asked for again it is the file that there is. */
export const readPaperFile = async (
  place: Place & { readonly said: SaidOfFile },
  deps: Deps,
): Promise<PaperFile> => {
  const { by, cycle, batch, id, said } = place;
  const { store } = deps;
  checkTakesPaper(cycle);
  if (batch.state === "closed") throw new Refused(refusal("paper/closed", {}));
  const before = await store.paperFiles.get(cycle.id, batch.id, id);
  if (before?.by === by.actor.id) return await workOn(before, deps);
  const upload = await sentBy(id, by, deps);
  const { path, bytes, digest } = existing(upload.found);
  await checkOwnKeying(place, digest, deps);
  const file: PaperFile = {
    id,
    cycleId: cycle.id,
    batchId: batch.id,
    name: upload.name,
    by: by.actor.id,
    byName: by.actor.name,
    at: by.receivedAt,
    digest,
    path: existing(path),
    bytes,
    said,
    state: "reading",
    done: 0,
    found: { keyed: 0, settled: 0, left: 0, faults: 0, repaired: 0 },
    entered: { keyed: 0, settled: 0, left: 0 },
    noted: [],
  };
  const outcome = await store.table.write([
    await store.paperFiles.begin(file),
    await store.uploads.attach(upload, `batch ${batch.id}`),
    audited({ ...by, route: routes.postPaperFile }, cycle.id, { facts: { file: id } }),
  ]);
  // Asked for twice at once it is one file.
  const made = outcome.ok ? file : await store.paperFiles.get(cycle.id, batch.id, id);
  if (!made) accept(outcome);
  return await workOn(made ?? file, deps);
};

/** A file of a batch, for its sender; others are told that it is not theirs. */
const ownFile = async ({ by, cycle, batch, id }: Place, { store }: Deps): Promise<PaperFile> => {
  const file = existing(await store.paperFiles.get(cycle.id, batch.id, id));
  if (file.by !== by.actor.id) throw new Refused(refusal("paper/not-yours", { name: file.byName }));
  return file;
};

/** Keys the cards of a file that was read, as the one who sent it. Said again it goes on, or is done. */
export const enterPaperFile = async (place: Place, deps: Deps): Promise<PaperFile> => {
  const { by, cycle } = place;
  const { store } = deps;
  checkTakesPaper(cycle);
  const file = await ownFile(place, deps);
  if (file.state === "entering" || file.state === "entered") return await workOn(file, deps);
  if (file.state !== "read") throw new Refused(refusal("paper/file-state", { fileState: file.state }));
  const change = {
    state: stateAfter(PAPER_FILE, "enter"),
    done: 0,
    // Which cards are left is found anew, and may be others.
    noted: [],
  };
  const { keyed, settled, left } = file.found;
  const outcome = await store.table.write([
    await store.paperFiles.goOn(file, change, by.receivedAt),
    audited({ ...by, route: routes.postPaperFileEntry }, cycle.id, {
      facts: { file: file.id, keyed, settled, left },
    }),
  ]);
  if (outcome.ok) return await workOn({ ...file, ...change }, deps);
  // Said twice at once it is said once.
  const now = await ownFile(place, deps);
  if (now.state === "read") accept(outcome);
  return await enterPaperFile(place, deps);
};

/** Lets a file go that is not to be entered, or not any further: what was keyed stays as if it were keyed by hand. */
export const dropPaperFile = async (place: Place, deps: Deps): Promise<PaperFile> => {
  const { by, cycle } = place;
  const { store } = deps;
  const file = await ownFile(place, deps);
  if (file.state === "dropped") return file;
  if (PAPER_FILE[file.state].drop === undefined)
    throw new Refused(refusal("paper/file-state", { fileState: file.state }));
  const change = { state: stateAfter(PAPER_FILE, "drop") };
  const outcome = await store.table.write([
    await store.paperFiles.goOn(file, change, by.receivedAt),
    await store.uploads.release({ id: file.id }, by.receivedAt),
    audited({ ...by, route: routes.postPaperFileRemoval }, cycle.id, { facts: { file: file.id } }),
  ]);
  if (outcome.ok) return { ...file, ...change };
  const now = await ownFile(place, deps);
  if (now.state === file.state && now.done === file.done) accept(outcome);
  return await dropPaperFile(place, deps);
};
