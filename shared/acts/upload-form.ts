import { quarantined } from "../domain/upload/places.ts";
import { sizeOf, type Upload } from "../domain/upload/upload.ts";
import type { Deps } from "../platform/deps.ts";
import type { PresignedForm } from "../platform/signer.ts";

/** The form that posts the file to where it is looked at. Where it leads to, the browser goes when the file is there. */
export const formFor = (
  upload: Upload,
  { signer }: Pick<Deps, "signer">,
  leadsTo?: string,
): Promise<PresignedForm> =>
  signer.form({
    path: quarantined(upload.id),
    type: upload.type,
    size: sizeOf(upload),
    at: upload.createdAt,
    expiresAt: upload.expiresAt,
    leadsTo,
  });
