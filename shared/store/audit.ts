import { z } from "zod";
import { localised } from "../domain/localised.ts";
import type { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

/** Who of the staff did what, when, and why. Written in the same transaction as the deed. */
export const AuditRecord = z.object({
  at: z.string(),
  /** The staff member, by the identity provider's id and by name. */
  by: z.string(),
  byName: z.string(),
  /** The act as the route table names it, `postTransition`. */
  act: z.string(),
  /** The act as a sentence, of one that no row's name has a sentence for: the record explains itself. */
  said: localised(z.string()).optional(),
  reason: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
});
export type AuditRecord = z.infer<typeof AuditRecord>;

/** `subject` is what was acted on: a cycle's id, a meeting's. */
export const auditWrite = (subject: string, id: string, record: AuditRecord): Write =>
  put({ key: keys.audit(subject, record.at as Instant, id), item: record });

export const openAudit = (table: Table) => ({
  list: (subject: string, page: { after?: string; limit?: number } = {}) =>
    table.query(`AUDIT#${subject}`, AuditRecord, { ...page, newestFirst: true }),
});
