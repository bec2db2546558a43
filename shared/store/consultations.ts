import { Consultation } from "../domain/consultation/consultation.ts";
import type { ConsultationId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { create, put, type Write } from "./write.ts";

/** Consultations. A city holds some dozens in a year, so that all of them are one query; drafts are among them. */
export const openConsultations = (table: Table) => ({
  get: (id: ConsultationId): Promise<Consultation | undefined> =>
    table.get(keys.consultation(id), Consultation),

  all: async (): Promise<Consultation[]> => (await table.query("CONSULTATIONS", Consultation)).items,

  /** Creates a consultation once: the same creation again finds its first self; another under the same id is refused. */
  create: async (consultation: Consultation, audit: Write): Promise<Result<Consultation>> => {
    const write = create({
      key: keys.consultation(consultation.id),
      item: consultation,
      otherwise: () => refusal("request/key-reused", {}),
    });
    const outcome = await table.write([write, audit]);
    if (outcome.ok) return ok(consultation);
    const made = await table.get(keys.consultation(consultation.id), Consultation);
    return made?.fingerprint === consultation.fingerprint ? ok(made) : outcome;
  },

  /** A consultation as it is to be, in the place of the version that was read. */
  change: async (
    before: Consultation,
    after: Consultation,
    also: readonly Write[],
  ): Promise<Result<Consultation>> => {
    const next = { ...after, version: before.version + 1 };
    const write = put({
      key: keys.consultation(before.id),
      item: next,
      when: { text: "#version = :version", values: { version: before.version } },
    });
    const outcome = await table.write([write, ...also]);
    return outcome.ok ? ok(next) : outcome;
  },
});
