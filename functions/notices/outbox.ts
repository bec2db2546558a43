import type { Notice } from "../../shared/domain/notice/notice.ts";
import { StoredNotice, waitingAgain } from "../../shared/store/notices.ts";
import type { Source } from "./source.ts";

/** Notices that were written in the transaction of what they tell of. Their facts are as their kind had them when they were written. */
export const outbox: Source = {
  of: "notices",
  isTimed: true,
  hands: 4,
  noticeOf: async ({ item }) => StoredNotice.parse(item) as Notice,
  waitAgain: ({ key }, { due, tries }) => waitingAgain(key, "notices", due, tries),
};
