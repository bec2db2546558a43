import type { Role } from "../domain/office/roles.ts";
import { accept, existing } from "../domain/result.ts";
import { purposeOf } from "../domain/upload/purposes.ts";
import { checkTicket, ticket, type Upload } from "../domain/upload/upload.ts";
import type { Deps } from "../platform/deps.ts";
import type { StaffRequest } from "../platform/endpoint.ts";

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
