import { pathTo } from "../../domain/addresses.ts";
import { buttonLink } from "../components/form.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { meetingFacts } from "../meetings/facts.ts";
import type { MeetingModel } from "../meetings/model.ts";
import { journalLink } from "./log.ts";

interface DoorLine {
  readonly name: string;
  readonly email: string;
  readonly seats: number;
  readonly place: "seat" | "waiting";
  readonly position: number;
  readonly needs: string | null;
}

interface DoorListModel {
  readonly meeting: MeetingModel;
  readonly list: readonly DoorLine[];
  readonly areNamesShown: boolean;
  readonly mayWrite: boolean;
}

const lists = (frame: Frame, { list, areNamesShown }: DoorListModel): Html => {
  const { words } = frame;
  const w = words.officeMeetings.door;
  const [no, person, seats, needs, present] = w.columns;
  const one = (place: DoorLine["place"], caption: string) =>
    table(words, {
      caption,
      empty: w.empty,
      columns: [
        { head: no, isNumber: true },
        { head: person, isRowHead: true },
        ...(areNamesShown ? [{ head: w.email }] : []),
        { head: seats, isNumber: true },
        ...(areNamesShown ? [{ head: needs }] : []),
        ...(place === "seat" ? [{ head: present }] : []),
      ],
      rows: list
        .filter((line) => line.place === place)
        .map((line) => [
          line.position,
          line.name,
          ...(areNamesShown ? [line.email] : []),
          line.seats,
          ...(areNamesShown ? [line.needs ?? ""] : []),
          ...(place === "seat" ? ["☐"] : []),
        ]),
    });
  const isAnyoneWaiting = list.some(({ place }) => place === "waiting");
  return html`${one("seat", w.caption)}${isAnyoneWaiting && one("waiting", w.waiting)}`;
};

/** One meeting at the office, with the list for the door; printed, the buttons are left out. */
export const doorListView = (frame: Frame, model: DoorListModel): Html => {
  const { words } = frame;
  const { door: w, meetings } = words.officeMeetings;
  const { meeting, areNamesShown, mayWrite } = model;
  const at = { meetingId: meeting.id };
  const path = link(frame, pathTo("officeMeeting", at));
  const isOn = meeting.now === "open" || meeting.now === "closed";
  return layout(frame, {
    title: meeting.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("officeMeetings")), text: meetings.title },
    body: html`<h1>${meeting.title}</h1>
${meetingFacts(frame, meeting)}
<p>${meetings.taken(meeting.capacity - meeting.seatsLeft, meeting.capacity)}${
      meeting.audience !== "staff" &&
      html` <a href="${link(frame, pathTo("meeting", { meetingId: meeting.id }))}">${meetings.seePublic}</a>`
    }</p>
<p><a href="${link(frame, pathTo("officeDoor", at))}">${meetings.door}</a></p>
<p><a href="${link(frame, pathTo("officeMinutes", at))}">${meetings.minutes}</a></p>
${
  mayWrite &&
  isOn &&
  html`<p>${buttonLink({
    href: link(frame, pathTo("officeMeetingEdit", at)),
    text: meetings.edit,
    kind: "second",
  })}${buttonLink({
    href: link(frame, pathTo("officeMeetingCancellation", at)),
    text: meetings.cancel,
    kind: "danger",
  })}</p>`
}
<h2>${w.heading}</h2>
<p class="hint">${w.showHint}</p>
<p>${areNamesShown ? buttonLink({ href: path, text: w.hide, kind: "second" }) : buttonLink({ href: `${path}?names=shown`, text: w.show, kind: "second" })}
${buttonLink({ href: link(frame, pathTo("doorList", at)), text: w.file, kind: "second" })}</p>
${lists(frame, model)}
${mayWrite && journalLink(frame, meeting.id)}`,
  });
};
