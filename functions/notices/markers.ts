import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import { VoteId } from "../../shared/domain/ids.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { plusDays, startOfDay } from "../../shared/domain/time.ts";
import { contactDays } from "../../shared/domain/voting/identity-policy.ts";
import { Marker } from "../../shared/store/ballots.ts";
import { partsOf } from "../../shared/store/keys.ts";
import { noticeWrite, waitingAgain } from "../../shared/store/notices.ts";
import type { Source } from "./source.ts";

/** Markers whose voter is not yet told that the ballot is recorded. Where to tell is kept beside them until then, and taken here. */
export const markers: Source = {
  of: "markers",
  promise: "letter",
  isTimed: false,
  hands: 4,
  noticeOf: async ({ key }, { deps: { store }, cycle }) => {
    const [id, voterKey = ""] = partsOf(key);
    const { id: cycleId, edition, calendar } = await cycle(VoteId.parse(id));
    const contact = await store.voterSessions.takeContact(cycleId, voterKey);
    const resultsBy = entryOf(calendar, "results")?.startsAt ?? null;
    return contact
      ? notice("voting/recorded", contact.contact, contact.language, { edition, resultsBy })
      : null;
  },
  /**
   * No time may stand on a marker, not even that of a letter: what is put off goes on as a notice of the outbox. The policy says for how long
   * after the vote that address is kept, and with it the letter.
   */
  waitAgain: async ({ key, item }, { about, due, tries }, { cycle }) => {
    if (!about) return waitingAgain(key, "markers", String(item.keyHash), tries);
    const { ruleSet } = await cycle(VoteId.parse(partsOf(key)[0]));
    const { day } = Marker.pick({ day: true }).parse(item);
    const keptUntil = startOfDay(plusDays(day, contactDays(ruleSet.identity, about.to)));
    return noticeWrite(`recorded/${partsOf(key).join("/")}`, about, due, { keptUntil });
  },
};
