import { pathTo } from "../../domain/addresses.ts";
import { box } from "../components/boxes.ts";
import { form } from "../components/form.ts";
import { formState } from "../components/form-state.ts";
import { pages } from "../components/pages.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type LogLine, logTable } from "./log.ts";

interface JournalsModel {
  readonly lines: readonly {
    readonly subject: string;
    readonly kind: "editions" | "consultations" | "meetings" | "people";
    readonly name: string;
  }[];
  /** A number that was looked for and that no project has. */
  readonly number: string | undefined;
  readonly mayFind: boolean;
}

const KINDS = ["editions", "consultations", "meetings", "people"] as const;

/** All journals that somebody may read, by what they are about. */
export const journalsView = (frame: Frame, { lines, number, mayFind }: JournalsModel): Html => {
  const { words } = frame;
  const w = words.directory.journal;
  const state = formState(words, { typed: { number } });
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`<h1>${w.title}</h1>
<p>${w.about}</p>
${
  mayFind &&
  html`<h2>${words.office.nav.proposals}</h2>
${number !== undefined && box({ tone: "warn", body: html`<p>${w.noNumber(number)}</p>` })}
${form({
  action: link(frame, pathTo("journals")),
  method: "get",
  body: textField(state, { name: "number", label: w.number, hint: w.numberHint, width: 20 }),
  submit: w.find,
})}`
}
${KINDS.map((kind) => {
  const own = lines.filter((one) => one.kind === kind);
  return (
    own.length > 0 &&
    html`<h2>${words.office.nav[kind]}</h2>
<ul>${own.map(({ subject, name }) => html`<li><a href="${link(frame, pathTo("journal", { subject }))}">${name}</a></li>`)}</ul>`
  );
})}`,
  });
};

interface JournalModel {
  readonly subject: string;
  readonly name: string;
  readonly lines: readonly LogLine[];
  readonly next: string | null;
  readonly isLater: boolean;
}

/** What was done to one thing, newest first. */
export const journalView = (frame: Frame, { subject, name, lines, next, isLater }: JournalModel): Html => {
  const { words } = frame;
  const w = words.directory.journal;
  return layout(frame, {
    title: w.of(name),
    isPrivate: true,
    back: { href: link(frame, pathTo("journals")), text: w.title },
    body: html`<h1>${w.of(name)}</h1>
${logTable(frame, lines, words.office.log.every)}
${pages(words, { href: link(frame, pathTo("journal", { subject })), next, isLater })}`,
  });
};
