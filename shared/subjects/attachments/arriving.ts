/** A file of a proposal has come, and was looked at: it is the proposal's, or its author reads what is wrong with it. */

import { refusal } from "../../domain/refusals.ts";
import { type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { FileFault, Found, Upload } from "../../domain/upload/upload.ts";
import type { Deps } from "../../platform/deps.ts";
import { BACKOFF, orAgain, retry } from "../../store/retry.ts";
import { fileIn, withOutcome } from "./rules.ts";
import { attachmentsWrite, openAttachments } from "./store.ts";

type Own = Upload & { readonly of: NonNullable<Upload["of"]> };

export const isOfProposal = (upload: Upload): upload is Own => upload.of !== undefined;

/** Whether its proposal still has this file; what it does not have goes. */
export const isHeld = async (
  { id, of }: Own,
  now: Instant,
  { store }: Pick<Deps, "store">,
): Promise<boolean> => {
  const all = await openAttachments(store.table).get(of.projectId, now);
  const file = all && fileIn(all, id);
  return file?.found !== undefined;
};

/** Notes what became of a file, with its proposal and its ticket at once. */
export const settleAttachment = async (
  upload: Own,
  outcome: Result<Found>,
  now: Instant,
  { store }: Pick<Deps, "store">,
): Promise<Result<void>> =>
  retry(BACKOFF.reading, async () => {
    const all = await openAttachments(store.table).get(upload.of.projectId, now);
    // Its author removed it meanwhile, or the whole draft.
    if (!all || !fileIn(all, upload.id)) return store.table.write([await store.uploads.release(upload, now)]);
    const told: { found: Found } | { fault: FileFault } = outcome.ok
      ? { found: outcome.value }
      : { fault: outcome.refusal as FileFault };
    const written = await store.table.write([
      "found" in told
        ? await store.uploads.take(upload, told.found, now)
        : await store.uploads.refusing(upload, told.fault),
      attachmentsWrite(withOutcome(all, upload.id, told)),
    ]);
    if (written.ok || written.refusal.code !== "request/changed-since") return orAgain(written);
    // Whoever looks twice at one file finds it settled: that is no reason to look again.
    const { state } = (await store.uploads.get(upload.id)) ?? { state: "released" };
    return state === "pending" ? "again" : refused(refusal("file/used", {}));
  });
