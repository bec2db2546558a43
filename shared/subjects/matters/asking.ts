import { z } from "zod";
import { askByMail, NothingTold } from "../../acts/ask-by-mail.ts";
import { type Posted, refusedForm, wrongForm } from "../../acts/posted.ts";
import { addressAt } from "../../domain/addresses.ts";
import { MatterId } from "../../domain/ids.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, existing, ok, Refused, type Result } from "../../domain/result.ts";
import { formState } from "../../pages/components/form-state.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { accepted, type Reply, seeOther, view } from "../../platform/http.ts";
import { issuesOf } from "../../platform/issues.ts";
import { keys } from "../../store/keys.ts";
import { create, type Write } from "../../store/write.ts";
import { collectedOf } from "./collected.ts";
import { fieldsOf, formFor } from "./forms.ts";
import { kindAt, matterFormView, matterLinkView, matterSentView, mattersView } from "./pages.ts";
import { at, askingRows as rows } from "./rows.ts";
import {
  beginning,
  lastDayOf,
  type Matter,
  type MatterKind,
  mailboxOf,
  NewMatter,
  newMatter,
  numberOf,
} from "./rules.ts";
import { besides, change, isProof, letterTo, matterOf, mattersOf, moved, tell } from "./writing.ts";

/** Pages that change with a release only. */
const CACHE = "public, max-age=300, s-maxage=3600, stale-if-error=86400";

type Asking = Pick<Request, "language" | "receivedAt" | "newId" | "fingerprint"> & {
  readonly admit: {
    readonly letter: (asked: { contact: string }, also: readonly Write[]) => Promise<Result<unknown>>;
    readonly call: (asked: Record<string, never>) => Promise<Result<unknown>>;
  };
};

/** Takes a matter: one with a mailbox waits until that is proved by the link that goes there, a question with a number is the office's at once. */
const take = async (asked: NewMatter, request: Asking, deps: Deps): Promise<Result<void>> => {
  const { receivedAt: now, language, fingerprint } = request;
  const { text = "", ...fields } = asked;
  const id = request.newId("mat") as MatterId;
  const to = mailboxOf(asked);
  const state = to === undefined ? {} : { state: "unconfirmed" as const };
  const matter = newMatter({ ...fields, text, id, language, fingerprint, way: "online", ...state }, now);
  if (to === undefined) {
    const admitted = await request.admit.call({});
    if (!admitted.ok) return admitted;
    const made = await mattersOf(deps).create(matter, [], besides(matter, deps.site));
    return made.ok ? ok(undefined) : made;
  }
  const letter = await letterTo(
    "subject/letter",
    matter,
    to,
    ({ letters, kinds }) => letters.confirm(kinds[matter.kind]),
    deps,
  );
  const item = { ...matter, ...besides(matter, deps.site) };
  const otherwise = () => refusal("request/changed-since", { version: 0 });
  return askByMail({
    admit: request.admit.letter,
    contact: to,
    event: `${id}/confirm`,
    letter,
    at: now,
    also: [create({ key: keys.matter(id), item, otherwise })],
  });
};

export const postMatter = endpoint(rows.postMatter, {
  summary: "Ask or demand something of the office",
  description:
    "A question, a demand for accessibility, a request about one's own data or for public information. What comes with a mailbox is the office's once the mailed link is used; its term runs from today. The answer is the same whoever asks.",
  body: NewMatter,
  replies: { 202: NothingTold },
  handle: async (request, deps) => {
    accept(await take(request.body, request, deps));
    return accepted({});
  },
});

export const getMattersPage = endpoint(rows.getMattersPage, {
  summary: "What can be asked and demanded of the office, and by when it answers",
  cache: CACHE,
  handle: (request, { site: { city, contactAddress } }) =>
    view(mattersView(frameOf(request), { city, contactAddress })),
});

const FormPath = z.object({ kind: z.string().max(40) });
type FormPath = z.infer<typeof FormPath>;

const kindOf = ({ kind }: FormPath): MatterKind => existing(kindAt(kind));

const formPage = (request: Request<FormPath>, deps: Deps, posted: Posted = {}): Reply => {
  const state = formState(request.words, posted);
  const key = request.key ?? formKey(deps);
  const frame = frameOf(request);
  const kind = kindOf(request.params);
  const page = matterFormView(frame, state, kind, { key, fields: fieldsOf(frame, kind, state) });
  return { ...view(page, posted.status), ...(posted.issues && { issues: posted.issues }) };
};

export const getMatterForm = endpoint(rows.getMatterForm, {
  summary: "The form of a question or request to the office",
  params: FormPath,
  handle: (request, deps) => formPage(request, deps),
});

/** A form as a browser sends it, whatever is in it. */
const TypedForm = z.record(z.string().max(40), z.union([z.string(), z.array(z.string())]));

export const postMatterForm = endpoint(rows.postMatterForm, {
  summary: "Ask or demand something of the office",
  params: FormPath,
  body: TypedForm,
  handle: async (request, deps) => {
    const kind = kindOf(request.params);
    const { names, posted } = formFor(kind);
    const read = posted.safeParse(request.body, { reportInput: true });
    if (!read.success) return formPage(request, deps, wrongForm(issuesOf(read.error), request.body, names));
    const asked = { kind, ...read.data.value } as NewMatter;
    const taken = await take(asked, request, deps);
    if (!taken.ok)
      return formPage(request, deps, refusedForm(taken.refusal, { names, typed: (one) => one }, request));
    return view(matterSentView(frameOf(request), mailboxOf(asked) !== undefined));
  },
});

const LinkPath = z.object({ matterId: MatterId, proof: z.string().max(64) });

/** The matter of a link that is right; a wrong link leads nowhere, whatever is wrong about it. */
const linkedMatter = async ({ matterId, proof }: z.infer<typeof LinkPath>, deps: Deps): Promise<Matter> => {
  if (!(await isProof(proof, { id: matterId }, deps))) throw new Refused(refusal("thing/not-found", {}));
  return matterOf({ matterId }, deps);
};

export const getMatterLink = endpoint(rows.getMatterLink, {
  summary: "The page behind the mailed link of a matter; opening it changes nothing",
  params: LinkPath,
  handle: async (request, deps) => {
    const matter = await linkedMatter(request.params, deps);
    const found = matter.state === "answered" ? await collectedOf(matter, deps) : undefined;
    return view(matterLinkView(frameOf(request), matter, { action: request.path, found }));
  },
});

/** The office has it from now on; its term runs from the day on which it was sent. */
const begin = async (matter: Matter, now: Request["receivedAt"], deps: Deps): Promise<Result<Matter>> => {
  const event = beginning(matter.kind) === "open" ? "begin" : "begin-own-data";
  const next = moved(matter, event);
  const said = ({ letters, kinds }: Parameters<Parameters<typeof tell>[2]>[0]) =>
    letters.received(kinds[next.kind], numberOf(next), lastDayOf(next));
  return change(matter, next, await tell(next, "received", said, now, deps), deps);
};

export const postMatterLink = endpoint(rows.postMatterLink, {
  summary: "Confirm a matter: the office has it from now on",
  params: LinkPath,
  handle: async (request, deps) => {
    const matter = await linkedMatter(request.params, deps);
    // Pressed twice it is confirmed once.
    if (matter.state === "unconfirmed") await begin(matter, request.receivedAt, deps);
    return seeOther(link(request, addressAt(at.link, request.params)));
  },
});
