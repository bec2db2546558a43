/** One sign-up at the desk: its code, whom to call, and signing off by phone. */
import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { meetingOf } from "../../acts/shown-meeting.ts";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { MeetingId, SignupId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { accept, existing, ok } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { openNeedsOf } from "../../store/needs.ts";
import { subjectOf } from "../act.ts";
import { said } from "./pages.ts";
import { personAbout } from "./person-pages.ts";
import { atOffice, deskRows, personRows as rows } from "./rows.ts";
import { acceptOffer, giveBack } from "./sign-up.ts";
import { doorList, StaffSignup } from "./view-rules.ts";

export const PersonPath = z.object({ meetingId: MeetingId, signupId: SignupId });
type PersonPath = z.infer<typeof PersonPath>;

export interface Person {
  readonly meeting: Meeting;
  readonly line: StaffSignup;
  /** Since when they wait for a call; whoever has a mailbox never does. */
  readonly toCallSince: string | undefined;
  readonly version?: never;
}

const personOf = async ({ meetingId, signupId }: PersonPath, deps: Deps): Promise<Person> => {
  const { signups, table } = deps.store;
  const meeting = await meetingOf(meetingId, deps);
  const [roster, signup, needs] = await Promise.all([
    signups.roster(meetingId),
    signups.get(meetingId, signupId),
    openNeedsOf(table).get(meetingId, signupId),
  ]);
  const found = existing(signup);
  const [line] = doorList(roster, [found], needs ? [needs] : []);
  return { meeting, line: existing(line), toCallSince: found.toCallSince };
};

const persons = subjectOf({
  params: PersonPath,
  find: personOf,
  stateAt: ({ meeting }: Person) => meeting.state,
  blockers: {
    over: ({ thing: { meeting }, by }) => by.receivedAt >= meeting.endsAt,
  },
  words: (frame) => ({ ...said(frame), blockers: said(frame).blockers }),
  journal: ({ meeting }) => meeting.id,
  title: (_frame, { line }) => line.name,
  address: ({ meeting, line }) => addressAt(atOffice.person, { meetingId: meeting.id, signupId: line.id }),
  back: {
    address: ({ meeting }) => pathTo("officeMeeting", { meetingId: meeting.id }),
    title: (_frame, { meeting }) => meeting.title,
  },
  about: async (frame, { thing, by, deps }) => {
    accept(
      await deps.store.table.write([
        audited({ ...by, route: deskRows.getSignups }, thing.meeting.id, {
          facts: { signup: thing.line.id },
        }),
      ]),
    );
    return personAbout(frame, thing);
  },
  reply: StaffSignup,
  shown: ({ line }) => line,
});

const call = persons.act({
  name: "called",
  summary: "Note that somebody without an e-mail address was told by phone",
  json: rows.postCall,
  form: rows.postOfficeCall,
  from: ["planned", "cancelled"],
  isOffered: ({ thing }) => thing.toCallSince !== undefined,
  does: async (_, { thing, record, deps }) => {
    const { meeting, line } = thing;
    const called = await deps.store.signups.called(meeting.id, line.id, [record({ signup: line.id })]);
    return called.ok ? ok({ ...thing, toCallSince: undefined }) : called;
  },
});

const acceptance = persons.act({
  name: "acceptOffer",
  summary: "Accept an offered place for somebody who calls or comes",
  json: rows.postStaffAcceptance,
  form: rows.postOfficeAcceptance,
  from: ["planned"],
  isOffered: ({ thing }) => thing.line.offeredUntil !== null,
  does: async (_, { thing: { meeting, line }, by, deps, record }) => {
    const accepted = await acceptOffer(meeting.id, line.id, by, deps, [record({ signup: line.id })]);
    return accepted.ok ? ok(await personOf({ meetingId: meeting.id, signupId: line.id }, deps)) : accepted;
  },
});

const leaving = persons.act({
  name: "signOff",
  summary: "Sign somebody off who calls or comes",
  json: rows.deleteStaffSignup,
  form: rows.postOfficeLeaving,
  from: ["planned"],
  guards: ["over"],
  kind: "danger",
  replies: { 204: "Signed off" },
  does: async (_, { thing: { meeting, line }, by, deps, record }) => {
    const left = await giveBack(meeting.id, line.id, by, deps, [record({ signup: line.id })]);
    return left.ok ? ok(undefined) : left;
  },
});

export const getOfficeSignedUp = persons.page(rows.getOfficeSignedUp, "One sign-up at the desk");
export const postCall = call.json;
export const postOfficeCall = call.form;
export const postStaffAcceptance = acceptance.json;
export const postOfficeAcceptance = acceptance.form;
export const deleteStaffSignup = leaving.json;
export const postOfficeLeaving = leaving.form;
