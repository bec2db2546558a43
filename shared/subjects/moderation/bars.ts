/** A mailbox that is kept from writing, at the office, and by the link of its letter. */
import { z } from "zod";
import { type Posted, refusedForm, wrongForm } from "../../acts/posted.ts";
import { addressAt } from "../../domain/addresses.ts";
import { refusal } from "../../domain/refusals.ts";
import { existing, type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import { formState } from "../../pages/components/form-state.ts";
import { type Frame, link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { type Reply, seeOther, view } from "../../platform/http.ts";
import { sameText } from "../../platform/keyed.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { barAbout, barView } from "./bar-pages.ts";
import { Bar, BarAnswer, BarId, barStateAt } from "./bar-rules.ts";
import { barProof, barsOf, goesAt, tellBarred } from "./barring.ts";
import { inOffice, said } from "./pages.ts";
import { kindOf } from "./posts.ts";
import { at, barRows as rows } from "./rows.ts";
import { Appealing, answerDueAt, appealUntil, type Entry } from "./rules.ts";
import { openLog } from "./store.ts";

const BarPath = z.object({ barId: BarId });

/** The bar as it is to be; while its appeal waits it is the work of whoever has not stood behind it. */
const save = (before: Bar, next: Bar, also: readonly Write[], deps: Deps): Promise<Result<Bar>> => {
  const { city } = deps.site;
  const { appeal } = next;
  const work =
    appeal === undefined || appeal.answer !== undefined
      ? {}
      : waits({
          kind: "of-subject",
          id: next.id,
          owner: "queue#coordinator",
          dueAt: answerDueAt(appeal.at, city.moderation),
          by: next.by,
          about: {
            path: addressAt(at.officeBar, { barId: next.id }),
            text: inOffice(city, ({ bar }) => bar.due),
          },
        });
  return barsOf(deps).change(before, next, also, { ...goesAt(next), ...work });
};

const bars = subjectOf({
  params: BarPath,
  find: async ({ barId }, deps) => existing(await barsOf(deps).get(barId)),
  stateAt: barStateAt,
  blockers: {
    behind: ({ thing, by }) => thing.proposedBy === by.actor.id && refusal("identity/same-person", {}),
  },
  words: (frame) => said(frame).bar,
  journal: ({ consultationId }) => consultationId,
  title: (frame) => said(frame).bar.title,
  address: ({ id }) => addressAt(at.officeBar, { barId: id }),
  back: { address: at.queue, title: (frame) => said(frame).office.title },
  about: (frame, { thing, by }) => barAbout(frame, thing, by.receivedAt),
  reply: Bar.omit({ proposedBy: true, by: true }).meta({ id: "Bar" }),
  shown: ({ by: _by, proposedBy: _proposedBy, ...bar }) => bar,
});

const answer = bars.act({
  name: "answer",
  summary: "Answer an appeal against a bar; whoever stood behind the bar does not",
  json: rows.postBarAnswer,
  form: rows.postBarAnswerForm,
  from: ["appealed"],
  guards: ["behind"],
  notBy: ({ by }) => by,
  asks: {
    form: formOf(BarAnswer),
    words: (frame: Frame) => said(frame).bar.fields,
  },
  does: async ({ isUpheld, reason }, { thing, by, record, deps }) => {
    const now = by.receivedAt;
    const post = await kindOf(thing.postId).get({ id: thing.consultationId }, thing.postId, deps);
    const next: Bar = {
      ...thing,
      ...(isUpheld && { until: now }),
      appeal: { ...existing(thing.appeal), answer: { isUpheld, reason, byName: by.actor.name } },
    };
    const say: Parameters<typeof tellBarred>[3] = ({ bar }) => bar.letters.answered(isUpheld, reason);
    const letter = post ? await tellBarred(next, post, "answer", say, now, deps) : [];
    const entry: Entry = {
      ...{ id: by.newId("mdl") as Entry["id"], at: now, act: isUpheld ? "unbarred" : "dismissed" },
      ...{ consultationId: null, number: null, point: thing.point },
    };
    const also = [
      ...letter,
      openLog(deps.store.table).write(entry),
      record({ outcome: isUpheld ? "upheld" : "dismissed" }),
    ];
    return save(thing, next, also, deps);
  },
});

export const getOfficeBar = bars.page(rows.getOfficeBar, "A mailbox that is kept from writing");
export const getStaffBar = bars.read(
  rows.getStaffBar,
  "A mailbox that is kept from writing, without its address",
);
export const postBarAnswer = answer.json;
export const postBarAnswerForm = answer.form;

const LinkPath = BarPath.extend({ proof: z.string().max(64) });
type LinkPath = z.infer<typeof LinkPath>;

/** The bar of a link that is right; a wrong one leads nowhere, and so does that of an earlier bar. */
const linked = async ({ barId, proof }: LinkPath, deps: Deps): Promise<Bar> => {
  const { accepted } = await deps.vault.links("links");
  const bar = await barsOf(deps).get(barId);
  const isProof = bar && accepted.some((key) => sameText(proof, barProof(key, bar)));
  return existing(isProof ? bar : undefined);
};

const form = formOf(Appealing);

const page = (request: Request<LinkPath>, bar: Bar, deps: Deps, posted: Posted = {}): Reply => {
  const frame = frameOf(request);
  const state = formState(request.words, posted);
  const shown = barView(frame, state, {
    bar,
    policy: deps.site.city.moderation,
    now: request.receivedAt,
    action: request.path,
    fields: form.fields(state, { text: { label: said(frame).bar.text } }),
  });
  return { ...view(shown, posted.status), ...(posted.issues && { issues: posted.issues }) };
};

export const getBar = endpoint(rows.getBar, {
  summary: "Why a mailbox is kept from writing, and the form of an appeal; opening it changes nothing",
  params: LinkPath,
  handle: async (request, deps) => page(request, await linked(request.params, deps), deps),
});

const appeal = async (bar: Bar, text: string, now: Instant, deps: Deps): Promise<Result<unknown>> =>
  now < bar.until && now < appealUntil(bar.at, deps.site.city.moderation)
    ? save(bar, { ...bar, appeal: { text, at: now } }, [], deps)
    : refused(refusal("moderation/appeal-over", {}));

export const postBarAppeal = endpoint(rows.postBarAppeal, {
  summary: "Appeal against a bar",
  params: LinkPath,
  body: form.posted,
  invalid: async (issues, typed, request, deps) =>
    page(request, await linked(request.params, deps), deps, wrongForm(issues, typed, form.names)),
  handle: async (request, deps) => {
    const bar = await linked(request.params, deps);
    const back = seeOther(link(request, addressAt(at.bar, request.params)));
    // Pressed twice it is sent once.
    if (bar.appeal) return back;
    const sent = await appeal(bar, request.body.value.text, request.receivedAt, deps);
    return sent.ok ? back : page(request, bar, deps, refusedForm(sent.refusal, form, request));
  },
});
