import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { AskedFiles } from "../../domain/project/proposal-form.ts";
import type { Instant } from "../../domain/time.ts";
import { endingsOf, typesOf } from "../../domain/upload/formats.ts";
import { purposeOf } from "../../domain/upload/purposes.ts";
import type { UploadId } from "../../domain/upload/upload.ts";
import { box } from "../../pages/components/boxes.ts";
import { radios, select } from "../../pages/components/choices.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { button, buttonLink, form, hidden } from "../../pages/components/form.ts";
import { type FormState, formState, hasFaults } from "../../pages/components/form-state.ts";
import { fileField, textArea, textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import type { AuthorPlace } from "../../pages/proposals/task.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import { type Attachment, type Photo, purposeFor, stateOf } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { said } = spoken({ pl, en, uk });

/** A photo in three sizes: a browser takes the one that its screen needs. */
export const photoFigure = ({ alt, copies }: Photo, isFirst = false): Html => {
  const { small, medium, large } = copies;
  // Two sizes of a narrow photo are one file.
  const sizes = [...new Map([small, medium, large].map((copy) => [copy.width, copy])).values()];
  const set = sizes.map(({ path, width }) => `/${path} ${width}w`).join(", ");
  return html`<p class="photo"><img src="/${medium.path}" srcset="${set}" sizes="(min-width: 48rem) 44rem, 92vw" width="${medium.width}" height="${medium.height}" alt="${alt}" loading="${isFirst ? "eager" : "lazy"}"></p>`;
};

interface FilesModel {
  readonly place: AuthorPlace;
  readonly files: readonly (Attachment & { readonly why?: string | undefined })[];
  /** What may be added now; null where nothing may be changed. */
  readonly asked: AskedFiles | null;
  readonly left: number;
  readonly now: Instant;
  readonly asksGuardian: boolean;
  /** The file that has just been sent, and is not looked at yet. */
  readonly isSent: boolean;
  readonly state: FormState;
}

const fileAct = (
  frame: Frame,
  place: AuthorPlace,
  id: UploadId,
  {
    act,
    text,
    spoken: what,
  }: { readonly act: "up" | "remove"; readonly text: string; readonly spoken: string },
): Html =>
  form({
    action: link(frame, pathTo("authorFile", { ...place, uploadId: id })),
    body: html`${hidden("act", act)}${button({ text, kind: "second", spoken: `${text}: ${what}` })}`,
  });

/** One file: what it is, where it stands, what is wrong with it, and what its author can do. */
const fileItem = (frame: Frame, model: FilesModel, file: FilesModel["files"][number], n: number): Html => {
  const w = said(frame);
  const { place, asked, now } = model;
  const { id, as, alt = "", found, why, takenDown, name } = file;
  const state = stateOf(file, now);
  const title = w.of(w.kinds[as], n + 1);
  const own = link(frame, pathTo("authorFile", { ...place, uploadId: id }));
  const isThere = state === "there";
  return html`<li id="${id}">
${isThere && found?.copies && html`<p><img src="/${found.copies.small.path}" width="${found.copies.small.width}" height="${found.copies.small.height}" alt="${alt}"></p>`}
<p><strong>${title}</strong>${as !== "photo" && name !== "" && html`: ${name}`}<br>${w.states[state]}${found && `, ${w.size(found.bytes)}`}</p>
${state === "refused" && why !== undefined && box({ tone: "warn", body: html`<p>${why}</p>` })}
${takenDown && box({ tone: "warn", body: html`<p>${takenDown.reason}</p>` })}
${state === "awaited" && asked && html`<p>${buttonLink({ href: own, text: w.goOn, kind: "second" })}</p>`}
${asked && isThere && as === "photo" && html`<p>${w.photos.alt}: ${alt}. <a href="${own}" aria-label="${`${w.photos.describe}: ${title}`}">${w.photos.describe}</a></p>`}
${asked && isThere && n > 0 && fileAct(frame, place, id, { act: "up", text: w.up, spoken: title })}
${asked && !takenDown && fileAct(frame, place, id, { act: "remove", text: w.remove, spoken: title })}
</li>`;
};

const fileList = (frame: Frame, model: FilesModel, isPhoto: boolean, none: string): Html => {
  const files = model.files.filter(({ as }) => (as === "photo") === isPhoto);
  return files.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="files">${files.map((file, n) => fileItem(frame, model, file, n))}</ul>`;
};

/** All files of a proposal for its author: photos for everybody, and papers for the office alone. */
export const filesView = (frame: Frame, model: FilesModel): Html => {
  const { words } = frame;
  const w = said(frame);
  const { place, asked, left, state, isSent } = model;
  const action = link(frame, pathTo("authorFiles", place));
  const mayAdd = asked !== null && left > 0;
  const kinds = (asked?.papers ?? []).map((as) => [as, w.kinds[as]] as const);
  const isShown = (field: string): boolean =>
    mayAdd && (field === "alt" ? asked.hasPhotos : kinds.length > 0);
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("author", place)), text: w.back },
    body: html`${faultSummary(
      state,
      state.faults.every(({ field }) => isShown(field)),
    )}
<h1>${w.title}</h1>
${isSent && html`<p role="status">${w.checking}</p>\n<p>${buttonLink({ href: action, text: w.look, kind: "second" })}</p>`}
<p>${asked === null ? w.closed : left > 0 ? w.left(left) : w.full(asked.most)}</p>
<h2>${w.photos.title}</h2>
<p>${w.photos.lead}</p>
${fileList(frame, model, true, w.photos.none)}
${
  mayAdd &&
  asked.hasPhotos &&
  form({
    action,
    submit: w.photos.add,
    body: html`${hidden("as", "photo")}${textField(state, { name: "alt", label: w.photos.alt, hint: w.photos.altHint })}`,
  })
}
<h2>${w.papers.title}</h2>
<p>${w.papers.lead}</p>
${model.asksGuardian && box({ tone: "info", body: html`<p>${w.guardian}</p>` })}
${fileList(frame, model, false, w.papers.none)}
${mayAdd && kinds.length > 0 && form({ action, submit: w.papers.add, body: select(state, { name: "as", label: w.papers.as, options: kinds }) })}
<p><a href="${link(frame, pathTo("author", place))}">${words.proposalForm.task.back}</a></p>`,
  });
};

interface SendModel {
  readonly place: AuthorPlace;
  readonly file: Pick<Attachment, "as" | "alt">;
  readonly megabytes: number;
  readonly presigned: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

/** The form that posts the file straight to where it is looked at: its fields first, the file last. */
export const sendView = (frame: Frame, { place, file, megabytes, presigned }: SendModel): Html => {
  const { words } = frame;
  const w = said(frame);
  const { formats } = purposeOf(purposeFor(file.as));
  const hint = w.send.accepts(endingsOf(formats), megabytes);
  const title = w.kinds[file.as];
  return layout(frame, {
    title,
    isPrivate: true,
    back: { href: link(frame, pathTo("authorFiles", place)), text: w.send.back },
    body: html`<h1>${title}</h1>
${file.alt !== undefined && html`<p>${w.photos.alt}: ${file.alt}</p>\n<p>${w.send.places}</p>`}
<form action="${presigned.url}" method="post" enctype="multipart/form-data">
${Object.entries(presigned.fields).map(([name, value]) => hidden(name, value))}
${fileField(formState(words), { name: "file", label: w.send.file, hint, accept: typesOf(formats).join(",") })}
${button({ text: w.send.submit })}
</form>`,
  });
};

/** What a photo shows, said anew. */
export const describeView = (frame: Frame, place: AuthorPlace, photo: Photo, state: FormState): Html => {
  const w = said(frame);
  const { small } = photo.copies;
  const title = w.photos.describe;
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("authorFiles", place)), text: w.send.back },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
<p><img src="/${small.path}" width="${small.width}" height="${small.height}" alt="${photo.alt}"></p>
${form({
  action: link(frame, pathTo("authorFile", { ...place, uploadId: photo.id })),
  submit: w.photos.save,
  body: html`${hidden("act", "describe")}${textField(state, { name: "alt", label: w.photos.alt, hint: w.photos.altHint })}`,
})}`,
  });
};

/** On an author's page: the way to the files, with how many there are. */
export const filesWay = (frame: Frame, place: AuthorPlace, count: number): Html => {
  const w = said(frame);
  return html`<p><a href="${link(frame, pathTo("authorFiles", place))}">${w.way}</a> <span class="quiet">${w.has(count)}</span></p>`;
};

interface OfficeModel {
  readonly cycleId: string;
  readonly projectId: string;
  readonly photos: readonly Photo[];
  readonly papers: readonly Attachment[];
  readonly mayTakeDown: boolean;
  readonly mayRead: boolean;
  readonly state: FormState;
}

/** Photos as everybody sees them, papers by a link that asks for a reason. */
export const officeFileList = (
  frame: Frame,
  { photos, papers, mayRead }: Pick<OfficeModel, "photos" | "papers" | "mayRead">,
): Html | false => {
  const w = said(frame);
  if (photos.length + papers.length === 0) return false;
  return html`<h2>${w.office.title}</h2>
${photos.map((photo) => photoFigure(photo))}
${
  papers.length > 0 &&
  html`<ul>${papers.map(
    ({ id, as, name, found }) =>
      html`<li>${w.kinds[as]}${name !== "" && html`: ${name}`}${found && `, ${w.size(found.bytes)}`}${
        mayRead &&
        html` <a href="${link(frame, pathTo("officeUpload", { uploadId: id }))}">${w.office.read}</a>`
      }</li>`,
  )}</ul>`
}`;
};

/** The files of a case, with the way to take a photo down. */
export const officeFiles = (frame: Frame, model: OfficeModel): Html | false => {
  const w = said(frame);
  const { photos, state } = model;
  const list = officeFileList(frame, model);
  if (!list) return false;
  const options = photos.map(({ id, alt }) => ({ value: id, label: alt }));
  return html`${list}
${
  photos.length > 0 &&
  model.mayTakeDown &&
  html`<h3>${w.office.takeDown}</h3>
<p>${w.office.hint}</p>
${form({
  action: link(frame, addressAt(at.takeDown, { cycleId: model.cycleId, projectId: model.projectId })),
  submit: w.office.takeDown,
  kind: "danger",
  body: html`${radios(state, { name: "file", label: w.office.file, options })}
${textArea(state, { name: "reason", label: w.office.reason, rows: 2 })}`,
})}`
}`;
};
