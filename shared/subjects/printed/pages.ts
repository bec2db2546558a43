import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { PrintedLetter } from "../../domain/intake/printed-letter.ts";
import { checkboxes, select } from "../../pages/components/choices.ts";
import { moment } from "../../pages/components/dates.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { buttonLink, form } from "../../pages/components/form.ts";
import { type FormState, formState, hasFaults } from "../../pages/components/form-state.ts";
import { type SummaryRow, summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import type { Choice } from "../../pages/projects/model.ts";
import { spoken } from "../../words/spoken.ts";
import { MOST_AT_ONCE } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said } = spoken({ pl, en });

const addressLine = ({ name, street, postcode, town, phone }: PrintedLetter["to"]): string =>
  [name, street, [postcode, town].filter(Boolean).join(" "), street === undefined && phone]
    .filter(Boolean)
    .join(", ");

const pathOf = ({ cycleId, id }: Pick<PrintedLetter, "cycleId" | "id">): string =>
  pathTo("officePrintedLetter", { cycleId, letterId: id });

const tableOf = (
  frame: Frame,
  letters: readonly PrintedLetter[],
  heading: (one: PrintedLetter) => string,
): Html => {
  const { words } = frame;
  const w = said(frame);
  const { columns } = w;
  return table(words, {
    caption: w.caption,
    columns: [
      { head: columns.mark, isRowHead: true },
      { head: columns.to },
      { head: columns.kind },
      { head: columns.written },
    ],
    rows: letters.map((one) => [
      html`<a href="${link(frame, pathOf(one))}">${one.mark ?? w.noMark}</a>`,
      addressLine(one.to),
      heading(one),
      moment(words, one.writtenAt),
    ]),
    empty: w.nothing,
  });
};

interface ListModel {
  readonly cycleId: CycleId;
  readonly cycles: readonly Choice[];
  readonly letters: readonly PrintedLetter[];
  /** What a letter is headed by. */
  readonly heading: (one: PrintedLetter) => string;
}

const fileLink = (frame: Frame, cycleId: CycleId, letters: readonly PrintedLetter[]): Html => {
  const ids = letters.map(({ id }) => id).join(",");
  const path = `${pathTo("officePrintedFile", { cycleId })}?letters=${ids}`;
  return html`<p>${buttonLink({ href: link(frame, path), text: said(frame).file, kind: "second" })}</p>`;
};

/** Letters of an edition by what is to be done with them. */
export const lettersView = (
  frame: Frame,
  state: FormState,
  { cycleId, cycles, letters, heading }: ListModel,
): Html => {
  const { words } = frame;
  const w = said(frame);
  const of = (wanted: PrintedLetter["state"]) => letters.filter((one) => one.state === wanted);
  const [toPrint, printed, returned] = [of("to-print"), of("printed"), of("returned")];
  const first = toPrint.slice(0, MOST_AT_ONCE);
  const batches = Array.from({ length: Math.ceil(printed.length / MOST_AT_ONCE) }, (_, n) =>
    printed.slice(n * MOST_AT_ONCE, (n + 1) * MOST_AT_ONCE),
  );
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("officePrintedLetters")),
  method: "get",
  submit: w.show,
  kind: "second",
  body: select(formState(words), {
    name: "cycle",
    label: w.cycle,
    options: cycles,
    value: cycleId,
    placeholder: false,
  }),
})}
<h2>${w.toPrint}</h2>
${
  first.length === 0
    ? html`<p>${w.nothing}</p>`
    : form({
        action: link(frame, pathTo("officePrinting", { cycleId })),
        submit: w.prepare,
        body: checkboxes(state, {
          name: "letters",
          label: w.choose,
          value: first.map(({ id }) => id),
          options: first.map((one) => ({
            value: one.id,
            label: `${one.mark ?? w.noMark}: ${heading(one)}`,
            hint: html`<a href="${link(frame, pathOf(one))}">${addressLine(one.to)}</a>`,
          })),
        }),
      })
}
<h2>${w.printed}</h2>
${batches.map((batch) => fileLink(frame, cycleId, batch))}
${tableOf(frame, printed, heading)}
<h2>${w.returned}</h2>
${tableOf(frame, returned, heading)}
<h2>${w.toTell}</h2>
${tableOf(frame, of("to-tell"), heading)}
<h2>${w.posted}</h2>
${tableOf(frame, of("posted"), heading)}`,
  });
};

export const noLettersView = (frame: Frame): Html => {
  const { title, noEdition } = said(frame);
  return layout(frame, { title, isPrivate: true, body: html`<h1>${title}</h1><p>${noEdition}</p>` });
};

/** One letter as it stands. */
export const letterAbout = (frame: Frame, letter: PrintedLetter, heading: string): Html => {
  const { words } = frame;
  const w = said(frame);
  const { to, state, printedAt, posting, returned, note, writtenAt } = letter;
  const day = (value: string): string => words.format.date(value as never);
  const rows: (SummaryRow | false | undefined)[] = [
    { term: w.columns.kind, value: heading },
    { term: w.address, value: addressLine(to) },
    to.phone !== undefined && { term: w.phone, value: to.phone },
    { term: w.columns.state, value: w.states[state] },
    { term: w.columns.written, value: moment(words, writtenAt) },
    printedAt !== undefined && { term: w.printedAt, value: moment(words, printedAt) },
    posting && { term: w.posting, value: posting.number },
    posting && { term: w.postedOn, value: day(posting.on) },
    returned && { term: w.returnedOn, value: day(returned.on) },
    returned && { term: w.why, value: w.reasons[returned.reason] },
    note !== undefined && { term: w.note, value: note },
  ];
  return html`${summaryList(
    words,
    rows.filter((row) => row !== false && row !== undefined),
  )}
${state !== "settled" && fileLink(frame, letter.cycleId, [letter])}`;
};
