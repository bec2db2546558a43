import { type Language, MEASURE, rowOf } from "../domain/languages.ts";
import { completed, type Partly } from "./fallback.ts";
import { type Formats, formatsOf } from "./format.ts";
import type { pl } from "./pl/index.ts";

/** Every sentence of one language. The Polish catalogue is the measure. */
export type Catalogue = typeof pl;

/** As much of it as somebody wrote; the rest is said in Polish, and marked as Polish. */
type PartOfCatalogue = Partly<Catalogue>;

/** Rooms that staff read, but for a few sentences. A new room is a resident's unless it stands here. */
type OfficeRoom =
  | "acts"
  | "checks"
  | "editions"
  | "actForm"
  | "calendar"
  | "draw"
  | "exclusions"
  | "ballotCheck"
  | "residents"
  | "extension"
  | "forms"
  | "keys"
  | "newEdition"
  | "rollImport"
  | "signOff"
  | "transition"
  | "directory"
  | "officeMeetings"
  | "office"
  | "givenUp"
  | "uploads"
  | "pending"
  | "votingPoints"
  | "retention"
  | "flash"
  | "signals"
  | "voids"
  | "work";

/** All that residents read, and as much of the office's as somebody wrote. */
export type ForResidents = Omit<Catalogue, OfficeRoom | "identity" | "letters"> &
  PartOfCatalogue & {
    readonly identity: Omit<Catalogue["identity"], "office">;
    readonly letters: Pick<Catalogue["letters"], "frame" | "short"> & {
      readonly texts: Omit<Catalogue["letters"]["texts"], `office/${string}`>;
    };
  };

/** Everything a person reads, in one language. */
export interface Words extends Catalogue {
  readonly language: Language;
  readonly format: Formats;
}

/** What is ticked on a list so far. */
export interface Ticked {
  readonly projects: number;
  readonly costGrosze: number;
}

const measure = (): Promise<Catalogue> => import("./pl/index.ts").then(({ pl }) => pl);

/** Where each language stands. What its author left out is said in Polish, whose words are then needed too. */
const WRITTEN: Readonly<
  Partial<
    Record<
      Language,
      { readonly whole: () => Promise<Catalogue> } | { readonly part: () => Promise<PartOfCatalogue> }
    >
  >
> = {
  [MEASURE]: { whole: measure },
  en: { whole: () => import("./en/index.ts").then(({ en }) => en) },
  uk: { part: () => import("./uk/index.ts").then(({ uk }) => uk) },
};

const catalogueOf = async (language: Language): Promise<Catalogue> => {
  const written = WRITTEN[language];
  if (written && "whole" in written) return written.whole();
  return completed<Catalogue>(await measure(), (await written?.part()) ?? {});
};

const made = new Map<Language, Promise<Words>>();

const madeOf = async (language: Language): Promise<Words> => ({
  ...(await catalogueOf(language)),
  language,
  format: formatsOf(rowOf(language).locale),
});

/** The words of a language, read when it is first asked for: a language is a tenth of a function. */
export const wordsOf = (language: Language): Promise<Words> => {
  const words = made.get(language) ?? madeOf(language);
  made.set(language, words);
  return words;
};
