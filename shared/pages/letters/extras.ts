import { pathTo } from "../../domain/addresses.ts";
import type { Saying } from "../../domain/meeting/ics.ts";
import { attachmentOf } from "../../domain/meeting/letter-facts.ts";
import type { NoticeFacts, NoticeKind } from "../../domain/notice/notice.ts";

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** Beside its words: where a letter's button leads, as a path in the reader's language, and what is attached. */
interface Extras {
  readonly path: string | null;
  readonly attachments?: readonly Attachment[];
}

/** `page` is a page of this site in the reader's language, `saying` what its calendars say. */
type Extra<K extends NoticeKind> = (
  facts: NoticeFacts[K],
  page: (path: string) => string,
  saying: Saying,
) => Extras;

/** The link is in the facts: it was made for this one person. */
const linked = ({ link }: { readonly link: string }, page: (path: string) => string): Extras => ({
  path: page(link),
});

const broughtAlong = (
  { link }: { readonly link: string | null },
  page: (path: string) => string,
): Extras => ({
  path: link === null ? null : page(link),
});

export const EXTRAS: { readonly [K in NoticeKind]: Extra<K> } = {
  // The code belongs on the page that asked for it; a link here would teach people to follow links to their vote.
  "voting/code": () => ({ path: null }),
  "voting/no-match": (_facts, page) => ({ path: page(pathTo("vote")) }),
  "voting/recorded": (_facts, page) => ({ path: page(pathTo("voteCheck")) }),
  "statement/filed": () => ({ path: null }),
  "statement/accepted": ({ isVoteOver }, page) => ({ path: isVoteOver ? null : page(pathTo("vote")) }),
  "statement/rejected": () => ({ path: null }),
  "proposal/start": linked,
  "proposal/confirm": linked,
  "proposal/co-author": linked,
  "proposal/received": linked,
  "proposal/late": () => ({ path: null }),
  "proposal/withdrawn": linked,
  "proposal/changed": linked,
  "proposal/merge-asked": linked,
  "proposal/merged": linked,
  "proposal/merge-ended": linked,
  "proposal/co-author-came": linked,
  "proposal/accepted": linked,
  "proposal/to-correct": linked,
  "proposal/correction-due": linked,
  "proposal/rejected": linked,
  "proposal/admitted": linked,
  "proposal/not-admitted": linked,
  "proposal/appeal-received": linked,
  "proposal/appeal-upheld": linked,
  "proposal/appeal-dismissed": linked,
  "proposal/selected": linked,
  "proposal/not-selected": linked,
  "support/confirm": linked,
  "meeting/confirm": linked,
  "meeting/seat": (facts, page, saying) => ({
    path: page(facts.link),
    attachments: [attachmentOf(facts, saying)],
  }),
  "meeting/waiting": linked,
  "subject/letter": broughtAlong,
  "subject/decision": broughtAlong,
  "meeting/moved-up": (facts, page, saying) => ({
    path: page(facts.link),
    attachments: [attachmentOf(facts, saying)],
  }),
  "meeting/changed": (facts, page, saying) => ({
    path: page(facts.link),
    attachments: [attachmentOf(facts, saying)],
  }),
  "office/morning": (_facts, page) => ({ path: page(pathTo("office")) }),
  "meeting/cancelled": (facts, page, saying) => ({
    path: page(pathTo("meetings")),
    attachments: [attachmentOf(facts, saying)],
  }),
};
