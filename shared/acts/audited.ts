import type { Localised } from "../domain/localised.ts";
import type { StaffRequest } from "../platform/endpoint.ts";
import type { Done } from "../platform/route.ts";
import { type AuditRecord, auditWrite } from "../store/audit.ts";
import type { Write } from "../store/write.ts";
import type { Catalogue } from "../words/words.ts";

/** A staff member's request as its record needs it. */
export type Deed = Pick<StaffRequest, "actor" | "route" | "receivedAt" | "newId">;

/** What staff do, by the name of its row in the route table: an act without a sentence in the journal does not compile. */
export type ActName = keyof Catalogue["acts"];

/** A row under whose name an act is recorded: the catalogue, or the row itself, has its sentence for the journal. */
export type AuditedRoute =
  | { readonly name: ActName; readonly said?: undefined }
  | { readonly name: string; readonly said: Localised };

/** A row of a form after which something is said: the catalogue, or the row itself, has the message. */
export type ToldRoute =
  | { readonly name: keyof Catalogue["flash"]; readonly done?: undefined }
  | { readonly name: string; readonly done: Done };

/** The row that an act's name stands for. */
export const rowNamed = (named: ActName | AuditedRoute): AuditedRoute =>
  typeof named === "string" ? { name: named } : named;

/**
 * The audit record of a staff member's request, to be written together with what it does to `subject`. What a form does is recorded under the
 * row of the API that does the same. What is done in several transactions has a record in each, told apart by its part.
 */
export const audited = (
  { actor, route, receivedAt, newId }: Omit<Deed, "route"> & { readonly route: AuditedRoute },
  subject: string,
  {
    reason,
    facts = {},
    part = 0,
  }: { readonly reason?: string; readonly facts?: AuditRecord["facts"]; readonly part?: number } = {},
): Write =>
  auditWrite(subject, newId(part === 0 ? "aud" : `aud${part}`), {
    at: receivedAt,
    by: actor.id,
    byName: actor.name,
    act: route.name,
    ...(route.said && { said: route.said }),
    ...(reason !== undefined && { reason }),
    facts,
  });
