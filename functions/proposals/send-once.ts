import type { Notice } from "../../shared/domain/notice/notice.ts";
import { ok, type Result } from "../../shared/domain/result.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { noticeWrite } from "../../shared/store/notices.ts";

/** Leaves one letter for the consumer. A second press of the same button finds it there: nothing more to do. */
export const sendOnce = async (
  event: string,
  letter: Notice,
  at: Instant,
  { store }: Pick<Deps, "store">,
): Promise<Result<void>> => {
  const outcome = await store.table.write([noticeWrite(event, letter, at)]);
  return !outcome.ok && outcome.refusal.code === "request/changed-since" ? ok(undefined) : outcome;
};
