import { pathTo } from "../../domain/addresses.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said } = spoken({ pl, en });

interface DoorModel {
  readonly meetingId: string;
  readonly present: number;
  readonly signedUp: number;
  readonly seats: number;
}

/** How many are there; above what is entered at the door. */
export const doorAbout = (frame: Frame, { meetingId, present, signedUp, seats }: DoorModel): Html => {
  const w = said(frame);
  return html`${summaryList(frame.words, [
    { term: w.present, value: w.count(present) },
    { term: w.signedUp, value: w.count(signedUp) },
    { term: w.seats, value: w.count(seats) },
  ])}
<p><a href="${link(frame, pathTo("officeMeeting", { meetingId }))}">${w.list}</a></p>`;
};
