import { pathTo } from "../../domain/addresses.ts";
import type { FormState } from "../components/form-state.ts";
import type { Html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actPage, type EditionRef } from "./act.ts";
import { type Glimpsed, layoutForm } from "./table-layout.ts";

interface RollFileModel {
  readonly cycle: EditionRef;
  readonly upload: { readonly id: string; readonly name: string };
  /** The columns of the edition's roll. */
  readonly columns: readonly string[];
  readonly glimpse: Glimpsed;
}

/** A roll that was uploaded, before it is read: how it seems to be written, and what a person says where that is wrong. */
export const rollFileView = (
  frame: Frame,
  state: FormState,
  { cycle, upload, columns, glimpse }: RollFileModel,
): Html =>
  actPage(frame, cycle, {
    title: frame.words.rollImport.file.title(upload.name),
    state,
    body: layoutForm(frame, state, {
      action: link(frame, pathTo("editionRollFile", { cycleId: cycle.id, uploadId: upload.id })),
      columns,
      glimpse,
    }),
  });
