import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import { VoteId } from "../../shared/domain/ids.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { type Instant, plusDays, startOfDay } from "../../shared/domain/time.ts";
import { contactDays } from "../../shared/domain/voting/identity-policy.ts";
import { Marker } from "../../shared/store/ballots.ts";
import { type Key, keys, partsOf } from "../../shared/store/keys.ts";
import { noticeWrite, waitingAgain } from "../../shared/store/notices.ts";
import type { Run } from "./run.ts";
import type { Claimed, Source } from "./source.ts";

/** The notice as which a letter goes on that was put off. */
const eventOf = (key: Key): string => `recorded/${partsOf(key).join("/")}`;

/** The policy says for how long after the vote an address is kept. */
const keptUntil = async ({ key, item }: Claimed, to: string, { cycle }: Run): Promise<Instant> => {
  const { ruleSet } = await cycle(VoteId.parse(partsOf(key)[0]));
  const { day } = Marker.pick({ day: true }).parse(item);
  return startOfDay(plusDays(day, contactDays(ruleSet.identity, to)));
};

/** Markers whose voter is not yet told that the ballot is recorded. Where to tell is kept beside them until then, and taken here. */
export const markers: Source = {
  of: "markers",
  promise: "letter",
  isTimed: false,
  lane: "decisions",
  noticeOf: async ({ key }, { deps: { store }, cycle }) => {
    const [id, voterKey = ""] = partsOf(key);
    const { id: cycleId, edition, calendar } = await cycle(VoteId.parse(id));
    const contact = await store.voterSessions.takeContact(cycleId, voterKey);
    const resultsBy = entryOf(calendar, "results")?.startsAt ?? null;
    return contact
      ? notice("voting/recorded", contact.contact, contact.language, { edition, resultsBy })
      : null;
  },
  waitsAs: (key) => keys.notice(eventOf(key)),
  keptUntil,
  /**
   * No time may stand on a marker, not even that of a letter: what is put off goes on as a notice of the outbox, which is kept as long as its
   * address.
   */
  waitAgain: async (claimed, { about, due, tries }, run) => {
    const { key, item } = claimed;
    if (!about) return waitingAgain(key, "markers", String(item.keyHash), tries);
    const until = await keptUntil(claimed, about.to, run);
    return noticeWrite(eventOf(key), about, due, { keptUntil: until, letterTries: tries });
  },
};
