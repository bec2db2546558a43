import type { Role } from "../domain/office/roles.ts";
import { refusal } from "../domain/refusals.ts";
import { accept, existing, Refused } from "../domain/result.ts";
import { quarantined } from "../domain/upload/places.ts";
import { type PurposeName, purposeOf } from "../domain/upload/purposes.ts";
import { checkTicket, type FileFault, sizeOf, ticket, type Upload } from "../domain/upload/upload.ts";
import type { Deps } from "../platform/deps.ts";
import type { StaffRequest } from "../platform/endpoint.ts";
import type { PresignedForm } from "../platform/uploads.ts";

type Asked = Pick<Upload, "purpose" | "name" | "type" | "bytes" | "alt">;
type By = Pick<StaffRequest, "actor" | "newId" | "fingerprint" | "receivedAt">;

/** A ticket for a file that somebody of the office is about to send; a request that is repeated has the same. */
export const openTicket = async (
  asked: Asked,
  { actor, newId, fingerprint, receivedAt }: By,
  { store }: Pick<Deps, "store">,
): Promise<Upload> => {
  accept(checkTicket(asked, actor.roles));
  const by = { id: actor.id, name: actor.name };
  return accept(
    await store.uploads.create(ticket({ ...asked, id: newId("upl"), by, fingerprint }, receivedAt)),
  );
};

/** The form that posts the file to where it is looked at. Where it leads to, the browser goes when the file is there. */
export const formFor = (
  upload: Upload,
  { uploads }: Pick<Deps, "uploads">,
  leadsTo?: string,
): Promise<PresignedForm> =>
  uploads.form({
    path: quarantined(upload.id),
    type: upload.type,
    size: sizeOf(upload),
    at: upload.createdAt,
    expiresAt: upload.expiresAt,
    leadsTo,
  });

/** A file's ticket, for whoever may send such a file: of all others it is not there. */
export const uploadOf = async (
  id: Upload["id"],
  roles: readonly Role[],
  { store }: Pick<Deps, "store">,
): Promise<Upload> => {
  const upload = existing(await store.uploads.get(id));
  return existing(purposeOf(upload.purpose).roles.some((role) => roles.includes(role)) ? upload : undefined);
};

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
