import { z } from "zod";
import { meetingOf } from "../../acts/shown-meeting.ts";
import { addressAt } from "../../domain/addresses.ts";
import { MeetingId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { waits } from "../../store/work.ts";
import type { Attributes } from "../../store/write.ts";
import { presentOf } from "../checkins/rules.ts";
import { openCheckIns } from "../checkins/store.ts";
import type { Decision } from "../decisions/rules.ts";
import { openDecisions } from "../decisions/store.ts";
import { topicsOf } from "../meetings/questions.ts";
import { inOffice, wordsIn } from "./pages.ts";
import { at } from "./rows.ts";
import {
  addressesUntil,
  asPublished,
  fromTemplate,
  LONGEST_POINT,
  type Minutes,
  type MinutesVersion,
  MOST_POINTS,
  type Motion,
  minutesDue,
  numberOf,
} from "./rules.ts";
import { openMinutes } from "./store.ts";

export const InMeeting = z.object({ meetingId: MeetingId });
export type InMeeting = z.infer<typeof InMeeting>;

export const minutesOf = ({ store }: Pick<Deps, "store">): ReturnType<typeof openMinutes> =>
  openMinutes(store.table);

/** Minutes with their meeting and the motions for them; where nobody has written yet, as the template has them. */
export interface Sheet {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly motions: readonly Motion[];
  readonly decisions: readonly Decision[];
  readonly version: number;
}

const POINT = new RegExp(`.{1,${LONGEST_POINT}}(?:\\s|$)|.{${LONGEST_POINT}}`, "g");

/** Questions that were handed in before, on a line each and no more than the minutes hold. */
const questionsFor = async (meeting: Meeting, deps: Deps): Promise<string[]> =>
  (await topicsOf(meeting, deps))
    .flatMap(({ questions }) => questions)
    // A long one goes on as the next point.
    .flatMap((question) => question.replace(/\s+/g, " ").match(POINT) ?? [])
    .map((point) => point.trim())
    .slice(0, MOST_POINTS);

export const sheetOf = async ({ meetingId }: InMeeting, deps: Deps): Promise<Sheet> => {
  const meeting = await meetingOf(meetingId, deps);
  const [found, motions, decisions] = await Promise.all([
    minutesOf(deps).get(meetingId),
    minutesOf(deps).motions(meetingId),
    openDecisions(deps.store.table).ofMeeting(meetingId),
  ]);
  const checkIns = found ? [] : await openCheckIns(deps.store.table).of(meetingId);
  const attendance = checkIns.length > 0 ? presentOf(checkIns) : null;
  const questions = found ? [] : await questionsFor(meeting, deps);
  const template = { agenda: wordsIn("pl").emptyAgenda, attendance, questions };
  const minutes = found ?? fromTemplate(meeting, template);
  return { meeting, minutes, motions, decisions, version: minutes.version };
};

/** What minutes wait for: another person than who wrote them. */
export const toAccept = (minutes: Minutes, meeting: Meeting, site: Deps["site"]): Attributes =>
  waits({
    kind: "of-subject",
    id: meeting.id,
    owner: "queue#consulting",
    dueAt: minutesDue(meeting),
    by: minutes.writtenBy,
    about: {
      path: addressAt(at.office, { meetingId: meeting.id }),
      text: inOffice(site.city, ({ office }) => office.due(meeting.title)),
    },
  });

/** What published minutes wait for: the letters to those who handed motions in. */
export const toTell = (meeting: Meeting, now: Instant, site: Deps["site"]): Attributes =>
  waits({
    kind: "of-subject",
    id: meeting.id,
    owner: "queue#clock",
    dueAt: now,
    about: {
      path: addressAt(at.office, { meetingId: meeting.id }),
      text: inOffice(site.city, ({ office }) => office.telling(meeting.title)),
    },
  });

/** What a motion waits for whose author is known: that they are told, or forgotten at last. */
export const toForget = (meeting: Meeting, { id, email }: Motion, site: Deps["site"]): Attributes =>
  email === undefined
    ? {}
    : waits({
        kind: "of-subject",
        id: `${meeting.id}.${id}`,
        owner: "queue#clock",
        dueAt: addressesUntil(meeting),
        about: {
          path: addressAt(at.office, { meetingId: meeting.id }),
          text: inOffice(site.city, ({ office }) => office.telling(meeting.title)),
        },
      });

/** What would be published of them now. */
export const nextVersion = (
  { meeting, minutes, motions, decisions }: Sheet,
  { acceptedBy, at: publishedAt }: { readonly acceptedBy: string; readonly at: Instant },
): MinutesVersion => {
  const { id: meetingId, title, startsAt, endsAt, place } = meeting;
  const { agenda, attendance, raised, motions: aloud, correction } = minutes;
  return {
    meetingId,
    number: numberOf(minutes),
    edition: minutes.edition + 1,
    publishedAt,
    meeting: { title, startsAt, endsAt, place },
    agenda,
    attendance,
    raised,
    motions: aloud,
    ...(correction !== undefined && { correction }),
    written: asPublished(motions),
    decisions: decisions.map(({ number, text, unitName, dueOn }) => ({ number, text, unitName, dueOn })),
    writtenBy: minutes.writtenByName,
    acceptedBy,
  };
};
