import { addressAt, pathTo } from "../../domain/addresses.ts";
import { moment } from "../../pages/components/dates.ts";
import { buttonLink } from "../../pages/components/form.ts";
import { pages } from "../../pages/components/pages.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { meetingFacts } from "../../pages/meetings/facts.ts";
import type { MeetingModel } from "../../pages/meetings/model.ts";
import { journalLink } from "../../pages/office/log.ts";
import { doorLists } from "./door-pages.ts";
import { said } from "./pages.ts";
import { atOffice } from "./rows.ts";
import type { StaffSignup } from "./view-rules.ts";

interface OfficeMeetingsModel {
  readonly meetings: readonly MeetingModel[];
  readonly next: string | null;
  readonly isLater: boolean;
  /** Whether the reader may write meetings, and not only stand at the door. */
  readonly mayWrite: boolean;
}

export const officeMeetingsView = (frame: Frame, model: OfficeMeetingsModel): Html => {
  const { words } = frame;
  const { office: w, states } = said(frame);
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.frame.back },
    body: html`<h1>${w.title}</h1>
${model.mayWrite && buttonLink({ href: link(frame, pathTo("officeNewMeeting")), text: w.add })}
${table(words, {
  caption: w.caption,
  columns: w.columns.map((head, index) => ({
    head,
    isRowHead: index === 0,
    isNumber: index === 2 || index === 3,
  })),
  rows: model.meetings.map((one) => [
    html`<a href="${link(frame, pathTo("officeMeeting", { meetingId: one.id }))}">${one.title}</a>`,
    moment(words, one.startsAt),
    w.taken(one.capacity - one.seatsLeft, one.capacity),
    w.count(one.waiting),
    one.now === "over" ? w.over : states[one.now === "cancelled" ? "cancelled" : "planned"],
  ]),
})}
${pages(words, { href: link(frame, pathTo("officeMeetings")), next: model.next, isLater: model.isLater })}`,
  });
};

interface OfficeMeetingModel {
  readonly meeting: MeetingModel;
  readonly list: readonly StaffSignup[];
  readonly areNamesShown: boolean;
  readonly mayWrite: boolean;
}

/** One meeting at the office, with the list for the door; printed, the buttons are left out. */
export const officeMeetingAbout = (frame: Frame, model: OfficeMeetingModel): Html => {
  const { office: w, audiences } = said(frame);
  const { meeting, areNamesShown, mayWrite } = model;
  const at = { meetingId: meeting.id };
  const path = link(frame, pathTo("officeMeeting", at));
  const way = (to: string, text: string): Html => html`<li><a href="${link(frame, to)}">${text}</a></li>`;
  return html`${meetingFacts(frame, meeting)}
<p>${w.audience}: ${audiences[meeting.audience]}. ${w.taken(meeting.capacity - meeting.seatsLeft, meeting.capacity)}</p>
<ul>
${meeting.now === "open" && way(addressAt(atOffice.signup, at), w.signup)}
${way(addressAt(atOffice.needs, at), w.needs)}
${way(addressAt(atOffice.questions, at), w.questions)}
${way(pathTo("officeDoor", at), w.door)}
${way(pathTo("officeMinutes", at), w.minutes)}
${meeting.isListed && way(pathTo("meeting", at), w.seePublic)}
</ul>
<h2>${w.list.heading}</h2>
<p class="hint">${w.list.showHint}</p>
<p>${
    areNamesShown
      ? buttonLink({ href: path, text: w.list.hide, kind: "second" })
      : buttonLink({ href: `${path}?names=shown`, text: w.list.show, kind: "second" })
  }
${buttonLink({ href: link(frame, pathTo("doorList", at)), text: w.list.file, kind: "second" })}</p>
${doorLists(frame, model)}
${mayWrite && journalLink(frame, meeting.id)}`;
};
