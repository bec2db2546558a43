import { pathTo } from "../../domain/addresses.ts";
import { isAtWork, type PaperFile } from "../../domain/voting/paper-file.ts";
import { box } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type Glimpsed, layoutForm } from "../office/table-layout.ts";

interface BatchPath {
  readonly cycleId: string;
  readonly batchId: string;
}

interface Shell {
  readonly title: string;
  readonly body: Html;
  readonly again?: number;
}

const shell = (
  frame: Frame,
  state: FormState,
  { cycleId, batchId }: BatchPath,
  { body, ...more }: Shell,
): Html =>
  layout(frame, {
    ...more,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: {
      href: link(frame, pathTo("batch", { cycleId, batchId })),
      text: frame.words.votingPoints.card.back,
    },
    body: html`${faultSummary(state)}
<h1>${more.title}</h1>
${body}`,
  });

interface PaperLayoutModel extends BatchPath {
  readonly uploadId: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly glimpse: Glimpsed;
}

/** A table of cards before it is read: whether its letters and columns are right is seen at a glance, by whoever sent it. */
export const paperLayoutView = (
  frame: Frame,
  state: FormState,
  { uploadId, name, columns, glimpse, ...batch }: PaperLayoutModel,
): Html =>
  shell(frame, state, batch, {
    title: frame.words.votingPoints.file.title(name),
    body: layoutForm(frame, state, {
      action: link(frame, pathTo("paperFile", { ...batch, uploadId })),
      columns,
      glimpse,
    }),
  });

interface PaperFileModel {
  readonly file: PaperFile;
  readonly isMine: boolean;
  readonly mayDrop: boolean;
  readonly failed: string | undefined;
  readonly noted: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly detail: string;
  }[];
}

const LOOK_SECONDS = 5;

const progress = ({ words }: Frame, { done, rows }: PaperFile): Html => {
  const { votingPoints, rollImport, format } = words;
  const w = votingPoints.file;
  return html`<p role="status">${w.progress(format.number(done), rows === undefined ? undefined : format.number(rows))}</p>
${rows !== undefined && html`<p><progress max="${rows}" value="${done}"></progress></p>`}
<p>${rollImport.comesAgain}</p>`;
};

const figures = ({ words }: Frame, file: PaperFile): Html => {
  const { votingPoints, format } = words;
  const w = votingPoints.file;
  const isEntered = file.state === "entering" || file.state === "entered";
  const { keyed, settled, left } = isEntered ? file.entered : file.found;
  const { faults, repaired } = file.found;
  const number = (count: number): string => format.number(count);
  return summaryList(words, [
    { term: w.state, value: w.states[file.state] },
    { term: w.by, value: file.byName },
    ...(file.rows === undefined ? [] : [{ term: w.rows, value: number(file.rows) }]),
    { term: isEntered ? w.keyed : w.wouldKey, value: number(keyed) },
    { term: isEntered ? w.settled : w.wouldSettle, value: number(settled) },
    { term: w.left, value: number(left) },
    { term: w.faults, value: number(faults) },
    { term: w.repaired, value: number(repaired) },
  ]);
};

const notes = ({ words }: Frame, noted: PaperFileModel["noted"]): Part => {
  const { rollImport: w, format } = words;
  return (
    noted.length > 0 &&
    table(words, {
      caption: w.repairs.title,
      columns: [{ head: w.rows, isRowHead: true }, { head: w.repairs.column }, { head: w.repairs.what }],
      rows: noted.map(({ line, column, detail }) => [w.row(format.number(line)), column ?? "", detail]),
    })
  );
};

/** A table of cards that was read: what its cards would come to, or have come to, and what its sender can do. */
export const paperFileView = (frame: Frame, state: FormState, model: PaperFileModel): Html => {
  const w = frame.words.votingPoints.file;
  const { file, isMine, mayDrop, failed, noted } = model;
  const { cycleId, batchId, id: uploadId, name } = file;
  const acts = isMine && mayDrop;
  return shell(frame, state, file, {
    title: w.title(name),
    ...(isAtWork(file) && { again: LOOK_SECONDS }),
    body: html`${failed && box({ tone: "warn", body: html`<p>${failed}</p>` })}
${file.state === "faulty" && !failed && box({ tone: "warn", body: html`<p>${w.faulty}</p>` })}
${isAtWork(file) && progress(frame, file)}
${figures(frame, file)}
${notes(frame, noted)}
${file.state === "read" && html`<p>${w.entering}</p>`}
${
  acts &&
  form({
    action: link(frame, pathTo("paperFile", { cycleId, batchId, uploadId })),
    body: html`${file.state === "read" && button({ text: w.enter, name: "act", value: "enter" })}
${button({ text: w.drop, kind: "second", name: "act", value: "drop" })}`,
  })
}`,
  });
};
