import { readNotice } from "../../shared/domain/notice/notice.ts";
import { told, waitingAgain } from "../../shared/store/notices.ts";
import type { Source } from "./source.ts";

/** Notices that were written in the transaction of what they tell of. */
export const outbox: Source = {
  of: "notices",
  isTimed: true,
  hands: 4,
  noticeOf: async ({ item }) => readNotice(item),
  told: ({ key }) => told(key),
  waitAgain: ({ key }, { due, tries }) => waitingAgain(key, "notices", due, tries),
};
