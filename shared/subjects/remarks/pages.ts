import { addressAt } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { pointText } from "../../domain/text/point.ts";
import { box, panel, titled } from "../../pages/components/boxes.ts";
import { select } from "../../pages/components/choices.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { buttonLink, form, hidden } from "../../pages/components/form.ts";
import { type FormState, formState, hasFaults } from "../../pages/components/form-state.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { consultationPath } from "../consultations/pages.ts";
import type { Consultation } from "../consultations/rules.ts";
import { publicPost, rulesLink } from "../moderation/pages.ts";
import { at } from "./rows.ts";
import { aboutOf, type Counts, type NewRemark, type Origin, type Remark, Verdict } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { inOffice, wordsIn, said, textFor } = spoken({ pl, en, uk });

type Of = Pick<Consultation, "id" | "documents">;

export const remarksPath = (frame: Frame, { id }: Pick<Consultation, "id">): string =>
  link(frame, addressAt(at.list, { consultationId: id }));

/** A paragraph by the title that its document had in that version. */
const paragraphText = (
  w: Pick<ReturnType<typeof wordsIn>, "paragraph">,
  documents: Consultation["documents"],
  document: string,
  version: number,
  paragraph: number,
): string => {
  const versions = documents.find(({ id }) => id === document)?.versions ?? [];
  const title = versions.find((one) => one.version === version)?.title ?? document;
  return w.paragraph(title, version, paragraph);
};

/** What remarks are about as tables and filters group them: the whole, a place, or a paragraph. */
export const subjectText = (
  w: Pick<ReturnType<typeof wordsIn>, "paragraph" | "whole" | "report">,
  documents: Consultation["documents"],
  subject: string,
): string => {
  if (subject === "whole") return w.whole;
  if (subject === "place") return w.report.places;
  const [document = "", version, paragraph] = subject.split("/");
  return paragraphText(w, documents, document, Number(version), Number(paragraph));
};

/** What a remark is about, in words. */
export const aboutText = (
  frame: Pick<Frame, "words">,
  { documents }: Pick<Consultation, "documents">,
  about: Remark["about"],
): string => {
  const w = said(frame);
  if (about.kind === "whole") return w.whole;
  if (about.kind === "place") return w.place(pointText(about.place));
  return paragraphText(w, documents, about.document, about.version, about.paragraph);
};

export const verdictText = (frame: Pick<Frame, "words">, { decision }: Pick<Remark, "decision">): string =>
  decision ? said(frame).verdicts[decision.verdict] : said(frame).waiting;

const remarkItem = (frame: Frame, consultation: Of, remark: Remark): Html => {
  const w = said(frame);
  const { number, on, shownName, origin, decision } = remark;
  return html`<li id="u${number}">${titled(
    w.number(number),
    html`<p>${verdictText(frame, remark)}</p>
${publicPost(frame, remark)}
<p class="quiet">${frame.words.format.date(on)}, ${w.origins[origin]}, ${shownName ?? w.anonymous}${remark.changedAt !== undefined && `, ${w.changed}`}<br>${aboutText(frame, consultation, remark.about)}</p>
${decision && html`<p>${w.answer}: ${lines(decision.reason)}</p>`}`,
  )}</li>`;
};

/** By what a list of remarks is read. */
interface Filters {
  readonly verdict?: Verdict | "waiting" | undefined;
  readonly origin?: Origin | undefined;
  readonly about?: string | undefined;
  readonly district?: string | undefined;
  readonly q?: string | undefined;
}

interface RemarksPage {
  readonly remarks: readonly Remark[];
  readonly counts: Counts;
  readonly filters: Filters;
  /** Paragraphs that a remark can be about. */
  readonly spots: readonly string[];
  readonly next: string | null;
  readonly mayWrite: boolean;
}

const queryOf = (filters: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    ),
  ).toString();

const filterForm = (
  frame: Frame,
  consultation: Of,
  { filters, spots }: Pick<RemarksPage, "filters" | "spots">,
): Html => {
  const w = said(frame);
  const none = formState(frame.words);
  const { verdict, about, q, origin, district } = filters;
  const subjects = [...new Set(["whole", "place", ...spots, ...(about === undefined ? [] : [about])])];
  return form({
    action: remarksPath(frame, consultation),
    method: "get",
    body: html`${textField(none, { name: "q", label: w.search, value: q, isOptional: true })}
${select(none, {
  name: "verdict",
  label: w.columns.verdict,
  options: [...Verdict.options.map((one) => [one, w.verdicts[one]] as const), ["waiting", w.waiting]],
  value: verdict,
  placeholder: w.all,
})}
${select(none, {
  name: "about",
  label: w.columns.about,
  options: subjects.map((one) => [one, subjectText(w, consultation.documents, one)]),
  value: about,
  placeholder: w.all,
})}
${origin !== undefined && hidden("origin", origin)}${district !== undefined && hidden("district", district)}`,
    submit: w.filter,
    kind: "second",
  });
};

/** What people have said, by number, each with the office's answer. */
export const remarksView = (
  frame: Frame,
  consultation: Consultation,
  { remarks, counts, filters, spots, next, mayWrite }: RemarksPage,
): Html => {
  const w = said(frame);
  const path = remarksPath(frame, consultation);
  const title = w.of(consultation.subject.title);
  return layout(frame, {
    title,
    back: { href: consultationPath(frame, consultation), text: consultation.subject.title },
    body: html`<h1>${title}</h1>
<p>${w.count(counts.total)}. ${counts.undecided > 0 && w.undecided(counts.undecided)}</p>
${mayWrite && html`<p>${buttonLink({ href: link(frame, addressAt(at.form, { consultationId: consultation.id })), text: w.write })}</p>`}
<p><a href="${addressAt(at.csv, { consultationId: consultation.id })}">${w.file}</a></p>
${counts.total > 0 && filterForm(frame, consultation, { filters, spots })}
${queryOf({ ...filters }) !== "" && html`<p><a href="${path}">${w.showAll}</a></p>`}
${
  remarks.length > 0
    ? html`<ul class="cards">${remarks.map((one) => remarkItem(frame, consultation, one))}</ul>`
    : html`<p>${counts.total === 0 ? w.none : w.noneSuch}</p>`
}
${next !== null && html`<p><a href="${path}?${queryOf({ ...filters, cursor: next })}">${w.more}</a></p>`}`,
  });
};

/** On the page of a consultation: how much was said, and how to say something. */
export const remarksPart = (
  frame: Frame,
  consultation: Consultation,
  { counts, mayWrite }: { readonly counts: Counts; readonly mayWrite: boolean },
): Html => {
  const w = said(frame);
  const { id: consultationId, reportedAt } = consultation;
  return html`<h2>${w.title}</h2>
<p>${w.count(counts.total)}. ${counts.undecided > 0 && w.undecided(counts.undecided)}</p>
${mayWrite && html`<p>${buttonLink({ href: link(frame, addressAt(at.form, { consultationId })), text: w.write })}</p>`}
<p><a href="${remarksPath(frame, consultation)}">${w.see}</a></p>
<p><a href="${link(frame, addressAt(at.quality, { consultationId }))}">${w.quality.see}</a></p>
${reportedAt !== undefined && html`<p><a href="${link(frame, addressAt(at.report, { consultationId }))}">${w.report.see}</a></p>`}`;
};

interface FormPage {
  readonly key: string;
  readonly fields: Html;
  /** The paragraph that it is about, as it came with the link to the form. */
  readonly about: Pick<NewRemark, "document" | "documentVersion" | "paragraph">;
  readonly city: City;
}

export const remarkFormView = (
  frame: Frame,
  consultation: Consultation,
  state: FormState,
  { key, fields, about, city }: FormPage,
): Html => {
  const w = said(frame);
  const { letter } = city.consultations[consultation.kind];
  const { document, documentVersion, paragraph } = about;
  return layout(frame, {
    title: w.form.title,
    hasFaults: hasFaults(state),
    back: { href: consultationPath(frame, consultation), text: consultation.subject.title },
    body: html`${faultSummary(state)}
<h1>${w.form.title}</h1>
<p>${w.form.lead}</p>
${paragraph !== undefined && html`<p>${w.form.about(aboutText(frame, consultation, aboutOf({ ...about, place: undefined })))}</p>`}
<p class="hint">${w.form.privacy}</p>
${rulesLink(frame)}
${letter && html`<p class="hint">${w.form.letterSource(letter.source)}</p>`}
${form({
  action: link(frame, addressAt(at.form, { consultationId: consultation.id })),
  key,
  body: html`${document !== undefined && hidden("document", document)}${
    documentVersion !== undefined && hidden("documentVersion", documentVersion)
  }${paragraph !== undefined && hidden("paragraph", paragraph)}
${fields}`,
  submit: w.form.submit,
})}`,
  });
};

/** After the form: the same whoever sent it, and for whichever address. */
export const remarkSentView = (frame: Frame, consultation: Consultation): Html => {
  const { sent: w } = said(frame);
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: consultationPath(frame, consultation), text: consultation.subject.title },
    body: html`${panel({ title: w.title })}
<p>${w.text}</p>
<p>${w.notYet}</p>`,
  });
};

/** Behind the mailed link: one button, and after that the number. Opening it changes nothing. */
export const remarkLinkView = (
  frame: Frame,
  consultation: Consultation,
  state: FormState,
  {
    remark,
    changing,
    said: typed,
    action,
    about,
  }: {
    readonly remark?: Remark | undefined;
    /** What its author wrote, for the quarter of an hour in which they can still say it otherwise. */
    readonly changing?: string | undefined;
    readonly said?: NewRemark | undefined;
    readonly action: string;
    /** What may be said of oneself. */
    readonly about: Html;
  },
): Html => {
  const w = said(frame);
  const title = remark ? w.link.saved(remark.number) : w.link.title;
  const text: Part = remark
    ? html`<p>${w.link.savedText}</p><p>${verdictText(frame, remark)}</p>
<p><a href="${remarksPath(frame, consultation)}">${w.see}</a></p>
${
  changing !== undefined &&
  html`<h2>${w.link.change}</h2>
<p>${w.link.changeHint}</p>
${form({
  action,
  body: textArea(state, { name: "text", label: w.form.text, value: changing, rows: 8 }),
  submit: w.link.submitChange,
  kind: "second",
})}`
}`
    : typed &&
      html`${box({ tone: "info", body: html`<p>${w.link.notYou}</p>` })}
${summaryList(frame.words, [
  { term: w.columns.about, value: aboutText(frame, consultation, aboutOf(typed)) },
  { term: w.columns.text, value: html`<p>${lines(typed.text)}</p>` },
])}
${form({
  action,
  body: html`<h2>${w.people.ask}</h2>
<p class="hint">${w.people.askLead}</p>
${about}`,
  submit: w.link.submit,
})}`;
  return layout(frame, {
    title,
    isPrivate: true,
    hasFaults: hasFaults(state),
    body: html`${faultSummary(state)}
${remark ? panel({ title }) : html`<h1>${title}</h1>`}
${text}`,
  });
};
