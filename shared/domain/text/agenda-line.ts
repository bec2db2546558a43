import type { AgendaItem } from "../meeting/meeting.ts";
import { fault, type Read } from "./read.ts";

const LINE = /^(?<at>\d{1,2}[:.]\d{2})\s+(?<said>\S.*)$/;
const LONGEST = 200;

/** A point of an agenda on one line: `17:05 Plany parku | Anna Nowak`. Who speaks may be left out. */
export const readAgendaLine = (typed: string): Read<AgendaItem> => {
  const { at = "", said = "" } = LINE.exec(typed.trim())?.groups ?? {};
  const [title = "", speaker = "", ...more] = said.split("|").map((part) => part.trim());
  const [hours = "", minutes = ""] = at.split(/[:.]/);
  const isTime = Number(hours) < 24 && Number(minutes) < 60;
  if (!isTime || title === "" || more.length > 0 || title.length > LONGEST || speaker.length > LONGEST)
    return fault("agenda-line");
  return { value: { at: `${hours.padStart(2, "0")}:${minutes}`, title, ...(speaker !== "" && { speaker }) } };
};

/** The same as it is typed. */
export const agendaLine = ({ at, title, speaker }: AgendaItem): string =>
  `${at} ${title}${speaker === undefined ? "" : ` | ${speaker}`}`;
