import { refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import type { PurposeName } from "../domain/upload/purposes.ts";
import type { FileFault, Upload } from "../domain/upload/upload.ts";
import type { Deps } from "../platform/deps.ts";

/** A file that came in for this purpose and that nothing has taken yet; refused with what is wrong with it, or that it is not looked at yet. */
export const readyUpload = async (
  id: Upload["id"],
  purpose: PurposeName,
  { store }: Pick<Deps, "store">,
): Promise<Upload> => {
  const upload = await store.uploads.get(id);
  if (upload?.purpose !== purpose || upload.state === "released")
    throw new Refused(refusal("thing/not-found", {}));
  if (upload.state === "ready") return upload;
  if (upload.state === "attached") throw new Refused(refusal("file/used", {}));
  throw new Refused((upload.fault as FileFault | undefined) ?? refusal("file/pending", {}));
};
