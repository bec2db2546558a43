import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { KindRules } from "../../domain/consultation/kinds.ts";
import { type Instant, plusDays } from "../../domain/time.ts";
import { box } from "../../pages/components/boxes.ts";
import { deadline, moment } from "../../pages/components/dates.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { journalLink } from "../../pages/office/log.ts";
import { at as atModeration } from "../moderation/rows.ts";
import { at as atProgrammes } from "../programmes/rows.ts";
import { at as atRemarks } from "../remarks/rows.ts";
import { at as atRequests } from "../requests/rows.ts";
import { announcementList, consultationPath, said, statusTag, untilText } from "./pages.ts";
import { at } from "./rows.ts";
import { announcedOn, type Consultation, effectsDueAt, reportDueAt, statusAt } from "./rules.ts";

/** The date that comes next for one of them. */
const nextOf = (consultation: Consultation, now: Instant): Instant | undefined => {
  const status = statusAt(consultation, now);
  if (status === "announced") return consultation.startsAt;
  if (status === "gathering") return consultation.endsAt;
  if (status === "report-due") return reportDueAt(consultation);
  return status === "report" ? effectsDueAt(consultation) : undefined;
};

/** All consultations as the office's calendar: what is prepared, what is on, what is owed, and how far residents take part. */
export const officeConsultations = (frame: Frame, all: readonly Consultation[], now: Instant): Html => {
  const { words } = frame;
  const { office: w, ...public_ } = said(frame);
  const levelOf = ({ level, levelReason }: Consultation): Part =>
    level === undefined
      ? w.noLevel
      : html`${public_.levels[level]}${levelReason !== undefined && html`<br>${levelReason}`}`;
  return html`<p><a href="${link(frame, atProgrammes.officeList)}">${w.programmes}</a> · <a href="${link(frame, atRequests.officeList)}">${w.requests}</a></p>
${table(words, {
  caption: w.caption,
  columns: w.columns.map((head, index) => ({ head, isRowHead: index === 0 })),
  rows: all.map((one) => {
    const next = nextOf(one, now);
    return [
      html`<a href="${link(frame, addressAt(at.officeOne, { consultationId: one.id }))}">${one.subject.title}</a>`,
      public_.kinds[one.kind][0],
      statusTag(frame, statusAt(one, now)),
      moment(words, one.startsAt),
      deadline(words, one.endsAt),
      levelOf(one),
      next === undefined ? "–" : deadline(words, next),
    ];
  }),
  empty: public_.none,
})}`;
};

const dutyLines = (frame: Frame, consultation: Consultation, rules: KindRules): string[] => {
  const { office: w, channels } = said(frame);
  const { term, report } = rules;
  const from = announcedOn(consultation, rules);
  return [
    term ? w.termIs(term.days, term.source) : w.noTerm,
    ...(term && from !== undefined ? [w.runsFrom(from, plusDays(from, term.days))] : []),
    rules.channels.length > 0
      ? w.needsChannels(rules.channels.map((one) => channels[one]).join(", "))
      : w.needsNone,
    report ? w.reportIs(report.days, report.source) : w.noReport,
  ];
};

/** A consultation at the office, above its acts. */
export const officeConsultation = (
  frame: Frame,
  consultation: Consultation,
  { now, rules }: { readonly now: Instant; readonly rules: KindRules },
): Html => {
  const { office: w, ...public_ } = said(frame);
  const status = statusAt(consultation, now);
  const until = untilText(frame, consultation, now);
  return html`<p>${statusTag(frame, status)}</p>
${until !== undefined && html`<p>${until}</p>`}
${status !== "prepared" && html`<p><a href="${consultationPath(frame, consultation)}">${w.isPublic}</a></p>`}
<p><a href="${link(frame, pathTo("officeNewMeeting"))}?consultation=${consultation.id}">${w.addMeeting}</a></p>
<p><a href="${link(frame, addressAt(atRemarks.officeList, { consultationId: consultation.id }))}">${w.remarks}</a></p>
<p><a href="${link(frame, addressAt(atModeration.moderators, { consultationId: consultation.id }))}">${w.moderation}</a></p>
<p><a href="${link(frame, addressAt(atRemarks.officeReport, { consultationId: consultation.id }))}">${w.report}</a></p>
${box({
  title: w.duties,
  body: html`<ul>${dutyLines(frame, consultation, rules).map((one) => html`<li>${one}</li>`)}</ul>`,
})}
<h2>${w.activities}</h2>
${
  consultation.activities.length > 0
    ? html`<ul>${consultation.activities.map(
        ({ id, title, startsAt, endsAt }) =>
          html`<li><a href="${link(frame, addressAt(at.activity, { consultationId: consultation.id, activityId: id }))}">${title}</a>: ${public_.dates(startsAt, endsAt)}</li>`,
      )}</ul>`
    : html`<p>${w.noActivities}</p>`
}
<h2>${w.announcements}</h2>
${
  consultation.announcements.length > 0
    ? announcementList(frame, consultation.announcements)
    : html`<p>${w.noAnnouncements}</p>`
}
${journalLink(frame, consultation.id)}`;
};
