import { z } from "zod";
import { idOf, MeetingId } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import { Language } from "../../domain/languages.ts";
import { agendaText } from "../../domain/meeting/letter-facts.ts";
import { type Meeting, Place } from "../../domain/meeting/meeting.ts";
import { line, paragraphs } from "../../domain/text.ts";
import { dayOf, endOfDay, Instant, LocalDate, plusDays } from "../../domain/time.ts";

export const MotionId = idOf("mot", "A motion for the minutes of a meeting, handed in in writing");
export type MotionId = z.infer<typeof MotionId>;

/** A version with all that it says is one item of the table, of 400 kB. */
export const [LONGEST_POINT, MOST_POINTS] = [400, 40];
const points = z.array(line(LONGEST_POINT)).max(MOST_POINTS);
export const MOST_MOTIONS = 80;
/** So many by one mailbox: whoever has more to say puts it together. */
export const MOTIONS_OF_ONE = 3;
const motionText = paragraphs(1200);

/** What was raised, by who raised it: those who came are named by what they came as, and not by name. */
export const SPEAKERS = ["residents", "councillors", "organisations", "office"] as const;
const Raised = z.strictObject({
  residents: points,
  councillors: points,
  organisations: points,
  office: points,
});

export const MinutesFields = z.strictObject({
  agenda: paragraphs(4000),
  /** How many came, as a number alone. */
  attendance: z.int().min(0).max(10_000).nullable(),
  raised: Raised,
  /** Motions that were made aloud. */
  motions: points,
  /** What a corrected version says otherwise, and why. */
  correction: paragraphs(1000).optional(),
});
export type MinutesFields = z.infer<typeof MinutesFields>;

/** Minutes as the office writes them. */
export const Minutes = z.object({
  ...MinutesFields.shape,
  id: MeetingId,
  /** The place in the year's minutes, from 1. */
  number: z.int(),
  year: z.string(),
  /** How many versions are published. */
  edition: z.int().min(0),
  /** Whether they say something else than the last of these. */
  isChanged: z.boolean(),
  writtenBy: z.string(),
  writtenByName: z.string(),
  writtenAt: Instant,
  version: Version,
});
export type Minutes = z.infer<typeof Minutes>;

/** A motion in writing of somebody who had no time to speak. */
export const Motion = z.object({
  id: MotionId,
  text: z.string(),
  /** As the minutes have it, where that is not how it was written: without names, say. */
  publicText: z.string().optional(),
  way: z.enum(["online", "meeting", "desk", "post"]),
  /** Whom a letter tells that the minutes are published; gone once it is written. */
  email: z.string().optional(),
  language: Language,
  receivedAt: Instant,
  version: Version,
  fingerprint: z.string(),
});
export type Motion = z.infer<typeof Motion>;

export const MotionEntry = z.strictObject({ text: motionText, way: z.enum(["meeting", "desk", "post"]) });
export const MotionText = z.strictObject({ publicText: motionText });
/** What somebody writes behind the link. */
export const MotionForm = z.strictObject({ text: motionText });

/** Minutes as they were published: a version stays as it is. */
export const MinutesVersion = z
  .object({
    ...MinutesFields.shape,
    meetingId: MeetingId,
    number: z.string(),
    edition: z.int().positive(),
    publishedAt: Instant,
    meeting: z.object({ title: z.string(), startsAt: Instant, endsAt: Instant, place: Place }),
    written: z.array(z.string()),
    /** What was decided, as it stood when this version was published. */
    decisions: z
      .array(z.object({ number: z.string(), text: z.string(), unitName: z.string(), dueOn: LocalDate }))
      .default([]),
    /** Who of the office wrote them, and who accepted. */
    writtenBy: z.string(),
    acceptedBy: z.string(),
  })
  .meta({ id: "MinutesVersion" });
export type MinutesVersion = z.infer<typeof MinutesVersion>;

/** The number of minutes, as people read and say it. */
export const numberOf = ({ number, year }: Pick<Minutes, "number" | "year">): string => `P/${number}/${year}`;

/** The place of a version among those of its meeting. */
export const placeOf = (edition: number): string => String(edition).padStart(4, "0");

type MinutesState = "none" | "draft" | "published" | "changed";
export const minutesState = ({ version, edition, isChanged }: Minutes): MinutesState => {
  if (version === 0) return "none";
  if (edition === 0) return "draft";
  return isChanged ? "changed" : "published";
};

/** So many days after the meeting somebody hands in a motion by a mailed link; only then are the minutes whole. */
const MOTION_DAYS = 3;
/** By then the office has published the minutes. */
const DUE_DAYS = 14;
/** For so many days after a meeting the address of whoever handed a motion in is kept, if no minutes are published before. */
const ADDRESS_DAYS = 366;

type Times = Pick<Meeting, "startsAt" | "endsAt">;
const daysAfter = ({ endsAt }: Times, days: number): Instant => endOfDay(plusDays(dayOf(endsAt), days));
export const motionsUntil = (meeting: Times): Instant => daysAfter(meeting, MOTION_DAYS);
export const minutesDue = (meeting: Times): Instant => daysAfter(meeting, DUE_DAYS);
/** Minutes that are not published by then tell nobody any more: addresses of motions are forgotten. */
export const addressesUntil = (meeting: Times): Instant => daysAfter(meeting, ADDRESS_DAYS);

/** Whether a resident can hand a motion in now. */
export const motionsNow = (
  meeting: Pick<Meeting, "state"> & Times,
  now: Instant,
): "early" | "open" | "over" =>
  meeting.state === "cancelled" || now >= motionsUntil(meeting)
    ? "over"
    : now < meeting.startsAt
      ? "early"
      : "open";

const NOBODY = { residents: [], councillors: [], organisations: [], office: [] };

/** Where nobody has written yet: what is known of the meeting stands there already. */
export const fromTemplate = (
  meeting: Meeting,
  {
    agenda,
    attendance,
    questions,
  }: Pick<Minutes, "agenda" | "attendance"> & {
    /** What people wanted to have answered, as it stands there until somebody changes or publishes it. */
    readonly questions: readonly string[];
  },
): Minutes => ({
  agenda: agendaText(meeting) ?? meeting.agenda ?? agenda,
  attendance,
  raised: { ...NOBODY, residents: [...questions] },
  motions: [],
  id: meeting.id,
  number: 0,
  year: dayOf(meeting.startsAt).slice(0, 4),
  edition: 0,
  isChanged: false,
  writtenBy: "",
  writtenByName: "",
  writtenAt: meeting.createdAt,
  version: 0 as Minutes["version"],
});

/** Motions as the minutes have them. */
export const asPublished = (motions: readonly Motion[]): string[] =>
  motions.map(({ text, publicText }) => publicText ?? text);
