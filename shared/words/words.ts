import { type Language, MEASURE, rowOf } from "../domain/languages.ts";
import { en } from "./en/index.ts";
import { completed, type Partly } from "./fallback.ts";
import { type Formats, formatsOf } from "./format.ts";
import { pl } from "./pl/index.ts";
import { uk } from "./uk/index.ts";

/** Every sentence of one language. The Polish catalogue is the measure. */
export type Catalogue = typeof pl;

/** As much of it as somebody wrote; the rest is said in Polish, and marked as Polish. */
type PartOfCatalogue = Partly<Catalogue>;

/** Rooms that staff read, but for a few sentences. A new room is a resident's unless it stands here. */
type OfficeRoom =
  | "acts"
  | "checks"
  | "desk"
  | "actForm"
  | "calendar"
  | "draw"
  | "exclusions"
  | "extension"
  | "keys"
  | "newEdition"
  | "rollImport"
  | "signOff"
  | "transition"
  | "directory"
  | "meetingDesk"
  | "office"
  | "givenUp"
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
    readonly identity: Omit<Catalogue["identity"], "desk">;
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

const WRITTEN: Readonly<Partial<Record<Language, PartOfCatalogue>>> = { [MEASURE]: pl, en, uk };

const made = new Map<Language, Words>();

const madeOf = (language: Language): Words => ({
  ...completed<Catalogue>(pl, WRITTEN[language] ?? {}),
  language,
  format: formatsOf(rowOf(language).locale),
});

/** The words of a language, put together when it is first asked for. */
export const wordsOf = (language: Language): Words => {
  const words = made.get(language) ?? madeOf(language);
  made.set(language, words);
  return words;
};
