import { signupKeysOf } from "../../shared/acts/signup-keys.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { type Language, prefixOf, spokenOr } from "../../shared/domain/languages.ts";
import { letterFacts, type MeetingLetterFacts } from "../../shared/domain/meeting/letter-facts.ts";
import { confirmableUntil, type Meeting, whenAndWhere } from "../../shared/domain/meeting/meeting.ts";
import type { PlaceOnRoster } from "../../shared/domain/meeting/roster.ts";
import type { NewSignup, Signup } from "../../shared/domain/meeting/signup.ts";
import { type Notice, notice } from "../../shared/domain/notice/notice.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { linkKeeper } from "../../shared/platform/kept-link.ts";

/** What people of a meeting are told, each in the language in which they signed up. */
export const lettersOf = async (
  meeting: Meeting,
  deps: Pick<Deps, "vault" | "site" | "tokens" | "system">,
) => {
  const { vault, site, tokens } = deps;
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
    held: (signup: Signup, { place, position }: Pick<PlaceOnRoster, "place" | "position">): Notice =>
      notice(place === "seat" ? "meeting/seat" : "meeting/waiting", signup.email, signup.language, {
        ...factsFor(signup),
        signupId: signup.id,
        position,
      }),
    movedUp: (signup: Signup): Notice =>
      notice("meeting/moved-up", signup.email, signup.language, factsFor(signup)),
    /** What has become of the meeting since the person signed up. */
    news: (signup: Signup): Notice => {
      const { state, cancelReason = "", announcement } = meeting;
      const facts = factsFor(signup);
      return state === "cancelled"
        ? notice("meeting/cancelled", signup.email, signup.language, { ...facts, reason: cancelReason })
        : notice("meeting/changed", signup.email, signup.language, {
            ...facts,
            before: announcement?.before ?? whenAndWhere(meeting),
          });
    },
  };
};
