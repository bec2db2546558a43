/**
 * A file that comes in, without a script: a form that posts it straight to its bucket, and what became of it.
 *
 *     uploadForm(words, form, upload)     // on a page whose reply has the headers of `formsTo(form.url)`
 */
import { pathTo } from "../../domain/addresses.ts";
import { FORMATS, typesOf } from "../../domain/upload/formats.ts";
import { purposeOf } from "../../domain/upload/purposes.ts";
import type { Upload } from "../../domain/upload/upload.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { Words } from "../../words/words.ts";
import { box } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, buttonLink, form, hidden } from "../components/form.ts";
import { type FormState, formState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { fileField, textArea } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface PresignedForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

type Wanted = Pick<Upload, "purpose">;

/** Fields first, the file last: what comes after it S3 does not read. */
const uploadForm = (words: Words, { url, fields }: PresignedForm, { purpose }: Wanted): Html => {
  const w = words.uploads;
  const { formats, mostBytes } = purposeOf(purpose);
  const endings = formats.map((format) => FORMATS[format].ending.toUpperCase()).join(", ");
  const hint = w.accepts(endings, Math.floor(mostBytes / 1_000_000));
  return html`<form action="${url}" method="post" enctype="multipart/form-data">
${Object.entries(fields).map(([name, value]) => hidden(name, value))}
${fileField(formState(words), { name: "file", label: w.file, hint, accept: typesOf(formats).join(",") })}
${button({ text: w.send })}
</form>`;
};

interface UploadModel {
  readonly upload: Upload;
  /** While a file may still be sent; and whether one has been. */
  readonly form?: PresignedForm | undefined;
  readonly isSent: boolean;
  /** Why it was refused, as a sentence. */
  readonly why?: string | undefined;
  readonly mayRead: boolean;
}

/** What whoever looks at it can do next. */
const nextStep = (frame: Frame, state: FormState, model: UploadModel): Html | false => {
  const { upload, isSent, why, mayRead } = model;
  const { uploads: w } = frame.words;
  const own = link(frame, pathTo("officeUpload", { uploadId: upload.id }));
  const on = upload.from !== undefined && link(frame, upload.from);
  if (upload.state === "refused")
    return html`${box({ tone: "warn", title: w.states.refused, body: html`<p>${why}</p>` })}
${on && buttonLink({ href: on, text: w.again })}`;
  if (upload.state === "pending" && isSent)
    return html`<p role="status">${w.checking}</p>
${buttonLink({ href: `${own}?sent=1`, text: w.look, kind: "second" })}`;
  if (upload.state === "pending")
    return model.form ? uploadForm(frame.words, model.form, upload) : html`<p>${w.over}</p>`;
  return html`${upload.state === "ready" && on && buttonLink({ href: on, text: w.goOn })}
${
  mayRead &&
  html`<h2>${w.read.title}</h2>
<p>${w.read.lead}</p>
${form({ action: own, body: textArea(state, { name: "reason", label: w.read.reason, rows: 2 }), submit: w.read.submit })}`
}`;
};

/** The page of one file: where it is sent, what became of it, and, of a scan, where somebody asks to read it. */
export const uploadView = (frame: Frame, state: FormState, model: UploadModel): Html => {
  const { words } = frame;
  const w = words.uploads;
  const { purpose, name, by, found, alt, from, state: at } = model.upload;
  const isThere = at !== "pending" || model.isSent;
  const back =
    from === undefined
      ? { href: link(frame, pathTo("office")), text: words.office.home.title }
      : { href: link(frame, from), text: w.back };
  const shown = alt && inLanguage(alt, words.language);
  const { copies } = found ?? {};
  return layout(frame, {
    title: w.purposes[purpose],
    hasFaults: hasFaults(state),
    isPrivate: true,
    back,
    body: html`${faultSummary(state)}
<h1>${w.purposes[purpose]}</h1>
${summaryList(words, [
  // A form without a script asks for its ticket before a file is chosen.
  ...(isThere ? [{ term: w.terms.name, value: name }] : []),
  { term: w.terms.state, value: w.states[at] },
  ...(by.name === "" ? [] : [{ term: w.terms.by, value: by.name }]),
  ...(shown ? [{ term: w.terms.alt, value: shown }] : []),
  ...(found
    ? [
        { term: w.terms.size, value: w.bytes(found.bytes) },
        { term: w.terms.digest, value: html`<code>${found.digest}</code>` },
      ]
    : []),
])}
${
  copies &&
  html`<p><img src="/${copies.small.path}" width="${copies.small.width}" height="${copies.small.height}" alt="${shown ?? ""}"></p>`
}
${nextStep(frame, state, model)}`,
  });
};
