import { rowOf, type Spoken } from "../domain/languages.ts";

const OFFICE = /^\/urzad(?:\/|$)/;

/** The languages in which a page is written: the office's are not in each that the site speaks. */
export const languagesAt = (path: string, spoken: Spoken): Spoken =>
  OFFICE.test(path) ? spoken.filter((language) => rowOf(language).office) : spoken;
