import { PLACES, quarantined } from "../../shared/domain/upload/places.ts";
import { givenUpAt, type Upload } from "../../shared/domain/upload/upload.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { eachAlone } from "../../shared/platform/each-alone.ts";
import { isHeld, isOfProposal } from "../../shared/subjects/attachments/arriving.ts";
import { arrive } from "./arrive.ts";

/** All that a ticket stands for goes, and it last: what is cut off is done again. */
const drop = async (upload: Upload, { store, uploads }: Deps): Promise<void> => {
  await uploads.remove(quarantined(upload.id));
  for (const place of [PLACES.table, PLACES.scan, PLACES.picture])
    await uploads.removeUnder(`${place}${upload.id}/`);
  await store.uploads.remove(upload);
};

const sweepOne = async (upload: Upload, deps: Deps): Promise<void> => {
  const now = deps.system.now();
  if (upload.state === "attached" && isOfProposal(upload) && (await isHeld(upload, now, deps)))
    return void (await deps.store.uploads.held(upload, now));
  if (upload.state !== "pending" || now >= givenUpAt(upload)) return await drop(upload, deps);
  const path = quarantined(upload.id);
  if (await deps.uploads.lying(path)) await arrive(deps, path);
  else await deps.store.uploads.postpone(upload, now);
};

/** Looks at files whose arrival nobody was told of, and lets those go that nothing has taken. Each stands alone. */
export const sweepUploads = async (deps: Deps): Promise<void> =>
  eachAlone(await deps.store.uploads.due(deps.system.now()), (upload) => sweepOne(upload, deps));
