/** A post with its look, and how each act of a moderator is written. */
import type { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { notice } from "../../domain/notice/notice.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { existing, ok, Refused, type Result, refused } from "../../domain/result.ts";
import { dayOf, plusSeconds } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { macText } from "../../platform/keyed.ts";
import { noticeWrite } from "../../store/notices.ts";
import type { Write } from "../../store/write.ts";
import type { Consultation } from "../consultations/rules.ts";
import { ConsultationPath, consultationOf } from "../consultations/writing.ts";
import type { Doing } from "../declared.ts";
import { workOf } from "./arriving.ts";
import type { Face } from "./face-rules.ts";
import { ruleOf, textFor, wordsIn } from "./pages.ts";
import { kindOf, type Post } from "./posts.ts";
import { at } from "./rows.ts";
import { appealUntil, type Entry, type Look, type Original, PostId } from "./rules.ts";
import { openLog, openLooks } from "./store.ts";
import { moderates } from "./who.ts";

export const PostPath = ConsultationPath.extend({ postId: PostId });
export type PostPath = z.infer<typeof PostPath>;

export interface Seen {
  readonly version: number;
  readonly look: Look;
  readonly post: Post;
  readonly consultation: Consultation;
  /** As it was written, where the public does not see all of it. */
  readonly original: Original | undefined;
}

export const looksOf = ({ id }: Pick<Consultation, "id">, { store }: Pick<Deps, "store">) =>
  openLooks(store.table, id);

export const seenAt = async ({ consultationId, postId }: PostPath, deps: Deps): Promise<Seen> => {
  const consultation = await consultationOf({ consultationId }, deps);
  const looks = looksOf(consultation, deps);
  const [look, post, original] = await Promise.all([
    looks.get(postId),
    kindOf(postId).get(consultation, postId, deps),
    looks.original(postId),
  ]);
  const found = existing(look);
  return { version: found.version, look: found, post: existing(post), consultation, original };
};

/** The same, for somebody who moderates that consultation. */
export const seenBy = async (path: PostPath, deps: Deps, by?: StaffRequest<PostPath>): Promise<Seen> => {
  const seen = await seenAt(path, deps);
  if (by && !(await moderates(by, deps))(seen.consultation))
    throw new Refused(refusal("moderation/not-named", {}));
  return seen;
};

/** As it was written, whatever the public sees of it; undefined once that is gone. */
export const writtenOf = ({ post, original }: Pick<Seen, "post" | "original">): Original | undefined =>
  original ?? (post.face === undefined ? post : undefined);

/** The proof of an author's link, one for each time that something was taken from the public. */
export const proofOf = (
  key: Parameters<typeof macText>[0],
  { consultationId, id, turn }: Pick<Look, "consultationId" | "id" | "turn">,
): string => macText(key, "moderation", consultationId, id, String(turn));

type Letter = Parameters<typeof notice<"subject/decision">>[3]["letter"];

/** The letter to an author whose mailbox is known, with the link to an appeal. */
export const tellAuthor = async (
  { post, look }: Pick<Seen, "post" | "look">,
  of: string,
  say: (words: ReturnType<typeof wordsIn>) => Letter,
  now: Look["cameAt"],
  deps: Deps,
): Promise<Write[]> => {
  const { author } = post;
  if (author?.email === undefined) return [];
  const { consultationId, id, turn } = look;
  const { current } = await deps.vault.links("links");
  const path = addressAt(at.appeal, {
    ...{ consultationId, postId: id, turn: String(turn) },
    proof: proofOf(current, look),
  });
  const letter = notice("subject/decision", author.email, author.language, {
    letter: say(wordsIn(author.language)),
    link: (await linkKeeper(deps))(path),
  });
  return [noticeWrite(`${consultationId}/${id}/${of}/${turn}`, letter, now)];
};

/** The letter that the whole of a post is shown again. */
export const tellRestored = (seen: Seen, now: Look["cameAt"], deps: Deps): Promise<Write[]> => {
  const { post, consultation } = seen;
  const say = ({ letters }: ReturnType<typeof wordsIn>) =>
    letters.restored(post.number, consultation.subject.title);
  return tellAuthor(seen, "restored", say, now, deps);
};

/** A line of the public log. */
export const logged = (
  act: Entry["act"],
  { look, post }: Pick<Seen, "look" | "post">,
  { by, deps, point }: Pick<Doing<unknown>, "by" | "deps"> & { readonly point: number | undefined },
): Write =>
  openLog(deps.store.table).write({
    id: by.newId("mdl") as Entry["id"],
    at: by.receivedAt,
    act,
    consultationId: look.consultationId,
    number: post.number,
    point: point ?? null,
  });

/** The look as it is to be, over the version that was read, with what waits of it then. */
export const save = async (
  seen: Seen,
  next: Look,
  also: readonly Write[],
  deps: Deps,
): Promise<Result<Seen>> => {
  const { consultation, post } = seen;
  const work = workOf(next, post.number, consultation, deps.site);
  const kept = await looksOf(consultation, deps).change(seen.look, next, also, work);
  return kept.ok ? ok({ ...seen, look: kept.value, version: kept.value.version }) : kept;
};

/** The whole of it is public again, and nothing lies apart. */
export const shownAgain = ({ consultation, post }: Seen, written: Original, deps: Deps): Write[] => [
  kindOf(post.id).show(consultation, post, {
    text: written.text,
    ...(written.shownName !== undefined && { shownName: written.shownName }),
  }),
  looksOf(consultation, deps).dropOriginal(post.id),
];

/** Takes a post, or words of it, from the public: with its point, a letter, a line of the log, and the original kept. */
export const takeAway = async (
  face: { readonly kind: "hidden" } | { readonly kind: "masked"; readonly text: string },
  asked: { readonly point: string; readonly note?: string | undefined },
  { thing, by, record, deps }: Doing<Seen>,
): Promise<Result<Seen>> => {
  const { city } = deps.site;
  const [point, now] = [Number(asked.point), by.receivedAt];
  const rule = ruleOf(city.moderation, point);
  const written = writtenOf(thing);
  if (!rule)
    return refused(notValid([{ pointer: face.kind === "masked" ? "/why/point" : "/point", rule: "choice" }]));
  if (!written) return refused(refusal("thing/gone", {}));
  const { consultation, post, look } = thing;
  const { actor } = by;
  const taken = { by: actor.id, byName: actor.name, at: now, point, note: asked.note };
  const { held: _held, appeal: _appeal, ...rest } = look;
  const next: Look = {
    ...rest,
    ...{ state: face.kind, firstAt: look.firstAt ?? now, taken, turn: look.turn + 1 },
  };
  const shown: Original & { face: Face } =
    face.kind === "hidden"
      ? { text: "", face: { kind: "hidden", point, on: dayOf(now) } }
      : { ...written, text: face.text, face: { kind: "masked", point, on: dayOf(now) } };
  const until = dayOf(plusSeconds(appealUntil(now, city.moderation), -1));
  const letter = await tellAuthor(
    { post, look: next },
    "taken",
    ({ letters }) => {
      const said = textFor({ words: { language: post.author?.language ?? "pl" } }, rule);
      return letters.taken(face.kind, post.number, consultation.subject.title, said, asked.note, until);
    },
    now,
    deps,
  );
  const { text, shownName } = written;
  return save(
    thing,
    next,
    [
      kindOf(post.id).show(consultation, post, shown),
      looksOf(consultation, deps).keepOriginal(
        post.id,
        { text, ...(shownName !== undefined && { shownName }) },
        consultation.endsAt,
      ),
      logged(face.kind, thing, { by, deps, point }),
      ...letter,
      record({ post: post.id, point }),
    ],
    deps,
  );
};
