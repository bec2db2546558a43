import { prefixOf, spokenOr } from "../../shared/domain/languages.ts";
import { letterFacts, type MeetingLetterFacts } from "../../shared/domain/meeting/letter-facts.ts";
import { type Meeting, whenAndWhere } from "../../shared/domain/meeting/meeting.ts";
import type { Signup } from "../../shared/domain/meeting/signup.ts";
import { type Notice, notice } from "../../shared/domain/notice/notice.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { signupKeysOf } from "./signup-keys.ts";

/** What people of a meeting are told, each in the language in which they signed up. */
export const lettersOf = async (meeting: Meeting, { vault, site }: Pick<Deps, "vault" | "site">) => {
  const keys = await signupKeysOf(vault);
  const factsFor = ({ id, seats, language }: Signup): MeetingLetterFacts =>
    letterFacts(
      meeting,
      { seats },
      {
        siteUrl: `${site.url}${prefixOf(spokenOr(language, site.city.languages))}`,
        link: keys.linkOf(meeting.id, id),
      },
    );
  return {
    /** A new place, or the same told again. */
    held: (signup: Signup, place: "seat" | "waiting"): Notice =>
      notice(
        place === "seat" ? "meeting/seat" : "meeting/waiting",
        signup.email,
        signup.language,
        factsFor(signup),
      ),
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
