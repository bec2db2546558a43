import { type Notice, readNotice } from "../../shared/domain/notice/notice.ts";
import { openLink } from "../../shared/platform/kept-link.ts";
import { told, waitingAgain } from "../../shared/store/notices.ts";
import type { Source } from "./source.ts";

/** Notices that were written in the transaction of what they tell of. */
export const outbox: Source = {
  of: "notices",
  promise: "letter",
  isTimed: true,
  hands: 4,
  noticeOf: async ({ item }, { deps }) => {
    const about = readNotice(item);
    if (!("link" in about.facts) || about.facts.link === null) return about;
    return { ...about, facts: { ...about.facts, link: await openLink(about.facts.link, deps) } } as Notice;
  },
  told: ({ key }) => told(key),
  waitAgain: ({ key }, { due, tries }) => waitingAgain(key, "notices", due, tries),
};
