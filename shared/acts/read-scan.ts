import { type Instant, plusSeconds } from "../domain/instant.ts";
import { OFFICE_JOURNAL } from "../domain/office/directory.ts";
import type { Role } from "../domain/office/roles.ts";
import { accept, existing } from "../domain/result.ts";
import { fileName, typeOf } from "../domain/upload/formats.ts";
import { purposeOf } from "../domain/upload/purposes.ts";
import type { Upload } from "../domain/upload/upload.ts";
import type { Deps } from "../platform/deps.ts";
import { type AuditedRoute, audited, type Deed } from "./audited.ts";

export const mayRead = ({ purpose, state }: Upload, roles: readonly Role[]): boolean =>
  (state === "ready" || state === "attached") &&
  (purposeOf(purpose).readers ?? []).some((role) => roles.includes(role));

/** How long somebody has to open what they asked for. */
const OPEN_SECONDS = 300;

/** An address under which somebody reads a scan, once the journal says who, what and why. */
export const readScan = async (
  upload: Upload,
  {
    by,
    reason,
    isShown,
  }: {
    readonly by: Deed & { readonly route: AuditedRoute };
    readonly reason: string;
    readonly isShown?: boolean;
  },
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
    ...(isShown && { isShown }),
  });
  return { url, expiresAt: plusSeconds(at, OPEN_SECONDS) };
};
