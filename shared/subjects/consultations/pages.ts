import { addressAt } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { dayOf, type Instant } from "../../domain/time.ts";
import { box, disclosure, type Tone, tag, titled } from "../../pages/components/boxes.ts";
import { drawnOutlines } from "../../pages/components/drawn-outlines.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { attributes, type Html, html, type Part, safeHref } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { type ActivityState, MEETINGS_ANCHOR, type Way } from "./activity-rules.ts";
import { outlineOf } from "./outline-rules.ts";
import { at } from "./rows.ts";
import {
  type Announcement,
  type Consultation,
  type ConsultationStatus,
  type Document,
  effectsDueAt,
  lastDayOf,
  paragraphsOf,
  reportDueAt,
  statusAt,
} from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { inOffice, wordsIn, said, textFor } = spoken({ pl, en, uk });
type Spoken = Pick<Frame, "words">;

const TONES: Readonly<Record<ConsultationStatus, Tone>> = {
  prepared: "warn",
  announced: "info",
  gathering: "good",
  "report-due": "info",
  ended: "plain",
  report: "plain",
  effects: "plain",
  "taken-back": "warn",
};

export const statusTag = (frame: Spoken, status: ConsultationStatus): Html =>
  tag(said(frame).statuses[status], TONES[status]);

export const consultationPath = (frame: Frame, { id }: Pick<Consultation, "id">): string =>
  link(frame, addressAt(at.one, { consultationId: id }));

/** The names of its districts, or that it is the whole city. */
const areaOf = (
  frame: Spoken,
  { territory }: Consultation,
  { districts }: Pick<City, "districts">,
): string =>
  territory === "citywide"
    ? said(frame).citywide
    : territory.map((id) => districts.find((one) => one.id === id)?.name ?? id).join(", ");

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What happens now, and until when. */
export const untilText = (frame: Spoken, consultation: Consultation, now: Instant): string | undefined => {
  const { until } = said(frame);
  const [reportAt, effectsAt] = [reportDueAt(consultation), effectsDueAt(consultation)];
  const days = daysBetween(dayOf(now), lastDayOf(consultation));
  switch (statusAt(consultation, now)) {
    case "announced":
      return until.announced(consultation.startsAt);
    case "gathering":
      return until.gathering(consultation.endsAt, days);
    case "report-due":
      return reportAt && (now < reportAt ? until.reportDue(reportAt) : until.late(reportAt));
    case "report":
      return [
        ...(consultation.reportedAt ? [until.report(consultation.reportedAt)] : []),
        ...(effectsAt ? [until.effectsDue(effectsAt)] : []),
      ].join(" ");
    default:
      return undefined;
  }
};

/** Consultations, those that can be joined first. */
export const consultationsView = (
  frame: Frame,
  all: readonly Consultation[],
  {
    now,
    city,
    meetings,
    programmes,
  }: {
    readonly now: Instant;
    readonly city: City;
    readonly meetings: string;
    readonly programmes: Part;
  },
): Html => {
  const w = said(frame);
  const item = (one: Consultation): Html =>
    html`<li>${titled(
      html`<a href="${consultationPath(frame, one)}">${one.subject.title}</a>`,
      html`<p>${statusTag(frame, statusAt(one, now))}</p>
<p>${w.kinds[one.kind][0]}<br>${w.dates(one.startsAt, one.endsAt)}<br>${areaOf(frame, one, city)}</p>`,
    )}</li>`;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${all.length > 0 ? html`<ul class="grid wide">${all.map(item)}</ul>` : html`<p>${w.none}</p>`}
${programmes}
<p><a href="${meetings}">${w.meetings}</a></p>`,
  });
};

const versionPath = (frame: Frame, { id }: Pick<Consultation, "id">, document: string, version: number) =>
  link(
    frame,
    addressAt(at.document, {
      consultationId: id,
      documentId: document,
      documentVersion: String(version),
    }),
  );

/** Documents, each in its latest version first: the page before the file. */
const documentList = (frame: Frame, consultation: Consultation): Html => {
  const w = said(frame);
  const one = (id: string, { version, title, hasText, link: file, addedAt }: Document["versions"][number]) =>
    html`${hasText ? html`<a href="${versionPath(frame, consultation, id, version)}">${title}</a>` : title}${
      file !== undefined && html` · <a href="${safeHref(file)}">${w.file}</a>`
    } <span class="quiet">${w.version(version, addedAt)}</span>`;
  return html`<ul>${consultation.documents.map(({ id, versions }) => {
    const [last, ...before] = versions.toReversed();
    return html`<li>${last && one(id, last)}${
      before.length > 0 &&
      disclosure(w.earlier, html`<ul>${before.map((each) => html`<li>${one(id, each)}</li>`)}</ul>`)
    }</li>`;
  })}</ul>`;
};

export const announcementList = (frame: Spoken, announcements: readonly Announcement[]): Html => {
  const w = said(frame);
  return html`<ul>${announcements.map(
    ({ channel, on, proof, note }) =>
      html`<li>${w.announcedOn(w.channels[channel], on)}${
        proof !== undefined && html` (<a href="${safeHref(proof)}">${w.proof}</a>)`
      }${note !== undefined && html`<br>${note}`}</li>`,
  )}</ul>`;
};

/** Ways to take part, each with what it is now and how it is joined. */
const wayList = (frame: Frame, ways: readonly Way[]): Html => {
  const { ways: w, forms } = said(frame);
  const one = ({ activity, state, address }: Way): Html => {
    const { kind, title, startsAt, endsAt, audience } = activity;
    return html`<li>${titled(
      title,
      html`<p>${tag(w.states[state], WAY_TONES[state])} ${w.when[state](startsAt, endsAt)}</p>
<p>${w.forms(activity.forms.map((each) => forms[each]).join(", "))}${audience !== undefined && html`<br>${w.audience(audience)}`}</p>
${address !== undefined && html`<p><a href="${address.startsWith("#") ? address : link(frame, address)}">${w.go[kind]}</a></p>`}`,
      3,
    )}</li>`;
  };
  return html`<h2>${w.title}</h2><ul class="cards">${ways.map(one)}</ul>`;
};

const WAY_TONES: Readonly<Record<ActivityState, Tone>> = { "not-yet": "info", open: "good", over: "plain" };

interface Named {
  readonly name: string;
  readonly address: string;
}

interface ConsultationPage {
  readonly now: Instant;
  readonly city: City;
  /** What people have said, and how to say it. */
  readonly remarks?: Part;
  readonly meetings: readonly Part[];
  readonly ways: readonly Way[];
  readonly programme?: Named | undefined;
  readonly request?: Named | undefined;
}

/** One consultation: what happens now, what is decided and what is not, how to take part, its documents and meetings. */
export const consultationView = (
  frame: Frame,
  consultation: Consultation,
  { now, city, remarks, meetings, ways, programme, request }: ConsultationPage,
): Html => {
  const { words } = frame;
  const w = said(frame);
  const { subject, kind, forms, startsAt, endsAt, streets, outline, effects, takenBack, endedEarly } =
    consultation;
  const [kindName, kindMeaning] = w.kinds[kind];
  const until = untilText(frame, consultation, now);
  const fact = (term: string, value: Part | undefined) => (value === undefined ? [] : [{ term, value }]);
  const { level, levelReason } = consultation;
  return layout(frame, {
    title: subject.title,
    back: { href: link(frame, at.list), text: w.title },
    body: html`<h1>${subject.title}</h1>
<p>${statusTag(frame, statusAt(consultation, now))}</p>
${until !== undefined && html`<p>${until}</p>`}
${
  takenBack &&
  box({
    tone: "warn",
    title: w.takenBack.title,
    body: html`<p>${lines(takenBack.reason)}</p><p>${w.takenBack.text(takenBack.at)}</p>`,
  })
}
${
  endedEarly &&
  box({
    tone: "info",
    title: w.endedEarly.title,
    body: html`<p>${lines(endedEarly.reason)}</p><p>${w.endedEarly.text(endedEarly.planned)}</p>`,
  })
}
${
  effects &&
  box({
    tone: "good",
    title: w.effectsHeading,
    body: html`<p>${lines(effects.text)}</p><p>${w.decidedOn(effects.decidedOn)}</p>`,
  })
}
<h2>${w.decided}</h2>
<p>${lines(subject.decided)}</p>
<h2>${w.fixed}</h2>
<p>${lines(subject.fixed)}</p>
${subject.decider !== undefined && html`<h2>${w.decider}</h2><p>${subject.decider}</p>`}
${subject.use !== undefined && html`<h2>${w.use}</h2><p>${lines(subject.use)}</p>`}
${summaryList(words, [
  ...fact(w.terms.dates, w.dates(startsAt, endsAt)),
  ...fact(w.terms.forms, forms.map((one) => w.forms[one]).join(", ")),
  ...fact(w.terms.territory, areaOf(frame, consultation, city)),
  ...fact(w.terms.streets, streets?.join(", ")),
  ...fact(w.terms.audience, consultation.audience),
  ...fact(
    w.terms.level,
    level && html`${w.levels[level]}${levelReason !== undefined && html`<br>${levelReason}`}`,
  ),
  ...fact(w.terms.contact, consultation.contact),
  ...fact(w.terms.kind, html`${kindName}<br><span class="quiet">${kindMeaning}</span>`),
  ...fact(
    w.terms.programme,
    programme && html`<a href="${link(frame, programme.address)}">${programme.name}</a>`,
  ),
  ...fact(w.terms.request, request && html`<a href="${link(frame, request.address)}">${request.name}</a>`),
  ...fact(w.terms.basis, textFor(frame, city.consultations[kind].basis)),
])}
${
  outline &&
  html`<p class="outlines"><img${attributes({ ...drawnOutlines([outlineOf(outline)]), alt: w.outlineDrawn(outline.length) })}></p>
${disclosure(
  w.outline,
  html`<p>${w.outlineOf(outline.length)}</p><ol>${outline.map((corner) => html`<li>${corner}</li>`)}</ol>`,
)}`
}
${
  consultation.announcements.length > 0 &&
  disclosure(w.terms.announced, announcementList(frame, consultation.announcements))
}
${ways.length > 0 && wayList(frame, ways)}
<h2>${w.documents}</h2>
${consultation.documents.length > 0 ? documentList(frame, consultation) : html`<p>${w.noDocuments}</p>`}
${remarks}
<h2 id="${MEETINGS_ANCHOR.slice(1)}">${w.meetingsHeading}</h2>
${meetings.length > 0 ? meetings : html`<p>${w.noMeetings(endsAt <= now)}</p>`}`,
  });
};

interface DocumentPage {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** Where a remark on a paragraph is written, while remarks are taken. */
  readonly remarkOn?: ((paragraph: number) => Part) | undefined;
}

/** A version of a document as a page, its paragraphs numbered. */
export const documentView = (
  frame: Frame,
  consultation: Consultation,
  { id, version, text, remarkOn }: DocumentPage,
): Html => {
  const w = said(frame);
  const versions = consultation.documents.find((one) => one.id === id)?.versions ?? [];
  const { title = "", addedAt = consultation.createdAt } =
    versions.find((one) => one.version === version) ?? {};
  const last = versions.at(-1)?.version ?? version;
  return layout(frame, {
    title,
    back: { href: consultationPath(frame, consultation), text: consultation.subject.title },
    body: html`<h1>${title}</h1>
<p class="quiet">${w.version(version, addedAt)}</p>
${
  version < last &&
  box({
    tone: "warn",
    body: html`<p>${w.isEarlier} <a href="${versionPath(frame, consultation, id, last)}">${w.latest}</a></p>`,
  })
}
${paragraphsOf(text).map(
  (one, index) => html`<h2 id="p${index + 1}">${w.paragraph(index + 1)}</h2>
<p>${lines(one)}</p>${remarkOn?.(index + 1)}`,
)}`,
  });
};
