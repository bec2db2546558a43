import { askByMail } from "../../shared/acts/ask-by-mail.ts";
import { meetingOf } from "../../shared/acts/shown-meeting.ts";
import { signupKeysOf } from "../../shared/acts/signup-keys.ts";
import type { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import { checkConfirmable, checkSignupOpen, type Meeting } from "../../shared/domain/meeting/meeting.ts";
import { placeOf } from "../../shared/domain/meeting/roster.ts";
import type { NewSignup, Signup } from "../../shared/domain/meeting/signup.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Request } from "../../shared/platform/endpoint.ts";
import type { Standing } from "../../shared/store/signups.ts";
import type { Write } from "../../shared/store/write.ts";
import { VISITS_OF_ONE } from "../../shared/subjects/visits/rules.ts";
import { openVisitsHeld } from "../../shared/subjects/visits/store.ts";
import type { SIGNUP_LETTER } from "../admissions.ts";
import { lettersOf } from "./letters.ts";

type Asked = Pick<Request, "receivedAt" | "language" | "fingerprint">;

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
  const id = (await signupKeysOf(vault)).idOf(meeting.id, asked.email);
  const [signup, roster, letters] = await Promise.all([
    store.signups.get(meeting.id, id),
    store.signups.roster(meeting.id),
    lettersOf(meeting, deps),
  ]);
  const confirming = await letters.confirm(asked, { at, language });
  const standing = placeOf(roster, id);
  const letter = signup && standing ? letters.held(signup, standing) : confirming;
  const event = `meeting/${meeting.id}/asked/${fingerprint}`;
  return askByMail({ admit: admit.signUp, contact: asked.email, event, letter, at });
};

interface Taking {
  readonly also: readonly Write[];
  /** Staff write down who stands before them, however many appointments they have. */
  readonly byStaff: boolean;
}

/** Gives a seat if so many are left, else a place in the queue. The same mailbox again finds its own place. */
const takePlace = async (
  meeting: Meeting,
  asked: NewSignup,
  { receivedAt: at, language, fingerprint }: Asked,
  { also, byStaff }: Taking,
  deps: Deps,
): Promise<Result<Standing>> => {
  const { store, vault } = deps;
  const { idOf, holderOf } = await signupKeysOf(vault);
  const id = idOf(meeting.id, asked.email);
  const signup: Signup = { ...asked, id, meetingId: meeting.id, language, createdAt: at, fingerprint };
  const letters = { ...(await lettersOf(meeting, deps)), at };
  /** A place for an appointment in the mailbox's hand; who has this appointment already is refused nothing. */
  const holding = async (): Promise<Result<readonly Write[]>> => {
    const held = await openVisitsHeld(store).holding(holderOf(asked.email), signup, meeting);
    if (held) return ok([held]);
    return byStaff || (await store.signups.get(meeting.id, id))
      ? ok([])
      : refused(refusal("meeting/visits-held", { most: VISITS_OF_ONE }));
  };
  return store.signups.signUp(
    signup,
    { meetingEndsAt: meeting.endsAt, also, ...(meeting.audience === "visit" && { holding }) },
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
  asked: NewSignup,
  request: Asked,
  also: readonly Write[],
  deps: Deps,
): Promise<Result<Standing>> => {
  const open = checkSignupOpen(meeting, request.receivedAt);
  return open.ok ? takePlace(meeting, asked, request, { also, byStaff: true }, deps) : open;
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
): Promise<Result<void>> => {
  const meeting = await meetingOf(meetingId, deps);
  if (receivedAt >= meeting.endsAt) return refused(refusal("meeting/over", { endedAt: meeting.endsAt }));
  const { movedUp } = await lettersOf(meeting, deps);
  return deps.store.signups.leave(meetingId, signupId, { at: receivedAt, movedUp });
};
