import { type Instant, plusSeconds } from "../domain/instant.ts";
import { OFFICE_JOURNAL } from "../domain/office/directory.ts";
import type { Role } from "../domain/office/roles.ts";
import { accept, existing } from "../domain/result.ts";
import { fileName, typeOf } from "../domain/upload/formats.ts";
import { quarantined } from "../domain/upload/places.ts";
import { purposeOf } from "../domain/upload/purposes.ts";
import { checkTicket, sizeOf, ticket, type Upload } from "../domain/upload/upload.ts";
import type { Deps } from "../platform/deps.ts";
import type { StaffRequest } from "../platform/endpoint.ts";
import type { PresignedForm } from "../platform/signer.ts";
import { type AuditedRoute, audited, type Deed } from "./audited.ts";

type Asked = Pick<Upload, "purpose" | "name" | "type" | "bytes" | "alt" | "from">;
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

const seenBy = (upload: Upload, roles: readonly Role[]): boolean => {
  const { roles: senders, readers = [] } = purposeOf(upload.purpose);
  return [...senders, ...readers].some((role) => roles.includes(role));
};

/** A file's ticket, for whoever may send or read such a file: of all others it is not there. */
export const uploadOf = async (
  id: Upload["id"],
  roles: readonly Role[],
  { store }: Pick<Deps, "store">,
): Promise<Upload> => {
  const upload = existing(await store.uploads.get(id));
  return existing(seenBy(upload, roles) ? upload : undefined);
};

export const mayRead = ({ purpose, state }: Upload, roles: readonly Role[]): boolean =>
  (state === "ready" || state === "attached") &&
  (purposeOf(purpose).readers ?? []).some((role) => roles.includes(role));

/** How long somebody has to open what they asked for. */
const OPEN_SECONDS = 300;

/** An address under which somebody reads a scan, once the journal says who, what and why. */
export const readScan = async (
  upload: Upload,
  { by, reason }: { readonly by: Deed & { readonly route: AuditedRoute }; readonly reason: string },
  { store, signer }: Pick<Deps, "store" | "signer">,
): Promise<{ readonly url: string; readonly expiresAt: Instant }> => {
  const { id, purpose, name, found } = upload;
  const { path, format } = existing(mayRead(upload, by.actor.roles) ? found : undefined);
  const facts = { upload: id, purpose, name };
  accept(await store.table.write([audited(by, OFFICE_JOURNAL, { reason, facts })]));
  const at = by.receivedAt;
  const url = await signer.link(existing(path), {
    type: typeOf(format),
    name: fileName(name, format),
    at,
    seconds: OPEN_SECONDS,
  });
  return { url, expiresAt: plusSeconds(at, OPEN_SECONDS) };
};
