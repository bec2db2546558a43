import { askByMail } from "../../acts/ask-by-mail.ts";
import { audienceOf, meetingOf } from "../../acts/shown-meeting.ts";
import { signupKeysOf } from "../../acts/signup-keys.ts";
import type { MeetingId, SignupId } from "../../domain/ids.ts";
import { checkConfirmable, checkSignupOpen, type Meeting } from "../../domain/meeting/meeting.ts";
import { placeOf } from "../../domain/meeting/roster.ts";
import type { DeskSignup, NewSignup, Question, Signup } from "../../domain/meeting/signup.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Admit } from "../../platform/admit.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Request } from "../../platform/endpoint.ts";
import type { Standing } from "../../store/signups.ts";
import type { Write } from "../../store/write.ts";
import { VISITS_OF_ONE } from "../visits/rules.ts";
import { openVisitsHeld } from "../visits/store.ts";
import { lettersOf } from "./letters.ts";
import type { SIGNUP_LETTER } from "./rows.ts";
import { needsOf } from "./work.ts";

type Asked = Pick<Request, "receivedAt" | "language" | "fingerprint" | "newId">;

type Asking = Asked & { readonly admit: { readonly signUp: Admit<typeof SIGNUP_LETTER> } };

/**
 * Mails the link by which a sign-up is confirmed; to whom has a place already, where it stands. Nothing is held, and nobody learns from the
 * answer whose address is on the list, or how full it is.
 */
export const askForPlace = async (
  meeting: Meeting,
  asked: NewSignup,
  { receivedAt: at, language, fingerprint, admit }: Asking,
  deps: Deps,
): Promise<Result<void>> => {
  const { store, vault } = deps;
  const open = checkSignupOpen(meeting, at);
  if (!open.ok) return open;
  if (audienceOf(meeting, deps).signUp !== "anyone") return refused(refusal("meeting/by-office", {}));
  const id = (await signupKeysOf(vault)).idOf(meeting.id, asked.email);
  const [signup, roster, letters] = await Promise.all([
    store.signups.get(meeting.id, id),
    store.signups.roster(meeting.id),
    lettersOf(meeting, deps),
  ]);
  const confirming = await letters.confirm(asked, { at, language });
  const standing = placeOf(roster, id);
  const letter = (signup && standing && letters.held(signup, standing)) ?? confirming;
  const event = `meeting/${meeting.id}/asked/${fingerprint}`;
  return askByMail({ admit: admit.signUp, contact: asked.email, event, letter, at });
};

/** A question belongs to a point that the agenda has. */
const checkTopic = ({ items = [] }: Meeting, { topic = 0 }: Pick<DeskSignup, "topic">): Result<void> =>
  topic <= items.length ? ok(undefined) : refused(notValid([{ pointer: "/topic", rule: "choice" }]));

interface Taking {
  readonly also: readonly Write[];
  /** Staff write down who stands before them, however many appointments they have. */
  readonly byStaff: boolean;
}

/** Gives a seat if so many are left, else a place in the queue. The same mailbox again finds its own place. */
const takePlace = async (
  meeting: Meeting,
  { helps, needs, ...person }: DeskSignup,
  { receivedAt: at, language, fingerprint, newId }: Asked,
  { also, byStaff }: Taking,
  deps: Deps,
): Promise<Result<Standing>> => {
  const { store, vault } = deps;
  const { email } = person;
  const { idOf, holderOf } = await signupKeysOf(vault);
  const id = email === undefined ? newId("sgn") : idOf(meeting.id, email);
  const signup: Signup = { ...person, id, meetingId: meeting.id, language, createdAt: at, fingerprint };
  const letters = { ...(await lettersOf(meeting, deps)), at };
  /** A place for an appointment in the mailbox's hand; who has this appointment already is refused nothing. */
  const holding = async (mailbox: string): Promise<Result<readonly Write[]>> => {
    const held = await openVisitsHeld(store).holding(holderOf(mailbox), signup, meeting);
    if (held) return ok([held]);
    return byStaff || (await store.signups.get(meeting.id, id))
      ? ok([])
      : refused(refusal("meeting/visits-held", { most: VISITS_OF_ONE }));
  };
  const needed = needsOf(signup, { helps, needs }, meeting, deps.site);
  const isHeld = meeting.audience === "visit" && email !== undefined;
  return store.signups.signUp(
    signup,
    {
      meetingEndsAt: meeting.endsAt,
      also: [...also, ...needed],
      ...(isHeld && { holding: () => holding(email) }),
    },
    letters,
  );
};

/** The place of somebody who has shown that the address is theirs: in order of confirming. */
export const confirmPlace = async (
  meeting: Meeting,
  asked: NewSignup,
  request: Asked,
  deps: Deps,
): Promise<Result<Standing>> => {
  const inTime = checkConfirmable(meeting, request.receivedAt);
  return inTime.ok ? takePlace(meeting, asked, request, { also: [], byStaff: false }, deps) : inTime;
};

/** The place of somebody whom staff write down, at once. */
export const enterPlace = async (
  meeting: Meeting,
  asked: DeskSignup,
  request: Asked,
  also: readonly Write[],
  deps: Deps,
): Promise<Result<Standing>> => {
  for (const checked of [checkSignupOpen(meeting, request.receivedAt), checkTopic(meeting, asked)])
    if (!checked.ok) return checked;
  return takePlace(meeting, asked, request, { also, byStaff: true }, deps);
};

/** Whether this token is the one that was mailed for this sign-up. */
export const holdsLink = async (
  meetingId: MeetingId,
  signupId: SignupId,
  token: string,
  { vault }: Pick<Deps, "vault">,
): Promise<boolean> => (await signupKeysOf(vault)).isToken(meetingId, signupId, token);

/** Gives a place back; the first of the queue whom it suits gets it. Given back twice is given back once. */
export const giveBack = async (
  meetingId: MeetingId,
  signupId: SignupId,
  { receivedAt }: Pick<Request, "receivedAt">,
  deps: Deps,
  also: readonly Write[] = [],
): Promise<Result<void>> => {
  const meeting = await meetingOf(meetingId, deps);
  if (receivedAt >= meeting.endsAt) return refused(refusal("meeting/over", { endedAt: meeting.endsAt }));
  const letters = { ...(await lettersOf(meeting, deps)), at: receivedAt };
  return deps.store.signups.leave(meetingId, signupId, letters, also);
};

/** Accepts a place that is offered; accepted twice is accepted once. */
export const acceptOffer = async (
  meetingId: MeetingId,
  signupId: SignupId,
  { receivedAt }: Pick<Request, "receivedAt">,
  deps: Deps,
  also: readonly Write[] = [],
): Promise<Result<void>> => {
  const meeting = await meetingOf(meetingId, deps);
  if (receivedAt >= meeting.endsAt) return refused(refusal("meeting/over", { endedAt: meeting.endsAt }));
  const letters = { ...(await lettersOf(meeting, deps)), at: receivedAt };
  return deps.store.signups.accept(meetingId, signupId, letters, also);
};

/** What somebody with a place would like to have answered, until the meeting begins; asked again it takes the place of what they asked before. */
export const askQuestion = async (
  meeting: Meeting,
  signupId: SignupId,
  asked: Question,
  { receivedAt }: Pick<Request, "receivedAt">,
  { store }: Pick<Deps, "store">,
): Promise<Result<void>> => {
  if (meeting.state === "cancelled") return refused(refusal("meeting/cancelled", {}));
  if (receivedAt >= meeting.startsAt)
    return refused(refusal("meeting/closed", { closedAt: meeting.startsAt }));
  const topic = checkTopic(meeting, asked);
  return topic.ok ? store.signups.ask(meeting.id, signupId, asked) : topic;
};
