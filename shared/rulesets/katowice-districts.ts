import type { RuleSetPool } from "../domain/rule-set.ts";

/** The 22 auxiliary units in the city's own numbering, unchanged since the first edition of 2014. */
const DISTRICTS = [
  "Śródmieście",
  "Załęska Hałda - Brynów Część Zachodnia",
  "Zawodzie",
  "Osiedle Paderewskiego - Muchowiec",
  "Brynów Część Wschodnia - Osiedle Zgrzebnioka",
  "Ligota - Panewniki",
  "Załęże",
  "Osiedle Witosa",
  "Osiedle Tysiąclecia",
  "Dąb",
  "Wełnowiec - Józefowiec",
  "Koszutka",
  "Bogucice",
  "Dąbrówka Mała",
  "Szopienice - Burowiec",
  "Janów - Nikiszowiec",
  "Giszowiec",
  "Murcki",
  "Piotrowice - Ochojec",
  "Zarzecze",
  "Kostuchna",
  "Podlesie",
];

export const KATOWICE_POOLS: RuleSetPool[] = [
  { id: "M", kind: "citywide", name: { pl: "Ogólnomiejskie", en: "Citywide", uk: "Загальноміські" } },
  ...DISTRICTS.map((name, index): RuleSetPool => {
    return { id: `L${index + 1}`, kind: "district", name: { pl: name, en: name } };
  }),
];
