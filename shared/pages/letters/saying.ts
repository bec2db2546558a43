import type { City } from "../../domain/city.ts";
import type { Saying } from "../../domain/meeting/ics.ts";
import type { Words } from "../../words/words.ts";

/** What calendars say beside what is in them: whose they are, and what is called off. */
export const sayingOf = (
  { feeds }: Pick<Words, "feeds">,
  { city, contactAddress }: { readonly city: City; readonly contactAddress: string },
): Required<Saying> => ({
  organizer: { name: city.office, email: contactAddress },
  cancelled: feeds.cancelled,
});
