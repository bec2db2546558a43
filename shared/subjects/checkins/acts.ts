import { z } from "zod";
import { meetingOf } from "../../acts/shown-meeting.ts";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { MeetingId, SignupId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { takenOf } from "../../domain/meeting/roster.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { subjectOf } from "../act.ts";
import type { Doing } from "../declared.ts";
import { formOf } from "../form-of.ts";
import { doorAbout, said } from "./pages.ts";
import { at, checkInRows as rows } from "./rows.ts";
import { CheckIn, Coming, presentOf, WalkIns, withCode } from "./rules.ts";
import { openCheckIns } from "./store.ts";

interface Door {
  readonly meeting: Meeting;
  /** The code that a picture of it brought along. */
  readonly code?: string | undefined;
  readonly checkIns: readonly CheckIn[];
  /** People come while others are entered: each is written by itself. */
  readonly version?: never;
}

const CheckIns = z
  .object({
    present: z.int().meta({ description: "How many are there; the minutes take it from here" }),
    items: z.array(CheckIn.extend({ signupId: SignupId.nullable() }).omit({ id: true })),
  })
  .meta({ id: "CheckIns" });

const Shown = z.strictObject({ kod: z.string().max(40).optional() });

const doorOf = async (
  { meetingId }: { meetingId: MeetingId },
  deps: Deps,
  by?: { readonly query: unknown },
): Promise<Door> => ({
  code: Shown.safeParse(by?.query).data?.kod,
  meeting: await meetingOf(meetingId, deps),
  checkIns: await openCheckIns(deps.store.table).of(meetingId),
});

const withSignup = ({ id, people, at: when }: CheckIn) => ({
  signupId: SignupId.safeParse(id).data ?? null,
  people,
  at: when,
});

const doors = subjectOf({
  params: z.object({ meetingId: MeetingId }),
  query: Shown,
  find: doorOf,
  stateAt: ({ meeting }: Door) =>
    meeting.state === "cancelled" ? ("cancelled" as const) : ("open" as const),
  blockers: {},
  words: (frame) => ({ ...said(frame), blockers: {} }),
  journal: ({ meeting }) => meeting.id,
  title: (frame, { meeting }) => said(frame).title(meeting.title),
  address: ({ meeting }) => addressAt(at.door, { meetingId: meeting.id }),
  back: {
    address: ({ meeting }) => pathTo("officeMeeting", { meetingId: meeting.id }),
    title: (_frame, { meeting }) => meeting.title,
  },
  about: async (frame, { thing: { meeting, checkIns }, deps }) => {
    const roster = await deps.store.signups.roster(meeting.id);
    const withOne = checkIns.filter(({ id }) => SignupId.safeParse(id).success);
    return doorAbout(frame, {
      meetingId: meeting.id,
      present: presentOf(checkIns),
      signedUp: presentOf(withOne),
      seats: takenOf(roster),
    });
  },
  reply: CheckIns,
  shown: ({ checkIns }) => ({ present: presentOf(checkIns), items: checkIns.map(withSignup) }),
});

const note = async (
  { id, people }: Pick<CheckIn, "id" | "people">,
  { thing: { meeting }, by, record, deps }: Doing<Door>,
): Promise<Result<Door>> => {
  const noted = await openCheckIns(deps.store.table).note(
    meeting.id,
    { id, people, at: by.receivedAt },
    { endsAt: meeting.endsAt, also: [record({ people })] },
  );
  return noted.ok ? ok(await doorOf({ meetingId: meeting.id }, deps)) : noted;
};

const blocked = (reason: string, pointer: string) => refused(refusal("act/blocked", { reason }, pointer));

const coming = doors.act({
  name: "checkIn",
  summary: "Note that somebody with a sign-up has come, by its code; told twice it counts once",
  json: rows.postCheckIn,
  form: rows.postOfficeCheckIn,
  from: ["open"],
  asks: {
    form: formOf(Coming),
    words: (frame) => ({ code: said(frame).fields.code }),
    now: ({ code = "" }) => ({ code }),
  },
  does: async ({ code }, doing) => {
    const { thing, by, deps } = doing;
    const { faults } = said(by);
    const { seated, waiting } = withCode(await deps.store.signups.roster(thing.meeting.id), code);
    const [one, other] = seated;
    if (!one || other) return blocked(waiting.length > 0 && !one ? faults.waiting : faults.unknown, "/code");
    return note({ id: one.id, people: one.seats }, doing);
  },
});

const takingBack = doors.act({
  name: "takeBack",
  summary: "Take back that somebody with a sign-up has come: it was a mistake",
  json: rows.postCheckInBack,
  form: rows.postOfficeCheckInBack,
  from: ["open"],
  kind: "danger",
  isOffered: ({ thing }) => thing.checkIns.length > 0,
  asks: {
    form: formOf(Coming),
    words: (frame) => ({ code: said(frame).fields.code }),
  },
  does: async ({ code }, { thing, by, record, deps }) => {
    const { meeting, checkIns } = thing;
    const { seated } = withCode(await deps.store.signups.roster(meeting.id), code);
    const there = seated.filter(({ id }) => checkIns.some((one) => one.id === id));
    const [one, other] = there;
    if (!one || other) return blocked(said(by).faults.notThere, "/code");
    const taken = await openCheckIns(deps.store.table).takeBack(meeting.id, one.id, [
      record({ signup: one.id }),
    ]);
    return taken.ok ? ok(await doorOf({ meetingId: meeting.id }, deps)) : taken;
  },
});

const walkIns = doors.act({
  name: "walkIn",
  summary: "Count people who came without a sign-up",
  json: rows.postWalkIns,
  form: rows.postOfficeWalkIns,
  from: ["open"],
  kind: "second",
  asks: {
    form: formOf(WalkIns),
    words: (frame) => ({ people: said(frame).fields.people }),
  },
  does: async ({ people }, doing) => {
    if (people === 0) return blocked(said(doing.by).faults.none, "/people");
    return note({ id: doing.by.newId("chk"), people }, doing);
  },
});

export const getCheckIns = doors.read(rows.getCheckIns, "Who has come to a meeting, as numbers");
export const getOfficeDoor = doors.page(rows.getOfficeDoor, "The door of a meeting");
export const postCheckIn = coming.json;
export const postOfficeCheckIn = coming.form;
export const postCheckInBack = takingBack.json;
export const postOfficeCheckInBack = takingBack.form;
export const postWalkIns = walkIns.json;
export const postOfficeWalkIns = walkIns.form;
