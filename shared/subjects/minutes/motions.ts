import { z } from "zod";
import { askByMail, NothingTold } from "../../acts/ask-by-mail.ts";
import { meetingOf, visibleMeeting } from "../../acts/shown-meeting.ts";
import { addressAt } from "../../domain/addresses.ts";
import { MeetingId } from "../../domain/ids.ts";
import { isSameMailbox } from "../../domain/mailbox.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { notice } from "../../domain/notice/notice.ts";
import { type Issue, refusal } from "../../domain/refusals.ts";
import { accept, ok, Refused, type Result, refused } from "../../domain/result.ts";
import { Email } from "../../domain/text.ts";
import { type Fault, formState } from "../../pages/components/form-state.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { accepted, type Reply, seeOther, view } from "../../platform/http.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { detailOf, statusOf } from "../../platform/problem.ts";
import { motionDoneView, motionFormView, motionSentView, motionsView, said, wordsIn } from "./pages.ts";
import { at, motionRows as rows } from "./rows.ts";
import {
  MOST_MOTIONS,
  MOTIONS_OF_ONE,
  type Motion,
  MotionForm,
  type MotionId,
  motionsNow,
  motionsUntil,
} from "./rules.ts";
import { InMeeting, minutesOf, toForget } from "./sheet.ts";

interface Posted {
  readonly typed?: unknown;
  readonly issues?: readonly Issue[];
  readonly faults?: readonly Fault[];
}

const askPage = async (request: Request<InMeeting>, deps: Deps, posted: Posted = {}, status = 200) => {
  const meeting = await visibleMeeting(request.params.meetingId, deps);
  const now = motionsNow(meeting, request.receivedAt);
  const state = formState(request.words, posted);
  const key = request.key ?? formKey(deps);
  return view(motionsView(frameOf(request), state, { meeting, now, key }), status);
};

export const getMotionsPage = endpoint(rows.getMotionsPage, {
  summary: "Where one asks for the link to a motion for the minutes",
  params: InMeeting,
  handle: (request, deps) => askPage(request, deps),
});

const blocked = (reason: string) => refusal("act/blocked", { reason });

/** Whether motions are taken now; else the sentence that says why not. */
const checkOpen = (meeting: Meeting, { receivedAt, words }: Pick<Request, "receivedAt" | "words">): void => {
  const now = motionsNow(meeting, receivedAt);
  const { early, over } = said({ words }).ask;
  if (now !== "open") throw new Refused(blocked(now === "early" ? early(meeting.startsAt) : over));
};

type MailedRequest = Pick<Request, "receivedAt" | "language" | "fingerprint"> & {
  readonly admit: { readonly link: Parameters<typeof askByMail>[0]["admit"] };
};

/** Mails the link behind which a motion is written, as often as one mailbox may be written to. */
const mailLink = async (
  { receivedAt, language, fingerprint, admit }: MailedRequest,
  meeting: Meeting,
  email: string,
  deps: Deps,
): Promise<Result<unknown>> => {
  const until = motionsUntil(meeting);
  const claims = { meetingId: meeting.id, email };
  const token = await deps.tokens.seal("motion", claims, until);
  const kept = await linkKeeper(deps);
  const letter = notice("subject/letter", email, language, {
    letter: wordsIn(language).letters.link(meeting.title, until),
    link: kept(addressAt(at.motionLink, { meetingId: meeting.id, token })),
  });
  const event = `motion/${meeting.id}/asked/${fingerprint}`;
  return await askByMail({ admit: admit.link, contact: email, event, letter, at: receivedAt });
};

export const postMotionRequest = endpoint(rows.postMotionRequest, {
  summary: "Ask for the link to a motion for the minutes",
  description:
    "The link goes to the address; behind it the motion is written, from the beginning of the meeting until three days after its end. The answer is the same whoever asks.",
  params: InMeeting,
  body: z.strictObject({ email: Email }).meta({ id: "MotionRequest" }),
  replies: { 202: NothingTold },
  handle: async (request, deps) => {
    const meeting = await visibleMeeting(request.params.meetingId, deps);
    checkOpen(meeting, request);
    accept(await mailLink(request, meeting, request.body.email, deps));
    return accepted({});
  },
});

export const postMotionsPage = endpoint(rows.postMotionsPage, {
  summary: "Ask for the link to a motion for the minutes; the answer is the same whoever asks",
  params: InMeeting,
  body: z.strictObject({ email: Email, key: z.string() }),
  invalid: (issues, typed, request, deps) => askPage(request, deps, { typed, issues }, 422),
  handle: async (request, deps) => {
    const { params, body } = request;
    const meeting = await visibleMeeting(params.meetingId, deps);
    checkOpen(meeting, request);
    const sent = await mailLink(request, meeting, body.email, deps);
    if (sent.ok) return view(motionSentView(frameOf(request), meeting));
    const faults = [{ field: "email", text: detailOf(sent.refusal, request.words) }];
    return askPage(request, deps, { typed: body, faults }, statusOf(sent.refusal));
  },
});

const LinkPath = InMeeting.extend({ token: z.string().max(2000) });
type LinkPath = z.infer<typeof LinkPath>;

/** The meeting and the mailbox of a link that is right; a wrong link leads nowhere, whatever is wrong about it. */
const openLink = async ({ meetingId, token }: LinkPath, deps: Deps) => {
  const opened = await deps.tokens.open("motion", token, z.object({ meetingId: MeetingId, email: Email }));
  if (opened?.claims.meetingId !== meetingId) throw new Refused(refusal("thing/not-found", {}));
  if (opened.expired) throw new Refused(refusal("thing/gone", {}));
  return { meeting: await meetingOf(meetingId, deps), email: opened.claims.email };
};

const writePage = async (request: Request<LinkPath>, deps: Deps, posted: Posted = {}, status = 200) => {
  const { meeting } = await openLink(request.params, deps);
  checkOpen(meeting, request);
  const state = formState(request.words, posted);
  const shown = { meeting, action: request.path, key: request.key ?? formKey(deps) };
  return view(motionFormView(frameOf(request), state, shown), status);
};

export const getMotionLink = endpoint(rows.getMotionLink, {
  summary: "The page behind the mailed link of a motion; opening it changes nothing",
  params: LinkPath,
  query: z.strictObject({ done: z.literal("1").optional() }),
  handle: async (request, deps): Promise<Reply> => {
    if (request.query.done === undefined) return writePage(request, deps);
    const { meeting } = await openLink(request.params, deps);
    return view(motionDoneView(frameOf(request), { meeting, action: request.path }));
  },
});

/** Keeps a motion, unless the mailbox or the minutes have as many as they take; the same one again is the one that is there. */
const handIn = async (
  { meeting, email }: Awaited<ReturnType<typeof openLink>>,
  text: string,
  request: Request,
  deps: Deps,
): Promise<Result<Motion>> => {
  const { receivedAt, language, fingerprint } = request;
  const id = request.newId("mot") as MotionId;
  const { most, full } = said(request).write;
  const fits = (others: readonly Motion[]): Result<void> => {
    if (others.length >= MOST_MOTIONS) return refused(blocked(full));
    const own = others.filter((one) => isSameMailbox(one.email, email));
    return own.length < MOTIONS_OF_ONE ? ok(undefined) : refused(blocked(most));
  };
  const motion: Motion = {
    id,
    text,
    way: "online",
    email,
    language,
    receivedAt,
    version: 1 as Motion["version"],
    fingerprint,
  };
  return minutesOf(deps).handIn(meeting.id, motion, [], fits, toForget(meeting, motion, deps.site));
};

export const postMotionLink = endpoint(rows.postMotionLink, {
  summary: "Hand in a motion for the minutes",
  params: LinkPath,
  body: z.strictObject({ ...MotionForm.shape, key: z.string() }),
  invalid: (issues, typed, request, deps) => writePage(request, deps, { typed, issues }, 422),
  handle: async (request, deps) => {
    const linked = await openLink(request.params, deps);
    checkOpen(linked.meeting, request);
    accept(await handIn(linked, request.body.text, request, deps));
    return seeOther(`${link(request, addressAt(at.motionLink, request.params))}?done=1`);
  },
});
