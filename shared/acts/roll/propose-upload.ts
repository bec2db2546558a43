import { base32 } from "../../domain/base32.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { existing } from "../../domain/result.ts";
import type { UploadId } from "../../domain/upload/upload.ts";
import type { Deps } from "../../platform/deps.ts";
import { sha256 } from "../../platform/keyed.ts";
import { propose } from "../propose.ts";
import { readyUpload } from "../ready-upload.ts";
import { checkBeforeVote, importRoll } from "./import-roll.ts";
import { beginImport, type Importing } from "./propose-roll.ts";

/** A file is one import: asked for again, it is the one that there is. */
const importIdOf = (upload: UploadId): string => base32(sha256("roll/", upload)).slice(0, 16).toLowerCase();

/** Proposes the roll of an uploaded file. It is read in parts; what it would change stands on the proposal when that is done. */
export const proposeUploadedRoll = async (
  { upload: uploadId, ...importing }: Importing & { readonly upload: UploadId },
  deps: Deps,
): Promise<PendingAct<"import-roll">> => {
  const { by, cycle } = importing;
  const { store, machine } = deps;
  checkBeforeVote(cycle);
  const id = importIdOf(uploadId);
  const before = await store.pending.standing(cycle.id, "import-roll", "");
  const isRead = before?.proposal.importId === id;
  if (isRead && before.by === by.actor.id) {
    await machine.readRoll(id);
    return before;
  }
  const upload = await readyUpload(uploadId, "roll", deps);
  const { path: found, bytes } = existing(upload.found);
  const path = existing(found);
  const act = await propose(
    importRoll,
    {
      kind: "import-roll",
      proposal: { cycleId: cycle.id, edition: cycle.edition, importId: id },
      by,
      also: [
        await beginImport(importing, { id, file: { path, bytes, upload: uploadId } }, deps),
        await store.uploads.attach(upload, `roll ${cycle.id}`),
      ],
    },
    deps,
  );
  await machine.readRoll(id);
  return act;
};
