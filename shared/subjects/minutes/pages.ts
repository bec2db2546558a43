import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Block, OfficialDocument } from "../../domain/document/document.ts";
import type { Language } from "../../domain/languages.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { box, panel } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { buttonLink, form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { documentView } from "../../pages/documents/document.ts";
import { fileLinks } from "../../pages/documents/file-links.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import { type MinutesVersion, type motionsNow, motionsUntil, SPEAKERS } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { inOffice, said, wordsIn } = spoken({ pl, en, uk });

/** Minutes as the office's document. */
export const documentOf = (
  version: MinutesVersion,
  { language, issuer }: { readonly language: Language; readonly issuer: string },
): OfficialDocument => {
  const { meeting, raised, motions, written, correction, attendance, decisions } = version;
  const { document: w, speakers, noNames, titleOf } = wordsIn(language);
  const items = (of: readonly string[], isNumbered = false): Block =>
    of.length === 0
      ? { kind: "paragraph", text: w.none }
      : { kind: "list", isNumbered, items: of.map((text) => text.replace(/\s+/g, " ")) };
  const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: "heading", level, text });
  const decided: Block = {
    kind: "table",
    caption: w.decisions,
    columns: [
      { title: w.number, kind: "text", width: 3 },
      { title: w.decision, kind: "text", width: 8 },
      { title: w.unit, kind: "text", width: 5 },
      { title: w.due, kind: "date", width: 3 },
    ],
    rows: decisions.map(({ number, text, unitName, dueOn }) => [number, text, unitName, dueOn]),
  };
  const heard = SPEAKERS.filter((one) => raised[one].length > 0);
  return {
    language,
    title: titleOf(meeting.title),
    issuer,
    number: version.number,
    version: version.edition,
    issuedAt: version.publishedAt,
    blocks: [
      ...(correction === undefined ? [] : [{ kind: "paragraph" as const, text: w.correction(correction) }]),
      {
        kind: "facts",
        facts: [
          [w.meeting, meeting.title],
          [w.when, w.when2(meeting.startsAt, meeting.endsAt)],
          [w.where, `${meeting.place.name}, ${meeting.place.address}`],
          [w.attendance, String(attendance ?? "–")],
          [w.written, version.writtenBy],
          [w.accepted, version.acceptedBy],
        ],
      },
      heading(w.agenda),
      ...version.agenda
        .split(/\n+/)
        .map((text): Block => ({ kind: "paragraph", text: text.replace(/\s+/g, " ") })),
      heading(w.raised),
      ...(heard.length === 0
        ? [items([])]
        : heard.flatMap((one) => [heading(speakers[one], 3), items(raised[one])])),
      heading(w.motions),
      items(motions, true),
      heading(w.inWriting),
      items(written, true),
      heading(w.decisions),
      ...(decisions.length === 0 ? [items([])] : [decided]),
      { kind: "paragraph", text: noNames },
    ],
  };
};

const meetingPath = (frame: Frame, meetingId: string): string =>
  link(frame, pathTo("meeting", { meetingId }));

const versionPath = (frame: Frame, { meetingId, edition }: MinutesVersion): string =>
  `${link(frame, addressAt(at.minutes, { meetingId }))}?version=${edition}`;

interface MinutesModel {
  readonly version: MinutesVersion;
  readonly versions: readonly MinutesVersion[];
  readonly document: OfficialDocument;
}

/** Minutes as they were published; the page says what the files say. */
export const minutesView = (frame: Frame, { version, versions, document }: MinutesModel): Html => {
  const { words } = frame;
  const w = said(frame);
  const { meetingId, edition } = version;
  const newest = versions.at(-1) ?? version;
  const named = (one: MinutesVersion): string =>
    `${words.documents.version(one.edition)}, ${words.format.moment(one.publishedAt)}`;
  return layout(frame, {
    title: document.title,
    back: { href: meetingPath(frame, meetingId), text: w.back },
    body: html`<h1>${document.title}</h1>
${
  newest.edition > edition &&
  box({
    tone: "warn",
    body: html`<p><a href="${versionPath(frame, newest)}">${w.newer(words.format.number(newest.edition))}</a></p>`,
  })
}
${documentView(document, words)}
<h2>${w.versions}</h2>
<ul>${versions.map((one) =>
      one.edition === edition
        ? html`<li>${named(one)} (${w.shown})</li>`
        : html`<li><a href="${versionPath(frame, one)}">${named(one)}</a></li>`,
    )}</ul>
${fileLinks(frame, (format) => addressAt(at.file, { meetingId, file: `${edition}.${format}` }))}`,
  });
};

interface AskModel {
  readonly meeting: Meeting;
  readonly now: ReturnType<typeof motionsNow>;
  readonly key: string;
}

/** Where somebody says to which address the link to a motion goes. */
export const motionsView = (frame: Frame, state: FormState, { meeting, now, key }: AskModel): Html => {
  const { ask: w, handInLead } = said(frame);
  const { id: meetingId, title, startsAt } = meeting;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    back: { href: meetingPath(frame, meetingId), text: title },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
${now === "early" && box({ body: html`<p>${w.early(startsAt)}</p>` })}
${now === "over" && box({ body: html`<p>${w.over}</p>` })}
${
  now === "open" &&
  html`<p>${handInLead(motionsUntil(meeting))}</p>
<p>${w.lead}</p>
${form({
  action: link(frame, addressAt(at.motions, { meetingId })),
  key,
  body: textField(state, { name: "email", label: w.email, kind: "email", hint: w.emailHint }),
  submit: w.submit,
})}`
}`,
  });
};

/** After the form: the same whoever asked. */
export const motionSentView = (frame: Frame, { id, title }: Pick<Meeting, "id" | "title">): Html => {
  const { ask: w } = said(frame);
  return layout(frame, {
    title: w.sent,
    isPrivate: true,
    back: { href: meetingPath(frame, id), text: title },
    body: html`${panel({ title: w.sent })}<p>${w.sentText}</p><p>${w.notComing}</p>`,
  });
};

interface WriteModel {
  readonly meeting: Pick<Meeting, "id" | "title">;
  /** Path of this page, with its token: where its button posts. */
  readonly action: string;
  readonly key: string;
}

/** Behind the mailed link: the motion. */
export const motionFormView = (
  frame: Frame,
  state: FormState,
  { meeting, action, key }: WriteModel,
): Html => {
  const { write: w, ask } = said(frame);
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    hasFaults: hasFaults(state),
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${meeting.title}</p>
<p>${ask.lead}</p>
${form({
  action: link(frame, action),
  key,
  body: textArea(state, { name: "text", label: w.text, hint: w.textHint, rows: 8 }),
  submit: w.submit,
})}`,
  });
};

export const motionDoneView = (frame: Frame, { meeting, action }: Omit<WriteModel, "key">): Html => {
  const { write: w, back } = said(frame);
  return layout(frame, {
    title: w.done,
    isPrivate: true,
    body: html`${panel({ title: w.done })}<p>${w.doneText}</p>
${buttonLink({ href: link(frame, action), text: w.another, kind: "second" })}
<p><a href="${meetingPath(frame, meeting.id)}">${back}</a></p>`,
  });
};
