import { signupKeysOf } from "../../acts/signup-keys.ts";
import { pathTo } from "../../domain/addresses.ts";
import { type Language, prefixOf, spokenOr } from "../../domain/languages.ts";
import { letterFacts, type MeetingLetterFacts } from "../../domain/meeting/letter-facts.ts";
import { confirmableUntil, type Meeting, offerUntil, whenAndWhere } from "../../domain/meeting/meeting.ts";
import type { PlaceOnRoster } from "../../domain/meeting/roster.ts";
import type { NewSignup, Signup } from "../../domain/meeting/signup.ts";
import { type Notice, notice } from "../../domain/notice/notice.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import type { Attributes } from "../../store/write.ts";
import { wordsIn } from "./pages.ts";
import { callWaits, clockWaits } from "./work.ts";

const mailed = ({ email }: Signup, letter: (to: string) => Notice): Notice | undefined =>
  email === undefined ? undefined : letter(email);

/** What people of a meeting are told, each in the language in which they signed up. */
export const lettersOf = async (
  meeting: Meeting,
  deps: Pick<Deps, "vault" | "site" | "tokens" | "system">,
) => {
  const { vault, site, tokens, system } = deps;
  const [keys, kept] = await Promise.all([signupKeysOf(vault), linkKeeper(deps)]);
  const facts = (seats: number, language: Language, link: string): MeetingLetterFacts => {
    const siteUrl = `${site.url}${prefixOf(spokenOr(language, site.city.languages))}`;
    return letterFacts(meeting, { seats }, { siteUrl, link: kept(link) });
  };
  const factsFor = ({ id, seats, language }: Signup): MeetingLetterFacts =>
    facts(seats, language, keys.linkOf(meeting.id, id));
  return {
    /** The link by which whoever has this address confirms what was asked for. */
    confirm: async (
      asked: NewSignup,
      { at, language }: { at: Instant; language: Language },
    ): Promise<Notice> => {
      const until = confirmableUntil(meeting, at);
      const token = await tokens.seal("signup", { meetingId: meeting.id, signup: asked }, until);
      const link = pathTo("signupConfirmation", { token });
      return notice("meeting/confirm", asked.email, language, {
        ...facts(asked.seats, language, link),
        until,
      });
    },
    /** A new place, or the same told again. */
    held: (
      signup: Signup,
      { place, position }: Pick<PlaceOnRoster, "place" | "position">,
    ): Notice | undefined =>
      mailed(signup, (to) =>
        notice(place === "seat" ? "meeting/seat" : "meeting/waiting", to, signup.language, {
          ...factsFor(signup),
          signupId: signup.id,
          position,
        }),
      ),
    movedUp: (signup: Signup): Notice | undefined =>
      mailed(signup, (to) => notice("meeting/moved-up", to, signup.language, factsFor(signup))),
    /** Places that are theirs if they accept them in time. */
    offerUntil: offerUntil(meeting, system.now()),
    offered: (signup: Signup, until: Instant): Notice | undefined =>
      mailed(signup, (to) =>
        notice("subject/decision", to, signup.language, {
          letter: wordsIn(signup.language).letters.offered(meeting, signup.seats, until),
          link: kept(keys.linkOf(meeting.id, signup.id)),
        }),
      ),
    lapsed: (signup: Signup): Notice | undefined =>
      mailed(signup, (to) =>
        notice("subject/decision", to, signup.language, {
          letter: wordsIn(signup.language).letters.lapsed(meeting),
          link: pathTo("meeting", { meetingId: meeting.id }),
        }),
      ),
    /** The roster is the clock's work from then on. */
    lapses: (dueAt: Instant): Attributes => clockWaits(meeting, dueAt, site),
    /** What has become of the meeting since the person signed up. */
    news: (signup: Signup): Notice | undefined => {
      const { state, cancelReason = "", announcement } = meeting;
      const facts = factsFor(signup);
      return mailed(signup, (to) =>
        state === "cancelled"
          ? notice("meeting/cancelled", to, signup.language, { ...facts, reason: cancelReason })
          : notice("meeting/changed", to, signup.language, {
              ...facts,
              before: announcement?.before ?? whenAndWhere(meeting),
            }),
      );
    },
    /** Whoever has no mailbox is called instead: work of the desk, on the sign-up itself. */
    call: (signup: Signup): Attributes => callWaits(signup, meeting, { at: system.now(), site }),
  };
};
