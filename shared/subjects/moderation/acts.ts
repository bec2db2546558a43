/** One post that a moderator looks at: taken, passed, hidden, blacked out in part, restored; and the answer to an appeal. */
import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { addressAt } from "../../domain/addresses.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { accept, existing, ok, refused } from "../../domain/result.ts";
import { Instant } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { keys } from "../../store/keys.ts";
import { put } from "../../store/write.ts";
import { subjectOf } from "../act.ts";
import type { Looking } from "../declared.ts";
import { formOf } from "../form-of.ts";
import { type Bar, Barring } from "./bar-rules.ts";
import { barEnd, barsOf, goesAt, personOf, tellBarred } from "./barring.ts";
import { Face, masked } from "./face-rules.ts";
import { hintsOf, personalOf } from "./hint-rules.ts";
import {
  logged,
  PostPath,
  type Seen,
  save,
  seenAt,
  seenBy,
  shownAgain,
  takeAway,
  tellAuthor,
  tellRestored,
  writtenOf,
} from "./looking.ts";
import { lookAbout, originalView } from "./office-pages.ts";
import { ruleOf, said, textFor } from "./pages.ts";
import { kindOf } from "./posts.ts";
import { at, lookRows as rows } from "./rows.ts";
import { Answering, type Entry, Hiding, Look, LookState, Masking, Original, stateOf } from "./rules.ts";
import { openLog } from "./store.ts";
import { heldByOther, ownPost } from "./who.ts";

const StaffLook = z
  .object({
    postId: Look.shape.id,
    consultationId: Look.shape.consultationId,
    number: z.int(),
    version: z.int(),
    state: z.enum([...LookState.options, "appealed"]),
    cameAt: Instant,
    dueAt: Instant,
    firstAt: Instant.nullable(),
    heldBy: z.string().nullable(),
    /** What residents see. */
    text: z.string().nullable(),
    moderation: Face.nullable(),
    appeal: z.string().nullable(),
  })
  .meta({ id: "StaffLook" });

/** What a moderator reads on the page: what is public, or what nobody has looked at yet. */
const readable = ({ look, post, original }: Seen): string =>
  look.state === "new" ? (original ?? post).text : post.text;

const looks = subjectOf({
  params: PostPath,
  find: (path, deps, by) => seenBy(path, deps, by),
  stateAt: ({ look }) => stateOf(look),
  blockers: {
    own: ({ thing, by, deps }) => ownPost(thing.post, by, deps),
    held: ({ thing, by, deps }) => heldByOther(thing.look, by, deps),
    "no-mailbox": ({ thing }) => thing.post.author?.email === undefined,
    gone: ({ thing }) => writtenOf(thing) === undefined && refusal("thing/gone", {}),
  },
  words: (frame) => said(frame),
  journal: ({ consultation }) => consultation.id,
  title: (frame, { post }) => said(frame).office.of(post.number),
  address: ({ look }) => addressAt(at.one, { consultationId: look.consultationId, postId: look.id }),
  back: { address: at.queue, title: (frame) => said(frame).office.title },
  about: async (frame, { thing, deps }) => {
    const { post, consultation } = thing;
    const text = readable(thing);
    const repeats = await kindOf(post.id).repeats(consultation, post, text, deps);
    const policy = deps.site.city.moderation;
    return lookAbout(frame, thing, { text, hints: hintsOf(text, policy), repeats, policy });
  },
  reply: StaffLook,
  shown: ({ look, post }) => ({
    postId: look.id,
    consultationId: look.consultationId,
    number: post.number,
    version: look.version,
    state: stateOf(look),
    cameAt: look.cameAt,
    dueAt: look.dueAt,
    firstAt: look.firstAt ?? null,
    heldBy: look.held?.byName ?? null,
    text: post.face === undefined || post.face.kind === "masked" ? post.text : null,
    moderation: post.face ?? null,
    appeal: look.appeal?.text ?? null,
  }),
});

const guards = ["own", "held"] as const;

const points = ({ by, deps }: Looking<Seen>) =>
  deps.site.city.moderation.points.map(
    ({ point, rule }) => [String(point), `${said(by).rules.point(point)}: ${textFor(by, rule)}`] as const,
  );

const taking = looks.act({
  name: "take",
  summary: "Take a post: it is then on one's own list, or on that of who stands in",
  json: rows.postLookTaking,
  form: rows.postLookTakingForm,
  from: ["new"],
  guards,
  isOffered: ({ thing, by }) => thing.look.held?.by !== by.actor.id,
  kind: "second",
  does: async (_, { thing, record, by, deps }) => {
    const { look } = thing;
    if (look.held?.by === by.actor.id) return ok(thing);
    const held = { by: by.actor.id, byName: by.actor.name, at: by.receivedAt };
    return save(thing, { ...look, held }, [record({ post: look.id })], deps);
  },
});

const release = looks.act({
  name: "release",
  summary: "Hand a post back: it is then nobody's",
  json: rows.postLookRelease,
  form: rows.postLookReleaseForm,
  from: ["new"],
  guards: ["held"],
  isOffered: ({ thing }) => thing.look.held !== undefined,
  kind: "second",
  does: async (_, { thing, record, deps }) => {
    const { held, ...look } = thing.look;
    return held ? save(thing, look, [record({ post: look.id })], deps) : ok(thing);
  },
});

const passing = looks.act({
  name: "pass",
  summary: "Say that a post is all right; one that waited is then public",
  json: rows.postLookPass,
  form: rows.postLookPassForm,
  from: ["new"],
  guards,
  does: async (_, { thing, record, by, deps }) => {
    const { held: _held, ...look } = thing.look;
    const next: Look = { ...look, state: "passed", firstAt: look.firstAt ?? by.receivedAt };
    const shown = thing.original ? shownAgain(thing, thing.original, deps) : [];
    return save(thing, next, [...shown, record({ post: look.id })], deps);
  },
});

const hiding = looks.act({
  name: "hide",
  summary: "Hide a post with a point of the rules that everybody sees; its author is told",
  json: rows.postLookHiding,
  form: rows.postLookHidingForm,
  from: ["new", "passed", "masked"],
  guards: [...guards, "gone"],
  kind: "second",
  asks: {
    form: formOf(Hiding, { point: "one" }),
    words: (frame: Frame) => {
      const { fields: w } = said(frame).office;
      return { point: w.point, note: w.note };
    },
    choices: (looking) => ({ point: points(looking) }),
  },
  does: (asked, doing) => takeAway({ kind: "hidden" }, asked, doing),
});

const masking = looks.act({
  name: "mask",
  summary: "Black out words of a post with a point of the rules that everybody sees; its author is told",
  json: rows.postLookMasking,
  form: rows.postLookMaskingForm,
  from: ["new", "passed", "masked", "hidden"],
  guards: [...guards, "gone"],
  kind: "second",
  asks: {
    form: formOf(Masking, { words: "lines", "why-point": "one" }),
    words: (frame: Frame) => {
      const { fields: w } = said(frame).office;
      return { words: w.words, "why-point": w.point, "why-note": w.note };
    },
    now: (thing) => {
      const hints = hintsOf(readable(thing), { areLinksHinted: false, words: [] });
      return { words: personalOf(hints), why: { point: "" } };
    },
    choices: (looking) => ({ "why-point": points(looking) }),
  },
  does: async ({ words, why }, doing) => {
    const made = masked(writtenOf(doing.thing)?.text ?? "", words);
    if ("missing" in made) return refused(notValid([{ pointer: `/words/${made.missing}`, rule: "choice" }]));
    return takeAway({ kind: "masked", text: made.text }, why, doing);
  },
});

const restoring = looks.act({
  name: "restore",
  summary: "Show a post again as it was written",
  json: rows.postLookRestoring,
  form: rows.postLookRestoringForm,
  from: ["hidden", "masked"],
  guards: ["own", "gone"],
  does: async (_, { thing, record, by, deps }) => {
    const written = existing(writtenOf(thing));
    const next: Look = { ...thing.look, state: "passed" };
    const point = thing.look.taken?.point;
    return save(
      thing,
      next,
      [
        ...shownAgain(thing, written, deps),
        logged("restored", thing, { by, deps, point }),
        ...(await tellRestored({ ...thing, look: next }, by.receivedAt, deps)),
        record({ post: next.id }),
      ],
      deps,
    );
  },
});

const answer = looks.act({
  name: "answer",
  summary: "Answer an author's appeal; nobody answers one against their own act",
  json: rows.postLookAnswer,
  form: rows.postLookAnswerForm,
  from: ["appealed"],
  guards: ["own"],
  notBy: ({ look }) => look.taken?.by,
  asks: {
    form: formOf(Answering),
    words: (frame: Frame) => {
      const { fields: w } = said(frame).office;
      return { isUpheld: w.isUpheld, reason: w.reason };
    },
  },
  does: async ({ isUpheld, reason }, { thing, record, by, deps }) => {
    const { look, post, consultation } = thing;
    const written = writtenOf(thing);
    if (isUpheld && !written) return refused(refusal("thing/gone", {}));
    const { receivedAt: now, actor } = by;
    const next: Look = {
      ...look,
      ...(isUpheld && { state: "passed" as const }),
      appeal: { ...existing(look.appeal), answer: { isUpheld, reason, at: now, byName: actor.name } },
    };
    const letter = await tellAuthor(
      { post, look: next },
      "answer",
      ({ letters }) => letters.answered(isUpheld, post.number, consultation.subject.title, reason),
      now,
      deps,
    );
    return save(
      thing,
      next,
      [
        ...(isUpheld && written ? shownAgain(thing, written, deps) : []),
        logged(isUpheld ? "upheld" : "dismissed", thing, { by, deps, point: look.taken?.point }),
        ...letter,
        record({ post: look.id, outcome: isUpheld ? "upheld" : "dismissed" }),
      ],
      deps,
    );
  },
});

const barring = looks.act({
  name: "bar",
  summary: "Keep the author's mailbox from writing for some days, once another person accepts it",
  description: "Reading stays open. The mailbox is kept as a keyed hash; its owner is told, and can appeal.",
  json: rows.postLookBar,
  form: rows.postLookBarForm,
  from: ["hidden", "masked"],
  guards: ["own", "no-mailbox"],
  kind: "danger",
  two: "queue#consulting",
  asks: {
    form: formOf(Barring, { "because-point": "one" }),
    words: (frame: Frame) => {
      const { fields: w } = said(frame).office;
      return { days: said(frame).bar.days, "because-point": w.point, "because-note": w.note };
    },
    choices: (looking) => ({ "because-point": points(looking) }),
  },
  refuses: ({ days, because }, { deps }) => {
    const { moderation } = deps.site.city;
    const { longestBarDays: limit } = moderation;
    if (days > limit) return notValid([{ pointer: "/days", rule: "too-big", limit }]);
    if (!ruleOf(moderation, Number(because.point)))
      return notValid([{ pointer: "/because/point", rule: "choice" }]);
    return undefined;
  },
  does: async ({ days, because }, { thing, record, by, deps, proposedBy }) => {
    const { look, post } = thing;
    const [now, point] = [by.receivedAt, Number(because.point)];
    const rule = existing(ruleOf(deps.site.city.moderation, point));
    const id = await personOf(post.author?.email ?? "", deps);
    const before = await barsOf(deps).get(id);
    const bar: Bar = {
      ...{
        id,
        version: (before?.version ?? 0) + 1,
        at: now,
        until: barEnd(now, days),
        point,
        note: because.note,
      },
      ...{ consultationId: look.consultationId, postId: look.id },
      ...{ by: by.actor.id, byName: by.actor.name },
      ...{ proposedBy: proposedBy?.id ?? "", proposedByName: proposedBy?.name ?? "" },
    };
    const letter = await tellBarred(
      bar,
      post,
      "barred",
      (words) => {
        const why = textFor({ words: { language: post.author?.language ?? "pl" } }, rule);
        return words.bar.letters.barred(bar.until, why, because.note);
      },
      now,
      deps,
    );
    const outcome = await deps.store.table.write([
      put({
        key: keys.bar(id),
        item: { ...bar, ...goesAt(bar) },
        when: { text: "attribute_not_exists(#pk) OR #until <= :now", values: { now } },
        otherwise: (met) => refusal("moderation/barred", { until: String(met?.until ?? now) }),
      }),
      openLog(deps.store.table).write({
        ...{ id: by.newId("mdl") as Entry["id"], at: now, act: "barred" },
        ...{ consultationId: null, number: null, point },
      }),
      ...letter,
      record({ post: look.id, days, point }),
    ]);
    return outcome.ok ? ok(thing) : outcome;
  },
});

/** The original, for whoever decides about it; that it was read is in the journal. */
const readOriginal = async (by: StaffRequest<PostPath>, deps: Deps): Promise<Seen> => {
  const seen = await seenAt(by.params, deps);
  const { id } = seen.consultation;
  const facts = { post: seen.post.id };
  accept(await deps.store.table.write([audited({ ...by, route: rows.getPostOriginal }, id, { facts })]));
  return seen;
};

export const getPostOriginal = endpoint(rows.getPostOriginal, {
  summary: "A post as it was written; that it was read is in the journal",
  params: PostPath,
  replies: { 200: Original.meta({ id: "PostOriginal" }) },
  handle: async (by, deps) => {
    const { text, shownName } = existing(writtenOf(await readOriginal(by, deps)));
    return json({ text, ...(shownName !== undefined && { shownName }) });
  },
});

export const getOfficePostOriginal = endpoint(rows.getOfficePostOriginal, {
  summary: "A post as it was written; that it was read is in the journal",
  params: PostPath,
  handle: async (by, deps) => {
    const seen = await readOriginal(by, deps);
    return view(originalView(frameOf(by), seen, writtenOf(seen)));
  },
});

export const getOfficeLook = looks.page(rows.getOfficeLook, "A post that a moderator looks at");
export const getStaffLook = looks.read(rows.getStaffLook, "A post with its look");
export const postLookTaking = taking.json;
export const postLookTakingForm = taking.form;
export const postLookRelease = release.json;
export const postLookReleaseForm = release.form;
export const postLookPass = passing.json;
export const postLookPassForm = passing.form;
export const postLookHiding = hiding.json;
export const postLookHidingForm = hiding.form;
export const postLookMasking = masking.json;
export const postLookMaskingForm = masking.form;
export const postLookRestoring = restoring.json;
export const postLookRestoringForm = restoring.form;
export const postLookBar = barring.json;
export const postLookBarForm = barring.form;
export const postLookAnswer = answer.json;
export const postLookAnswerForm = answer.form;
