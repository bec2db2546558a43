import type { OutboxLane } from "../../shared/domain/notice/lanes.ts";
import { type Notice, readNotice } from "../../shared/domain/notice/notice.ts";
import { instant } from "../../shared/domain/time.ts";
import { openLink } from "../../shared/platform/kept-link.ts";
import { told, WAITING_IN, waitingAgain } from "../../shared/store/notices.ts";
import type { Source } from "./source.ts";

/** Notices that were written in the transaction of what they tell of, in a lane each. */
export const outboxOf = (lane: OutboxLane): Source => ({
  of: WAITING_IN[lane],
  promise: "letter",
  isTimed: true,
  isHeld: true,
  lane,
  noticeOf: async ({ item }, { deps }) => {
    const about = readNotice(item);
    if (!("link" in about.facts) || about.facts.link === null) return about;
    const { link, code } = about.facts as { readonly link: string; readonly code?: string };
    const facts = { ...about.facts, link: await openLink(link, deps) };
    return {
      ...about,
      facts: code === undefined ? facts : { ...facts, code: await openLink(code, deps) },
    } as Notice;
  },
  keptUntil: ({ item }) => instant(Number(item.expiresAtSeconds) * 1000),
  told: ({ key }) => told(key),
  waitAgain: ({ key }, { due, tries }) => waitingAgain(key, WAITING_IN[lane], due, tries),
});
