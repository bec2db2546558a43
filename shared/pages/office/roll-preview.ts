import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { Role } from "../../domain/office/roles.ts";
import { isFaulty, type Noted, type RollPreview } from "../../domain/voting/roll-preview.ts";
import { box } from "../components/boxes.ts";
import { columnName } from "../components/column-name.ts";
import { notesTable } from "../components/notes-table.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";

/** An import, by whose notes all of them are found. */
interface ImportRef {
  readonly cycleId: CycleId;
  readonly importId: string;
}

const NOTE_READERS: readonly Role[] = ["coordinator", "commission"];

/** The first of what is noted of rows, by row and column, how many there are, and all of them in a file. */
export const notedRows = (frame: Frame, of: ImportRef, noted: readonly Noted[], total: number): Part => {
  const { words } = frame;
  const { rollImport: w, format } = words;
  const mayReadAll = frame.staffRoles?.some((role) => NOTE_READERS.includes(role));
  return (
    noted.length > 0 &&
    html`${notesTable(words, noted)}
${mayReadAll && html`<p><a href="${link(frame, pathTo("rollNotes", of))}">${w.allNotes}</a></p>`}
${total > noted.length && html`<p>${w.repairs.more(format.number(total))}</p>`}`
  );
};

/** How far the reading of a roll has come: rows that were read, and of the whole work how many parts are done. */
export interface Progress {
  readonly rows: number;
  readonly done: number;
  /** Undefined as long as nobody knows how many there will be. */
  readonly of: number | undefined;
}

export const rollProgress = ({ words }: Frame, { rows, done, of }: Progress): Html => {
  const { rollImport: w, format } = words;
  return html`<p role="status">${w.progress(format.number(rows))}</p>
${of !== undefined && html`<p><progress max="${of}" value="${done}"></progress> ${w.parts(format.number(done), format.number(of))}</p>`}
<p>${w.comesAgain}</p>`;
};

/** What a new roll changes, how its file was read, and what was noted of its rows. */
export const rollPreview = (frame: Frame, of: ImportRef, preview: RollPreview): Part => {
  const { words } = frame;
  const { rollImport: w, format, refusals } = words;
  const { number } = format;
  const { numbers: n } = w;
  const { failed, encoding, delimiter, columns, noted, faults, repaired } = preview;
  const told = [
    { term: n.rows, value: number(preview.rows) },
    ...(isFaulty(preview)
      ? [{ term: n.faults, value: number(faults) }]
      : [
          { term: n.people, value: `${number(preview.before)} → ${number(preview.people)}` },
          { term: n.added, value: `+${number(preview.added)}` },
          { term: n.gone, value: `−${number(preview.gone)}` },
          { term: n.moved, value: number(preview.moved) },
          {
            term: n.cannotProve,
            value: html`${number(preview.cannotProve)}${preview.cannotProve > 0 && html`<br>${n.cannotProveHint}`}`,
          },
          { term: n.repaired, value: number(repaired) },
        ]),
    ...(encoding ? [{ term: n.encoding, value: encoding }] : []),
    ...(delimiter ? [{ term: n.delimiter, value: w.delimiters[delimiter] }] : []),
    {
      term: n.columns,
      value: Object.entries(columns)
        .map(([own, theirs]) => n.column(columnName(words, own), theirs))
        .toSorted()
        .join("; "),
    },
  ];
  const maySendAgain = frame.staffRoles?.includes("coordinator");
  return html`<h2>${n.title}</h2>
${
  isFaulty(preview) &&
  box({
    tone: "warn",
    body: html`<p>${w.faulty}</p>
${maySendAgain && html`<p><a href="${link(frame, pathTo("editionRoll", of))}">${w.sendAgain}</a></p>`}`,
  })
}
${failed ? html`<p>${refusals["roll/file"].detail(failed)}</p>` : summaryList(words, told)}
${notedRows(frame, of, noted, isFaulty(preview) ? faults : repaired)}`;
};
