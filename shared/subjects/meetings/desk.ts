/** The desk of a meeting: who comes, and whoever signs up by phone or in person. */
import { z } from "zod";
import { meetingOf } from "../../acts/shown-meeting.ts";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { SignupId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { Help } from "../../domain/meeting/needs.ts";
import { DeskSignup, doorCodeOf } from "../../domain/meeting/signup.ts";
import { ok } from "../../domain/result.ts";
import { typedAs } from "../../domain/text.ts";
import type { Frame } from "../../pages/layout.ts";
import { csvText } from "../../platform/csv.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { created, file, json } from "../../platform/http.ts";
import { made, subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { showDoorList } from "./door-list.ts";
import { needsText } from "./door-pages.ts";
import { MeetingPath } from "./one.ts";
import { said } from "./pages.ts";
import { atOffice, deskRows as rows, signupRows } from "./rows.ts";
import { enterPlace } from "./sign-up.ts";
import { StaffSignup } from "./view-rules.ts";

/** Somebody signs up while others do: each is written by itself. */
interface Desk {
  readonly meeting: Meeting;
  readonly version?: never;
}

const desks = subjectOf({
  params: MeetingPath,
  find: async ({ meetingId }, deps): Promise<Desk> => ({ meeting: await meetingOf(meetingId, deps) }),
  stateAt: ({ meeting }: Desk) => meeting.state,
  blockers: {},
  words: (frame) => ({ ...said(frame), blockers: {} }),
  journal: ({ meeting }) => meeting.id,
  title: (_frame, { meeting }) => meeting.title,
  address: ({ meeting }) => pathTo("officeMeeting", { meetingId: meeting.id }),
  back: { address: pathTo("officeMeetings"), title: (frame) => said(frame).office.title },
  reply: StaffSignup,
});

const SignupPlace = z
  .object({ id: SignupId, place: z.enum(["seat", "waiting"]), position: z.int().min(1) })
  .meta({
    id: "SignupPlace",
    description:
      "Where the sign-up stands, counted from 1 among those who have seats or those who wait; the last six characters of the id are the code at the door",
  });

const SEATS = ["1", "2", "3", "4"] as const;
const DeskForm = z.strictObject({
  name: DeskSignup.shape.name,
  seats: z.union([
    DeskSignup.shape.seats,
    typedAs((typed) => ({ value: Number(typed) })).pipe(DeskSignup.shape.seats),
  ]),
  email: DeskSignup.shape.email,
  phone: DeskSignup.shape.phone,
  helps: DeskSignup.shape.helps,
  needs: DeskSignup.shape.needs,
  topic: z
    .union([
      DeskSignup.shape.topic.unwrap(),
      typedAs((typed) => ({ value: Number(typed) })).pipe(DeskSignup.shape.topic.unwrap()),
    ])
    .optional(),
  question: DeskSignup.shape.question,
});

const helpOptions = (frame: Pick<Frame, "words">) => {
  const { needs } = said(frame);
  return Help.options.map((help) => [help, needs[help]] as const);
};

const signup = desks.act({
  name: "signUp",
  summary: "Sign somebody up who calls or comes",
  description:
    "With a place at once: a seat if so many are left, else the end of the waiting list. An address gets the letter of its place; whoever has " +
    "none is told the code. The same address again finds its own place: 201 for the same request, 200 for another.",
  json: rows.postStaffSignup,
  form: rows.postOfficeSignup,
  page: rows.getOfficeSignup,
  from: ["planned", "cancelled"],
  asks: {
    form: formOf(DeskForm, { seats: "one", topic: "one", helps: "some" }),
    words: (frame) => {
      const { fields: w } = said(frame).office;
      const { needs } = said(frame);
      return { ...w.signup, helps: { ...w.signup.helps, options: needs } };
    },
    choices: ({ by, thing }) => ({
      seats: SEATS.map((count) => [count, count] as const),
      helps: helpOptions(by),
      topic: (thing.meeting.items ?? []).map(({ title }, n) => [String(n + 1), title] as const),
    }),
  },
  body: DeskSignup,
  replies: { 201: SignupPlace, 200: SignupPlace },
  does: async (asked, { thing: { meeting }, by, deps, record }) => {
    const entered = await enterPlace(meeting, asked, by, [record()], deps);
    if (!entered.ok) return entered;
    const { signup, place, position } = entered.value;
    const values = { meetingId: meeting.id, signupId: signup.id };
    const body = { id: signup.id, place, position };
    const isOwn = signup.fingerprint === by.fingerprint;
    const reply = isOwn ? created(signupRows.deleteSignup, values, body) : json(body);
    return ok(made(reply, addressAt(atOffice.person, values)));
  },
});

export const postStaffSignup = signup.json;
export const postOfficeSignup = signup.form;
export const getOfficeSignup = signup.page(rows.getOfficeSignup);

export const getSignups = endpoint(rows.getSignups, {
  summary: "Who signed up, in order; that it was read is recorded",
  params: MeetingPath,
  replies: { 200: z.object({ items: z.array(StaffSignup) }).meta({ id: "Signups" }) },
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    return json({ items: await showDoorList(request, meeting.id, deps) });
  },
});

export const getDoorListFile = endpoint(rows.getDoorListFile, {
  summary: "The list for the door as CSV; that it was downloaded is recorded",
  params: MeetingPath,
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    const list = await showDoorList(request, meeting.id, deps);
    const { list: w } = said(request).office;
    const lines = list.map((line) => [
      w.filePlaces[line.place],
      line.position,
      line.name,
      line.email ?? line.phone ?? "",
      line.seats,
      needsText(request, line),
      doorCodeOf(line.id),
    ]);
    return file(csvText(w.fileColumns, lines), "text/csv; charset=utf-8", `${meeting.id}.csv`);
  },
});
