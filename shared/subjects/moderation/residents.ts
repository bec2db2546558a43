/** The rules and the log, which everybody reads, and an author's appeal by the link of their letter. */
import { z } from "zod";
import { type Posted, refusedForm, wrongForm } from "../../acts/posted.ts";
import { addressAt } from "../../domain/addresses.ts";
import { refusal } from "../../domain/refusals.ts";
import { Refused, type Result, refused } from "../../domain/result.ts";
import { formState } from "../../pages/components/form-state.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { type Reply, seeOther, view } from "../../platform/http.ts";
import { sameText } from "../../platform/keyed.ts";
import { cursorOf, PageQuery, pageOf } from "../../platform/lists.ts";
import { consultationsOf, publishedConsultation } from "../consultations/writing.ts";
import { formOf } from "../form-of.ts";
import { listOf } from "../list-of.ts";
import { PostPath, proofOf, type Seen, save, seenAt } from "./looking.ts";
import { appealView, logView, rulesView, said } from "./pages.ts";
import { at, publicRows as rows } from "./rows.ts";
import { Appealing, appealUntil, Entry } from "./rules.ts";
import { openLog } from "./store.ts";

const CACHE = "public, max-age=0, s-maxage=10, stale-if-error=600";

export const getModerationRules = endpoint(rows.getModerationRules, {
  summary: "What may not be written in public, and how the office looks at it",
  cache: CACHE,
  handle: (request, deps) => view(rulesView(frameOf(request), deps.site.city.moderation)),
});

const log = listOf({
  id: "ModerationLog",
  item: Entry.meta({ id: "ModerationEntry" }),
  cache: "public, max-age=10, s-maxage=10, stale-if-error=600",
  read: (_asked, page, { store }) => openLog(store.table).page(page),
  columns: [
    { head: (words) => said({ words }).log.columns.at, cell: (one) => one.at },
    { head: (words) => said({ words }).log.columns.act, cell: (one) => one.act },
    { head: (words) => said({ words }).log.columns.consultation, cell: (one) => one.consultationId ?? "" },
    { head: (words) => said({ words }).log.columns.number, cell: (one) => one.number ?? "" },
    { head: (words) => said({ words }).log.columns.point, cell: (one) => one.point ?? "" },
  ],
});

export const getModerationLog = log.json(
  rows.getModerationLog,
  "What moderators hid, blacked out or restored, newest first",
  "No personal data: the number of a post, the point of the rules, and when.",
);
export const getModerationLogFile = log.csv(
  rows.getModerationLogFile,
  "The same as a table",
  "moderacja.csv",
);

const ENTRIES_A_PAGE = 50;

export const getModerationLogPage = endpoint(rows.getModerationLogPage, {
  summary: "The log of moderation, newest first",
  query: PageQuery,
  cache: CACHE,
  handle: async (request, deps) => {
    const [{ items, next }, all] = await Promise.all([
      openLog(deps.store.table).page(pageOf(request.query, ENTRIES_A_PAGE)),
      consultationsOf(deps).all(),
    ]);
    const titles = new Map(all.map(({ id, subject }) => [id as string, subject.title]));
    return view(logView(frameOf(request), items, { titles, next: cursorOf(next) }));
  },
});

const AppealPath = PostPath.extend({
  turn: z.string().regex(/^[1-9]\d{0,3}$/),
  proof: z.string().max(64),
});
type AppealPath = z.infer<typeof AppealPath>;

/** The post of a link that is right; a wrong one leads nowhere, and so does that of an act since which there was another. */
const appealed = async ({ turn, proof, ...path }: AppealPath, deps: Deps): Promise<Seen> => {
  const { accepted } = await deps.vault.links("links");
  const { consultationId, postId } = path;
  const named = { consultationId, id: postId, turn: Number(turn) };
  if (!accepted.some((key) => sameText(proof, proofOf(key, named))))
    throw new Refused(refusal("thing/not-found", {}));
  await publishedConsultation({ consultationId }, deps);
  const seen = await seenAt(path, deps);
  if (seen.look.turn !== named.turn) throw new Refused(refusal("thing/gone", {}));
  return seen;
};

const form = formOf(Appealing);

const page = (request: Request<AppealPath>, seen: Seen, deps: Deps, posted: Posted = {}): Reply => {
  const frame = frameOf(request);
  const state = formState(request.words, posted);
  const { look, post, consultation } = seen;
  const shown = appealView(frame, state, {
    look,
    number: post.number,
    subject: consultation.subject.title,
    policy: deps.site.city.moderation,
    now: request.receivedAt,
    action: request.path,
    fields: form.fields(state, { text: { label: said(frame).appeal.text } }),
  });
  return { ...view(shown, posted.status), ...(posted.issues && { issues: posted.issues }) };
};

export const getModerationAppeal = endpoint(rows.getModerationAppeal, {
  summary: "Why a post was hidden or blacked out, and the form of an appeal; opening it changes nothing",
  params: AppealPath,
  handle: async (request, deps) => page(request, await appealed(request.params, deps), deps),
});

/** Whether that act can be appealed against now. */
const appeal = async (seen: Seen, text: string, now: string, deps: Deps): Promise<Result<unknown>> => {
  const { look } = seen;
  const { taken } = look;
  const isOpen =
    (look.state === "hidden" || look.state === "masked") &&
    taken !== undefined &&
    now < appealUntil(taken.at, deps.site.city.moderation);
  if (!isOpen) return refused(refusal("moderation/appeal-over", {}));
  return save(seen, { ...look, appeal: { text, at: now } }, [], deps);
};

export const postModerationAppeal = endpoint(rows.postModerationAppeal, {
  summary: "Appeal against an act of moderation",
  params: AppealPath,
  body: form.posted,
  invalid: async (issues, typed, request, deps) =>
    page(request, await appealed(request.params, deps), deps, wrongForm(issues, typed, form.names)),
  handle: async (request, deps) => {
    const seen = await appealed(request.params, deps);
    const back = seeOther(link(request, addressAt(at.appeal, request.params)));
    // Pressed twice it is sent once.
    if (seen.look.appeal) return back;
    const sent = await appeal(seen, request.body.value.text, request.receivedAt, deps);
    if (sent.ok) return back;
    return page(request, seen, deps, refusedForm(sent.refusal, form, request));
  },
});
