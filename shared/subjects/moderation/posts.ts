/** Kinds of posts that are moderated. Another kind joins by a line here: what it reads of one, and how its public half is written. */
import { addressAt } from "../../domain/addresses.ts";
import type { Language } from "../../domain/languages.ts";
import { isSameMailbox } from "../../domain/mailbox.ts";
import type { Deps } from "../../platform/deps.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { update, type Write } from "../../store/write.ts";
import type { Consultation } from "../consultations/rules.ts";
import { at as atRemarks } from "../remarks/rows.ts";
import { openRemarks } from "../remarks/store.ts";
import type { Face } from "./face-rules.ts";
import type { Original, PostId } from "./rules.ts";

/** A post as moderation knows it: what the public has of it, and who is told. */
export interface Post {
  readonly id: PostId;
  readonly number: number;
  readonly version: number;
  readonly text: string;
  readonly shownName?: string | undefined;
  readonly face?: Face | undefined;
  readonly author: { readonly email?: string | undefined; readonly language: Language } | undefined;
  /** Its own page at the office. */
  readonly officePath: string;
}

type Of = Pick<Consultation, "id">;
/** How much else came from the same mailbox, and how often the same was said. */
interface Repeats {
  readonly sameMailbox: number;
  readonly sameText: number;
}

interface PostKind {
  readonly get: (consultation: Of, id: PostId, deps: Pick<Deps, "store">) => Promise<Post | undefined>;
  /** What the public has of it from now on, over the version that was read. */
  readonly show: (consultation: Of, post: Post, shown: Original & { readonly face?: Face }) => Write;
  readonly repeats: (
    consultation: Of,
    post: Post,
    text: string,
    deps: Pick<Deps, "store">,
  ) => Promise<Repeats>;
}

const sameWords = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();

const remarks: PostKind = {
  get: async (consultation, id, { store }) => {
    const all = openRemarks(store.table, consultation.id);
    const [remark, author] = await Promise.all([all.get(id), all.author(id)]);
    if (!remark) return undefined;
    const { number, version, text, shownName, face } = remark;
    const officePath = addressAt(atRemarks.one, { consultationId: consultation.id, remarkId: id });
    return { id, number, version, text, shownName, face, author, officePath };
  },
  show: (consultation, post, { text, shownName, face }) =>
    update({
      key: keys.remark(consultation.id, post.id),
      set: { text, shownName, face, version: post.version + 1 },
      remove: [...(shownName === undefined ? ["shownName"] : []), ...(face === undefined ? ["face"] : [])],
      when: asRead(post.version),
    }),
  repeats: async (consultation, { id, author }, text, { store }) => {
    const all = openRemarks(store.table, consultation.id);
    const [found, authors] = await Promise.all([all.all(), all.authors()]);
    return {
      sameMailbox: authors.filter(({ remark, email }) => remark !== id && isSameMailbox(email, author?.email))
        .length,
      sameText: found.filter((one) => one.id !== id && sameWords(one.text) === sameWords(text)).length,
    };
  },
};

const KINDS: Readonly<Record<string, PostKind>> = { rmk: remarks };

export const kindOf = (id: PostId): PostKind => {
  const kind = KINDS[id.slice(0, id.indexOf("_"))];
  if (!kind) throw new Error(`${id} is no post`);
  return kind;
};
