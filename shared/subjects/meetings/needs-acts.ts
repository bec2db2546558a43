/** What people need to take part: the desk's list, and the answer to each. */
import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { meetingOf } from "../../acts/shown-meeting.ts";
import { addressAt } from "../../domain/addresses.ts";
import { SignupId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { Need, NeedAnswer, type Needs, openNeeds } from "../../domain/meeting/needs.ts";
import type { Signup } from "../../domain/meeting/signup.ts";
import { notValid } from "../../domain/refusals.ts";
import { accept, existing, ok, refused } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { openNeedsOf } from "../../store/needs.ts";
import { noticeWrite } from "../../store/notices.ts";
import { subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { needAbout, needsView } from "./needs-pages.ts";
import { MeetingPath } from "./one.ts";
import { answerLetter } from "./own-letters.ts";
import { said } from "./pages.ts";
import { PersonPath } from "./person.ts";
import { atOffice, needRows as rows } from "./rows.ts";
import { needsWait } from "./work.ts";

const StaffNeeds = z
  .object({
    id: SignupId,
    needs: z.array(Need),
    text: z.string().nullable(),
    answers: z.partialRecord(Need, NeedAnswer.extend({ at: z.iso.datetime(), byName: z.string() })),
    open: z.array(Need),
    version: z.int(),
  })
  .meta({ id: "StaffNeeds" });

const shown = (needs: Needs) => ({
  id: needs.id,
  needs: needs.needs,
  text: needs.text ?? null,
  answers: needs.answers,
  open: openNeeds(needs),
  version: needs.version,
});

/** Needs of a meeting, those that wait for an answer first; that they were read is recorded. */
const readNeeds = async (request: StaffRequest<MeetingPath>, deps: Deps) => {
  const meeting = await meetingOf(request.params.meetingId, deps);
  const all = await openNeedsOf(deps.store.table).of(meeting.id);
  const record = audited({ ...request, route: rows.getNeeds }, meeting.id, { facts: { people: all.length } });
  accept(await deps.store.table.write([record]));
  const isOpen = (needs: Needs): number => (openNeeds(needs).length > 0 ? 0 : 1);
  return { meeting, needs: all.toSorted((one, other) => isOpen(one) - isOpen(other)) };
};

export const getNeeds = endpoint(rows.getNeeds, {
  summary: "What people of a meeting need; that it was read is recorded",
  params: MeetingPath,
  replies: { 200: z.object({ items: z.array(StaffNeeds) }).meta({ id: "MeetingNeeds" }) },
  handle: async (request, deps) => json({ items: (await readNeeds(request, deps)).needs.map(shown) }),
});

export const getOfficeNeeds = endpoint(rows.getOfficeNeeds, {
  summary: "What people of a meeting need, at the office",
  params: MeetingPath,
  handle: async (request, deps) => view(needsView(frameOf(request), await readNeeds(request, deps))),
});

interface OfPerson {
  readonly meeting: Meeting;
  readonly signup: Signup;
  readonly needs: Needs;
  readonly version: number;
}

const persons = subjectOf({
  params: PersonPath,
  find: async ({ meetingId, signupId }, deps): Promise<OfPerson> => {
    const [meeting, signup, needs] = await Promise.all([
      meetingOf(meetingId, deps),
      deps.store.signups.get(meetingId, signupId),
      openNeedsOf(deps.store.table).get(meetingId, signupId),
    ]);
    const found = existing(needs);
    return { meeting, signup: existing(signup), needs: found, version: found.version };
  },
  stateAt: ({ meeting }: OfPerson) => meeting.state,
  blockers: {},
  words: (frame) => ({ ...said(frame), blockers: {} }),
  journal: ({ meeting }) => meeting.id,
  title: (frame, { signup }) => said(frame).office.needsOf(signup.name),
  address: ({ meeting, signup }) => addressAt(atOffice.need, { meetingId: meeting.id, signupId: signup.id }),
  back: {
    address: ({ meeting }) => addressAt(atOffice.needs, { meetingId: meeting.id }),
    title: (frame) => said(frame).office.needs,
  },
  about: async (frame, { thing, by, deps }) => {
    const record = audited({ ...by, route: rows.getNeeds }, thing.meeting.id, {
      facts: { signup: thing.signup.id },
    });
    accept(await deps.store.table.write([record]));
    return needAbout(frame, thing);
  },
  reply: StaffNeeds,
  shown: ({ needs }) => shown(needs),
});

const Answering = z.strictObject({
  need: Need,
  verdict: NeedAnswer.shape.verdict,
  text: paragraphs(500).optional(),
});

const answer = persons.act({
  name: "answerNeed",
  summary: "Answer a need: it is arranged, or it cannot be and there is something instead",
  json: rows.postNeedAnswer,
  form: rows.postOfficeNeedAnswer,
  from: ["planned"],
  asks: {
    form: formOf(Answering),
    words: (frame) => {
      const { office, needs } = said(frame);
      const { need, verdict, text } = office.fields.answer;
      return { need: { ...need, options: needs }, verdict: { ...verdict, options: office.verdicts }, text };
    },
    choices: ({ by, thing }) => ({
      need: thing.needs.needs.map((need) => [need, said(by).needs[need]] as const),
    }),
  },
  does: async ({ need, verdict, text }, { thing, by, deps, record }) => {
    const { meeting, signup, needs } = thing;
    if (!needs.needs.includes(need)) return refused(notValid([{ pointer: "/need", rule: "choice" }]));
    if (verdict === "cannot" && text === undefined)
      return refused(notValid([{ pointer: "/text", rule: "required" }]));
    const at = by.receivedAt;
    const given = { verdict, ...(text !== undefined && { text }), at, byName: by.actor.name };
    const after: Needs = { ...needs, answers: { ...needs.answers, [need]: given } };
    const letter = await answerLetter(meeting, signup, { need, verdict, text }, deps);
    const event = `needs/${signup.id}/${needs.version}`;
    const saved = await openNeedsOf(deps.store.table).answer(
      needs,
      after,
      [
        record({ verdict }),
        ...(letter
          ? [noticeWrite(event, letter, at, { subject: { of: "meeting", meetingId: meeting.id } })]
          : []),
      ],
      meeting.endsAt,
      needsWait(after, signup.createdAt, meeting, deps.site),
    );
    return saved.ok ? ok({ ...thing, needs: saved.value, version: saved.value.version }) : saved;
  },
});

export const getOfficeNeed = persons.page(rows.getOfficeNeed, "What one person needs, at the office");
export const postNeedAnswer = answer.json;
export const postOfficeNeedAnswer = answer.form;
