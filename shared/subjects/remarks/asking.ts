/** What residents send: kept for a week under a link, and a remark with a number once its mailbox is proved. */
import { z } from "zod";
import { askByMail, NothingTold } from "../../acts/ask-by-mail.ts";
import { type Posted, refusedForm, wrongForm } from "../../acts/posted.ts";
import { addressAt } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { type AboutYou, answersIn } from "../../domain/consultation/people.ts";
import { notice } from "../../domain/notice/notice.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { accept, existing, ok, Refused, type Result, refused } from "../../domain/result.ts";
import { dayOf, epochSeconds, plusSeconds } from "../../domain/time.ts";
import { formState } from "../../pages/components/form-state.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { accepted, type Reply, seeOther, view } from "../../platform/http.ts";
import { issuesOf } from "../../platform/issues.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { macText, sameText } from "../../platform/keyed.ts";
import { keys } from "../../store/keys.ts";
import { create, update, type Write } from "../../store/write.ts";
import { isOutside } from "../consultations/outline-rules.ts";
import type { Consultation } from "../consultations/rules.ts";
import { ConsultationPath, publishedConsultation, rulesOf } from "../consultations/writing.ts";
import { barOn, mayWrite } from "../moderation/barring.ts";
import { looksOf } from "../moderation/looking.ts";
import { aboutYouFields, linkForm, remarkFields, remarkFormOf } from "./form.ts";
import { remarkFormView, remarkLinkView, remarkSentView, wordsIn } from "./pages.ts";
import { at, sayingRows as rows } from "./rows.ts";
import { aboutOf, canChange, letterSchema, NewRemark, type Remark, Waiting, WaitingId } from "./rules.ts";
import { notTaking, remarksOf, takeRemarks, takesRemarks, wrongSpot } from "./taking.ts";

const WAITING_SECONDS = 7 * 86_400;
const KEPT_SECONDS = 2 * 366 * 86_400;

type Asking = Pick<Request, "language" | "receivedAt" | "newId" | "words"> & {
  readonly admit: {
    readonly letter: (asked: { contact: string }, also: readonly Write[]) => Promise<Result<unknown>>;
  };
};

/** What is missing or wrong of a remark, that its schema cannot know. */
const check = async (
  consultation: Consultation,
  asked: NewRemark,
  request: Asking,
  deps: Deps,
): Promise<Result<NewRemark>> => {
  if (!takesRemarks(consultation, request.receivedAt)) return refused(notTaking(consultation, request));
  const rules = rulesOf(consultation, deps.site);
  if (!rules.areAnonymousTaken && asked.name === undefined)
    return refused(notValid([{ pointer: "/name", rule: "required" }]));
  const { outline } = consultation;
  const { document, documentVersion: version, paragraph, place } = asked;
  if (outline && place !== undefined && isOutside(outline, place))
    if (rules.isOutsideRefused || asked.isPlaceMeant !== true)
      return refused(
        rules.isOutsideRefused
          ? refusal("remark/outside-refused", {}, "/place")
          : refusal("remark/outside", {}, "/isPlaceMeant"),
      );
  const named = [document, version, paragraph].filter((one) => one !== undefined);
  if (named.length === 1 || named.length === 2)
    return refused(notValid([{ pointer: "/paragraph", rule: "choice" }]));
  const wrong = await wrongSpot(consultation, aboutOf(asked), deps);
  if (wrong) return refused(wrong);
  const letter = letterSchema(rules).safeParse(asked.letter ?? {}, { reportInput: true });
  if (!letter.success)
    return refused(
      notValid(issuesOf(letter.error).map((one) => ({ ...one, pointer: `/letter${one.pointer}` }))),
    );
  const { letter: _letter, ...rest } = asked;
  return ok({ ...rest, ...(rules.letter && { letter: letter.data as NonNullable<NewRemark["letter"]> }) });
};

const proofOf = (key: Parameters<typeof macText>[0], id: string): string => macText(key, "remark", id);

/** Takes what was said: it waits for its link, and nobody learns from the answer whose address it is. */
const take = async (
  consultation: Consultation,
  sent: NewRemark,
  request: Asking,
  deps: Deps,
): Promise<Result<void>> => {
  const checked = await check(consultation, sent, request, deps);
  if (!checked.ok) return checked;
  const { receivedAt: now, language } = request;
  const id = request.newId("rmw") as Waiting["id"];
  const { current } = await deps.vault.links("links");
  const values = { consultationId: consultation.id, waitingId: id, proof: proofOf(current, id) };
  const letter = notice("subject/letter", sent.email, language, {
    letter: wordsIn(language).letters.confirm(consultation.subject.title),
    link: (await linkKeeper(deps))(addressAt(at.link, values)),
  });
  const waiting: Waiting = { id, consultationId: consultation.id, said: checked.value, language, at: now };
  const item = { ...waiting, expiresAtSeconds: epochSeconds(plusSeconds(now, WAITING_SECONDS)) };
  const otherwise = () => refusal("request/changed-since", { version: 0 });
  return askByMail({
    admit: request.admit.letter,
    contact: sent.email,
    event: `${id}/confirm`,
    letter,
    at: now,
    also: [create({ key: keys.waitingRemark(id), item, otherwise })],
  });
};

export const postRemark = endpoint(rows.postRemark, {
  summary: "Say something to a consultation",
  description:
    "A link goes to the address, and the page behind it has the button by which it becomes a remark with a number. The answer is the same whoever asks.",
  params: ConsultationPath,
  body: NewRemark,
  replies: { 202: NothingTold },
  handle: async (request, deps) => {
    const consultation = await publishedConsultation(request.params, deps);
    accept(await take(consultation, request.body, request, deps));
    return accepted({});
  },
});

const AboutQuery = z.object({
  document: NewRemark.shape.document.catch(undefined),
  documentVersion: z.coerce.number().int().optional().catch(undefined),
  paragraph: z.coerce.number().int().optional().catch(undefined),
});

const formPage = (
  request: Request<ConsultationPath>,
  consultation: Consultation,
  about: z.infer<typeof AboutQuery>,
  deps: Deps,
  posted: Posted = {},
): Reply => {
  const frame = frameOf(request);
  const state = formState(request.words, posted);
  const rules = rulesOf(consultation, deps.site);
  const fields = remarkFields(frame, state, { rules, outline: consultation.outline });
  const key = request.key ?? formKey(deps);
  const page = remarkFormView(frame, consultation, state, { key, fields, about, city: deps.site.city });
  return { ...view(page, posted.status), ...(posted.issues && { issues: posted.issues }) };
};

export const getRemarkForm = endpoint(rows.getRemarkForm, {
  summary: "The form of a remark on a consultation, or on a paragraph of a document",
  params: ConsultationPath,
  query: AboutQuery,
  handle: async (request, deps) => {
    const consultation = await publishedConsultation(request.params, deps);
    if (!takesRemarks(consultation, request.receivedAt)) throw new Refused(notTaking(consultation, request));
    return formPage(request, consultation, request.query, deps);
  },
});

/** A form as a browser sends it, whatever is in it. */
const TypedForm = z.record(z.string().max(60), z.union([z.string(), z.array(z.string())]));

export const postRemarkForm = endpoint(rows.postRemarkForm, {
  summary: "Say something to a consultation",
  params: ConsultationPath,
  body: TypedForm,
  handle: async (request, deps) => {
    const consultation = await publishedConsultation(request.params, deps);
    const about = AboutQuery.parse(request.body);
    const { names, posted } = remarkFormOf(rulesOf(consultation, deps.site));
    const read = posted.safeParse(request.body, { reportInput: true });
    if (!read.success)
      return formPage(
        request,
        consultation,
        about,
        deps,
        wrongForm(issuesOf(read.error), request.body, names),
      );
    const taken = await take(consultation, read.data.value as NewRemark, request, deps);
    if (taken.ok) return view(remarkSentView(frameOf(request), consultation));
    const form = { names, typed: (one: unknown) => one };
    return formPage(request, consultation, about, deps, refusedForm(taken.refusal, form, request));
  },
});

const LinkPath = ConsultationPath.extend({ waitingId: WaitingId, proof: z.string().max(64) });

/** What waits behind a link that is right; a wrong one leads nowhere, whatever is wrong about it. */
const waitingAt = async ({ consultationId, waitingId, proof }: z.infer<typeof LinkPath>, deps: Deps) => {
  const { accepted: all } = await deps.vault.links("links");
  const isProof = all.some((key) => sameText(proof, proofOf(key, waitingId)));
  const waiting = isProof ? await deps.store.table.get(keys.waitingRemark(waitingId), Waiting) : undefined;
  const isOld =
    waiting?.remark === undefined &&
    waiting !== undefined &&
    plusSeconds(waiting.at, WAITING_SECONDS) <= deps.system.now();
  const found = existing(isOld || waiting?.consultationId !== consultationId ? undefined : waiting);
  return { waiting: found, consultation: await publishedConsultation({ consultationId }, deps) };
};

/** A remark as its author wrote it, whatever of it is public by now. */
const writtenOf = async (
  { id, text, face }: Remark,
  consultation: Consultation,
  deps: Deps,
): Promise<string> => (face && (await looksOf(consultation, deps).original(id))?.text) ?? text;

type OfLink = Request<z.infer<typeof LinkPath>>;

const linkPage = async (request: OfLink, deps: Deps, posted: Posted = {}): Promise<Reply> => {
  const { waiting, consultation } = await waitingAt(request.params, deps);
  const remark =
    waiting.remark === undefined ? undefined : await remarksOf(consultation, deps).get(waiting.remark);
  // Only who has the mailbox learns of it: the form answers the same to everybody.
  const bar = waiting.said && (await barOn(waiting.said.email, request.receivedAt, deps));
  if (bar) throw new Refused(refusal("moderation/barred", { until: bar.until }));
  const frame = frameOf(request);
  const page = remarkLinkView(frame, consultation, formState(request.words, posted), {
    remark,
    changing:
      remark && canChange(remark, request.receivedAt)
        ? await writtenOf(remark, consultation, deps)
        : undefined,
    said: waiting.said,
    action: request.path,
    about: aboutYouFields(frame, deps.site.city),
  });
  return { ...view(page, posted.status), ...(posted.issues && { issues: posted.issues }) };
};

export const getRemarkLink = endpoint(rows.getRemarkLink, {
  summary: "The page behind the mailed link of a remark; opening it changes nothing",
  params: LinkPath,
  handle: (request, deps) => linkPage(request, deps),
});

/** What its author says now instead; the same again changes nothing. */
const changeText = async (
  consultation: Consultation,
  id: NonNullable<Waiting["remark"]>,
  text: string,
  request: Pick<Request, "receivedAt" | "language">,
  deps: Deps,
): Promise<void> => {
  const remarks = remarksOf(consultation, deps);
  const remark = existing(await remarks.get(id));
  const looks = looksOf(consultation, deps);
  // Before anybody has looked at it, what was written lies apart, and so does what takes its place.
  const original = remark.face && (await looks.original(id));
  if ((original ?? remark).text === text) return;
  const now = request.receivedAt;
  const { email } = (await remarks.author(id)) ?? {};
  const also = [
    looks.anew(remark.id),
    ...(original ? [looks.keepOriginal(id, { ...original, text }, consultation.endsAt)] : []),
    ...(email === undefined ? [] : [await mayWrite(email, now, deps)]),
  ];
  const changed =
    canChange(remark, now) && (await remarks.change(remark, original ? remark.text : text, now, also));
  // Decided, looked at by a moderator, barred, or changed a moment ago: what stands is what somebody has read.
  if (changed === false || !changed.ok)
    throw new Refused(refusal("act/blocked", { reason: wordsIn(request.language).link.tooLate }));
};

/** What was said of oneself; what the city has no such district for is left out, as all of it may be. */
const saidOfOneself = (you: AboutYou, { districts }: Pick<City, "districts">): string[] =>
  answersIn({ ...you, district: districts.find(({ id }) => id === you.district)?.id });

export const postRemarkLink = endpoint(rows.postRemarkLink, {
  summary: "Confirm a remark: it gets its number and stands in the list; or change what was just confirmed",
  params: LinkPath,
  body: linkForm.posted,
  invalid: (issues, typed, request, deps) =>
    linkPage(request, deps, wrongForm(issues, typed, linkForm.names)),
  handle: async (request, deps) => {
    const { waiting, consultation } = await waitingAt(request.params, deps);
    const back = seeOther(link(request, addressAt(at.link, request.params)));
    const { said: typed, language } = waiting;
    const { text: changed, ...you } = request.body.value;
    if (typed === undefined) {
      if (changed !== undefined && waiting.remark !== undefined)
        await changeText(consultation, waiting.remark, changed, request, deps);
      return back;
    }
    if (consultation.takenBack !== undefined) throw new Refused(notTaking(consultation, request));
    const { name, email, isNameShown, letter, text } = typed;
    const remark = {
      about: aboutOf(typed),
      text,
      ...(isNameShown && name !== undefined && { shownName: name }),
      origin: "online" as const,
      on: dayOf(waiting.at),
      takenAt: request.receivedAt,
    };
    const author = { name, email, letter, language };
    const isBarred = await mayWrite(email, request.receivedAt, deps);
    const made = await takeRemarks(consultation, [{ remark, author }], request.receivedAt, deps, ([one]) => [
      isBarred,
      update({
        key: keys.waitingRemark(waiting.id),
        set: {
          remark: one?.id,
          expiresAtSeconds: epochSeconds(plusSeconds(request.receivedAt, KEPT_SECONDS)),
        },
        remove: ["said"],
        when: { text: "attribute_exists(#pk) AND attribute_not_exists(#remark)" },
        // Pressed twice it is confirmed once.
        otherwise: () => refusal("thing/gone", {}),
      }),
      ...saidOfOneself(you, deps.site.city).map((one) => remarksOf(consultation, deps).counting(one)),
    ]);
    if (!made.ok && made.refusal.code !== "thing/gone") throw new Refused(made.refusal);
    return back;
  },
});

export { getRemarks, getRemarksFile, getRemarksPage } from "./lists.ts";
