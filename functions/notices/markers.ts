import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { partsOf } from "../../shared/store/keys.ts";
import { noticeWrite, waitingAgain } from "../../shared/store/notices.ts";
import type { Source } from "./source.ts";

/** Markers whose voter is not yet told that the ballot is recorded. Where to tell is kept beside them until then, and taken here. */
export const markers: Source = {
  of: "markers",
  isTimed: false,
  hands: 4,
  noticeOf: async ({ key }, { deps: { store }, cycle }) => {
    const [id, voterKey = ""] = partsOf(key);
    const { id: cycleId, edition, calendar } = await cycle(CycleId.parse(id));
    const contact = await store.voterSessions.takeContact(cycleId, voterKey);
    const resultsBy = entryOf(calendar, "results")?.startsAt ?? null;
    return contact
      ? notice("voting/recorded", contact.contact, contact.language, { edition, resultsBy })
      : null;
  },
  /** No time may stand on a marker, not even that of a letter: what is put off goes on as a notice of the outbox. */
  waitAgain: ({ key, item }, about, due, tries) =>
    about
      ? noticeWrite(`recorded/${partsOf(key).join("/")}`, about, due)
      : waitingAgain(key, "markers", String(item.keyHash), tries),
};
