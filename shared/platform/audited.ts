import { type AuditRecord, auditWrite } from "../store/audit.ts";
import type { Write } from "../store/write.ts";
import type { StaffRequest } from "./endpoint.ts";

/** A staff member's request as its record needs it. What a form does is recorded under the row of the API that does the same. */
export type Deed = Pick<StaffRequest, "actor" | "route" | "receivedAt" | "newId">;

/** Last words of routes that are said of more than one thing: the thing comes before them. */
const SHARED = new Set(["acceptance", "withdrawal"]);

/** The audit record of a staff member's request, to be written together with what it does to `subject`. */
export const audited = (
  { actor, route, receivedAt, newId }: Deed,
  subject: string,
  { reason, facts = {} }: { readonly reason?: string; readonly facts?: AuditRecord["facts"] } = {},
): Write => {
  const path = route.key.split("/");
  const [last = route.key] = path.slice(-1);
  const act = SHARED.has(last)
    ? `${path.slice(0, -1).findLast((part) => !part.startsWith("{"))} ${last}`
    : last;
  return auditWrite(subject, newId("aud"), {
    at: receivedAt,
    by: actor.id,
    byName: actor.name,
    act: `${route.key.split(" ")[0]} ${act}`,
    ...(reason !== undefined && { reason }),
    facts,
  });
};
