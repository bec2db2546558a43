import { ListNote } from "../domain/document/announced.ts";
import { type Template, Template as TemplateSchema } from "../domain/document/template.ts";
import type { CycleId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { asRead } from "./kept.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { create, put, type Write } from "./write.ts";

const newer = () => refusal("request/key-reused", {});

/** What is kept beside the lists that were announced: the office's notes on them, and the texts that they are written with. */
export const openListNotes = (table: Table) => ({
  of: async (cycleId: CycleId): Promise<ListNote[]> => {
    const { pk, sk: prefix = "" } = keys.listNote(cycleId, "", "");
    return (await table.query(pk, ListNote, { prefix })).items;
  },
  /** A note in the place of the one that was read, if there was one. */
  note: (cycleId: CycleId, note: ListNote): Write => {
    const key = keys.listNote(cycleId, note.list, `${note.of}`);
    return note.version === 1
      ? create({ key, item: note, otherwise: newer })
      : put({ key, item: note, when: asRead(note.version - 1) });
  },

  /** Every version of every template. */
  templates: async (): Promise<Template[]> => {
    const { pk } = keys.template("", "", "");
    return (await table.query(pk, TemplateSchema)).items;
  },
  /** A new version of a template; the ones before it stay. */
  write: (template: Template): Write =>
    create({
      key: keys.template(template.list, template.language, `${template.version}`),
      item: template,
      otherwise: newer,
    }),
});
