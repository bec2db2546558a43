/** What of a meeting waits in the index of work: needs to be answered, people to be called, and what the clock does. */
import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { type Need, type Needs, openNeeds } from "../../domain/meeting/needs.ts";
import type { DeskSignup, Signup } from "../../domain/meeting/signup.ts";
import { type Instant, plusSeconds } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { needsWrite } from "../../store/needs.ts";
import { waits } from "../../store/work.ts";
import type { Attributes, Write } from "../../store/write.ts";
import { inOffice } from "./pages.ts";
import { atOffice } from "./rows.ts";

/** An interpreter is to be booked: the answer is due three days after it was asked, and two days before the meeting at the latest. */
const ANSWER_SECONDS = 3 * 86_400;
const BEFORE_SECONDS = 2 * 86_400;

const dueAt = (askedAt: Instant, { startsAt }: Meeting): Instant => {
  const [after, before] = [plusSeconds(askedAt, ANSWER_SECONDS), plusSeconds(startsAt, -BEFORE_SECONDS)];
  return after < before ? after : before < askedAt ? askedAt : before;
};

/** What needs wait for: an answer to each; then for nothing. */
export const needsWait = (
  needs: Needs,
  askedAt: Instant,
  meeting: Meeting,
  site: Deps["site"],
): Attributes =>
  openNeeds(needs).length === 0
    ? {}
    : waits({
        kind: "of-subject",
        id: needs.id,
        owner: "queue#consulting",
        dueAt: dueAt(askedAt, meeting),
        about: {
          path: addressAt(atOffice.need, { meetingId: meeting.id, signupId: needs.id }),
          text: inOffice(site.city, ({ office }) => office.dueNeeds(meeting.title)),
        },
      });

/** The write of what a new sign-up needs, where it needs anything. */
export const needsOf = (
  { id, meetingId, createdAt }: Signup,
  { helps = [], needs: text }: Pick<DeskSignup, "helps" | "needs">,
  meeting: Meeting,
  site: Deps["site"],
): Write[] => {
  const needed: Need[] = [...new Set(helps), ...(text === undefined ? [] : (["other"] as const))];
  if (needed.length === 0) return [];
  const needs: Needs = {
    id,
    meetingId,
    needs: needed,
    ...(text !== undefined && { text }),
    answers: {},
    version: 1 as Needs["version"],
  };
  return [needsWrite(needs, meeting.endsAt, needsWait(needs, createdAt, meeting, site))];
};

/** Somebody without a mailbox whom the office has to call: what has become of their place or of the meeting. */
export const callWaits = (
  { id, meetingId }: Signup,
  meeting: Meeting,
  { at, site }: { readonly at: Instant; readonly site: Deps["site"] },
): Attributes => ({
  toCallSince: at,
  ...waits({
    kind: "of-subject",
    id,
    owner: "queue#desk",
    dueAt: at,
    about: {
      path: addressAt(atOffice.person, { meetingId, signupId: id }),
      text: inOffice(site.city, ({ office }) => office.dueCall(meeting.title)),
    },
  }),
});

/** What the minute's sweep does at its date: an offer lapses, a reminder leaves. */
export const clockWaits = (
  { id, title }: Pick<Meeting, "id" | "title">,
  dueAt: Instant,
  site: Deps["site"],
): Attributes =>
  waits({
    kind: "of-subject",
    id,
    owner: "queue#clock",
    dueAt,
    about: {
      path: pathTo("officeMeeting", { meetingId: id }),
      text: inOffice(site.city, ({ office }) => office.dueClock(title)),
    },
  });
