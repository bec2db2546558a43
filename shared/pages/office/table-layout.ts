import { Encoding } from "../../domain/import/encoding.ts";
import type { Layout } from "../../domain/import/layout.ts";
import type { FileFault } from "../../domain/import/scan.ts";
import { box } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { button, form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import type { Frame } from "../layout.ts";
import { columnsOpen, firstRows, layoutFields } from "./table-form.ts";

/** How a file seems to be written; or why it is no table. */
export type Glimpsed =
  | { readonly encoding: Encoding; readonly layout: Layout; readonly text: string }
  | FileFault;

/** A table that was uploaded, before it is read: its first rows, how it seems to be written, and what a person says where that is wrong. */
export const layoutForm = (
  frame: Frame,
  state: FormState,
  {
    action,
    columns,
    glimpse,
  }: { readonly action: string; readonly columns: readonly string[]; readonly glimpse: Glimpsed },
): Html => {
  const { rollImport: w, refusals } = frame.words;
  const isTable = !("says" in glimpse);
  return html`${
    isTable
      ? html`<p>${w.file.lead}</p>${firstRows(frame, glimpse)}`
      : box({ tone: "warn", body: html`<p>${refusals["roll/file"].detail(glimpse)}</p>` })
  }
${isTable && columnsOpen(frame, glimpse.layout)}
${form({
  action,
  body: html`${select(state, {
    name: "encoding",
    label: w.numbers.encoding,
    options: Encoding.options.map((one) => [one, one]),
    value: isTable ? glimpse.encoding : undefined,
  })}
${isTable && layoutFields(frame, state, { ...glimpse, columns })}
${button({ text: w.file.look, kind: "second", name: "act", value: "look" })}
${isTable && button({ text: w.file.read, name: "act", value: "read" })}`,
})}`;
};
