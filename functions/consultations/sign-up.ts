import type { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import { checkSignupOpen, type Meeting } from "../../shared/domain/meeting/meeting.ts";
import { placeOf } from "../../shared/domain/meeting/roster.ts";
import type { NewSignup, Signup } from "../../shared/domain/meeting/signup.ts";
import { type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Request } from "../../shared/platform/endpoint.ts";
import type { Standing } from "../../shared/store/signups.ts";
import type { SIGNUP, SIGNUP_AGAIN } from "../admissions.ts";
import { meetingOf } from "./find.ts";
import { lettersOf } from "./letters.ts";
import { signupKeysOf } from "./signup-keys.ts";

type Asking = Pick<Request, "receivedAt" | "language" | "fingerprint"> & {
  readonly admit: { readonly signUp: Admit<typeof SIGNUP>; readonly again: Admit<typeof SIGNUP_AGAIN> };
};

/** The letter again, to one who asks anew; a repetition of the same request asks for nothing. */
const tellAgain = async (
  { signup, place }: Standing,
  meeting: Meeting,
  asking: Asking,
  deps: Deps,
): Promise<void> => {
  if (asking.fingerprint === signup.fingerprint) return;
  const { held } = await lettersOf(meeting, deps);
  const { fingerprint, receivedAt: at, admit } = asking;
  await admit.again(
    { contact: signup.email, meeting: meeting.id },
    await deps.store.signups.letterAgain(signup, held(signup, place), { fingerprint, at }),
  );
};

/** Where an address stands at a meeting that takes no one any more; the refusal where it does not. */
const standingOf = async (
  meetingId: MeetingId,
  signupId: SignupId,
  otherwise: Refusal,
  { store }: Deps,
): Promise<Result<Standing>> => {
  const signup = await store.signups.get(meetingId, signupId);
  const held = signup && placeOf(await store.signups.roster(meetingId), signupId);
  return signup && held ? ok({ ...held, signup, isNew: false }) : refused(otherwise);
};

/** Signs a resident up: a seat if so many are left, else a place in the queue. The same address again finds its own place. */
export const signUp = async (
  meeting: Meeting,
  asked: NewSignup,
  asking: Asking,
  deps: Deps,
): Promise<Result<Standing>> => {
  const { store, vault } = deps;
  const { receivedAt, language, fingerprint } = asking;
  const hashed = await signupKeysOf(vault);
  const id = hashed.idOf(meeting.id, asked.email);
  const open = checkSignupOpen(meeting, receivedAt);
  if (!open.ok) return meeting.state === "planned" ? standingOf(meeting.id, id, open.refusal, deps) : open;
  const letters = await lettersOf(meeting, deps);
  const asks: Signup = {
    ...asked,
    id,
    meetingId: meeting.id,
    language,
    confirmed: false,
    createdAt: receivedAt,
    fingerprint,
  };
  const outcome = await store.signups.signUp(
    asks,
    {
      admit: (writes) => asking.admit.signUp({ contact: asked.email }, writes),
      meetingEndsAt: meeting.endsAt,
    },
    { ...letters, at: receivedAt },
  );
  if (outcome.ok && !outcome.value.isNew) await tellAgain(outcome.value, meeting, asking, deps);
  return outcome;
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
