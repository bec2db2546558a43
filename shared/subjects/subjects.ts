/** Every subject that is a slice, a line each in both: here the house finds what it says of itself. */
import { appeals } from "./appeals/rows.ts";
import { attachments } from "./attachments/rows.ts";
import { checkIns } from "./checkins/rows.ts";
import { checks } from "./checks/rows.ts";
import { coAuthors } from "./coauthors/rows.ts";
import { consultations } from "./consultations/rows.ts";
import { decisions } from "./decisions/rows.ts";
import { intake } from "./intake/rows.ts";
import { letters } from "./letters/rows.ts";
import { matters } from "./matters/rows.ts";
import { meetings } from "./meetings/rows.ts";
import { merging } from "./merging/rows.ts";
import { minutes } from "./minutes/rows.ts";
import { moderation } from "./moderation/rows.ts";
import { opinions } from "./opinions/rows.ts";
import { point } from "./point/rows.ts";
import { printed } from "./printed/rows.ts";
import { programmes } from "./programmes/rows.ts";
import { publishing } from "./publishing/rows.ts";
import { remarks } from "./remarks/rows.ts";
import { requests } from "./requests/rows.ts";
import type { Slice } from "./slice.ts";
import { staffSheets } from "./staff/rows.ts";
import { supporters } from "./supporters/rows.ts";
import { surveys } from "./surveys/rows.ts";
import { visits } from "./visits/rows.ts";
import { wishes } from "./wishes/rows.ts";

export const subjectRows = {
  ...checks.rows,
  ...opinions.rows,
  ...appeals.rows,
  ...coAuthors.rows,
  ...attachments.rows,
  ...merging.rows,
  ...consultations.rows,
  ...decisions.rows,
  ...meetings.rows,
  ...checkIns.rows,
  ...minutes.rows,
  ...moderation.rows,
  ...remarks.rows,
  ...surveys.rows,
  ...supporters.rows,
  ...staffSheets.rows,
  ...letters.rows,
  ...matters.rows,
  ...intake.rows,
  ...programmes.rows,
  ...requests.rows,
  ...publishing.rows,
  ...printed.rows,
  ...point.rows,
  ...visits.rows,
  ...wishes.rows,
};

export const SUBJECTS: readonly Slice[] = [
  checks,
  opinions,
  appeals,
  coAuthors,
  attachments,
  merging,
  consultations,
  decisions,
  meetings,
  checkIns,
  minutes,
  moderation,
  remarks,
  surveys,
  supporters,
  staffSheets,
  letters,
  matters,
  intake,
  requests,
  programmes,
  publishing,
  printed,
  point,
  visits,
  wishes,
];
