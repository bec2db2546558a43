import type { LocalDate } from "../domain/time.ts";

/** What the pages say about the city and its office. An operator checks each line before the site opens. */
export interface City {
  readonly name: string;
  readonly office: string;
  readonly unit: string;
  readonly address: string;
  readonly phone: string;
  readonly privacyOfficer: string;
  readonly website: string;
  /** Dates of the accessibility statement; the law wants a review by 31 March of each year. */
  readonly statement: {
    readonly published: LocalDate;
    readonly updated: LocalDate;
    readonly made: LocalDate;
    readonly reviewed: LocalDate;
  };
}

const katowice: City = {
  name: "Katowice",
  office: "Urząd Miasta Katowice",
  unit: "Wydział Komunikacji Społecznej",
  address: "ul. Młyńska 4, 40-098 Katowice",
  phone: "32 259 31 44",
  privacyOfficer: "iod@katowice.eu",
  website: "https://www.katowice.eu",
  statement: { published: "2026-11-24", updated: "2026-11-24", made: "2026-11-24", reviewed: "2026-11-24" },
};

const cities: Readonly<Record<string, City>> = { katowice };

/** The facts of a city profile; a city without its own page of facts stands with those that Rynek ships with. */
export const cityOf = (profile: string): City => cities[profile] ?? katowice;
