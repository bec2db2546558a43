import type { City } from "../domain/city.ts";
import { MEASURE } from "../domain/languages.ts";
import { checked } from "./checked.ts";
import katowice from "./katowice.json" with { type: "json" };

/** The profiles by the slug of the city: a line each. */
const PROFILES: ReadonlyMap<string, unknown> = new Map(Object.entries({ katowice }));

export const CITY_SLUGS: readonly string[] = [...PROFILES.keys()];

/** The profile of the city of a rule set, which names it as files of past elections do. */
export const cityCalled = (name: string): City | undefined =>
  CITY_SLUGS.map(cityNamed).find((city) => city.name[MEASURE] === name);

/** The city of this stage or start. One without a profile stands nowhere: it would speak in another city's name. */
export const cityNamed = (slug: string): City => {
  const profile = PROFILES.get(slug);
  if (profile === undefined)
    throw new Error(
      `The city "${slug}" has no profile. Write shared/cities/${slug}.json and name it in shared/cities/cities.ts, ` +
        `as docs/guides/add-a-city.md shows; there is ${CITY_SLUGS.join(", ")}.`,
    );
  return checked(profile, slug);
};
