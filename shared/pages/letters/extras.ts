import { attachmentOf } from "../../domain/meeting/letter-facts.ts";
import type { NoticeFacts, NoticeKind } from "../../domain/notice/notice.ts";

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** Beside its words: where a letter's button leads, as a path in the reader's language, and what is attached. */
export interface Extras {
  readonly path: string | null;
  readonly attachments?: readonly Attachment[];
}

/** `page` is a page of this site in the reader's language; the links in facts are that already. */
type Extra<K extends NoticeKind> = (facts: NoticeFacts[K], page: (path: string) => string) => Extras;

export const EXTRAS: { readonly [K in NoticeKind]: Extra<K> } = {
  // The code belongs on the page that asked for it; a link here would teach people to follow links to their vote.
  "voting/code": () => ({ path: null }),
  "voting/recorded": (_facts, page) => ({ path: page("/sprawdz-glos") }),
  "meeting/seat": (facts) => ({ path: facts.link, attachments: [attachmentOf(facts)] }),
  "meeting/waiting": ({ link }) => ({ path: link }),
  "meeting/moved-up": (facts) => ({ path: facts.link, attachments: [attachmentOf(facts)] }),
  "meeting/changed": (facts) => ({ path: facts.link, attachments: [attachmentOf(facts)] }),
  "meeting/cancelled": (facts, page) => ({ path: page("/spotkania"), attachments: [attachmentOf(facts)] }),
};
