import type { Localised } from "../domain/localised.ts";
import type { LocalDate } from "../domain/time.ts";

/** What the pages say about the city and its office. An operator checks each line before the site opens. */
export interface City {
  readonly name: string;
  readonly office: string;
  readonly unit: string;
  readonly address: string;
  readonly phone: string;
  /** When somebody answers the phone. */
  readonly hours: Localised;
  /** Who decides about personal data (art. 4(7) GDPR). */
  readonly controller: Localised;
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
  hours: {
    pl: "poniedziałek–środa i piątek 7:30–15:30, czwartek 7:30–17:00",
    en: "Monday–Wednesday and Friday 7:30–15:30, Thursday 7:30–17:00",
    uk: "понеділок–середа та пʼятниця 7:30–15:30, четвер 7:30–17:00",
  },
  controller: {
    pl: "Prezydent Miasta Katowice, ul. Młyńska 4, 40-098 Katowice",
    en: "Mayor of the City of Katowice, ul. Młyńska 4, 40-098 Katowice",
    uk: "Президент міста Катовіце, ul. Młyńska 4, 40-098 Katowice",
  },
  privacyOfficer: "iod@katowice.eu",
  website: "https://www.katowice.eu",
  statement: { published: "2026-11-24", updated: "2026-11-24", made: "2026-11-24", reviewed: "2026-11-24" },
};

const cities: Readonly<Record<string, City>> = { katowice };

/** The facts of a city profile; a city without its own page of facts stands with those that Rynek ships with. */
export const cityOf = (profile: string): City => cities[profile] ?? katowice;
