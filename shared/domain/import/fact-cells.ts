import { COUNTRIES, countryOf } from "../countries.ts";
import { folded } from "../folded.ts";
import { ofOneAlphabet } from "../text/look-alikes.ts";
import type { DocumentKind } from "../voting/document.ts";
import { FACTS, type Fact } from "../voting/facts.ts";
import { type Cell, numberCell, type Problem, peselCell, plainCell, plainWord } from "./cells.ts";
import type { Note } from "./kind.ts";

/** What registers call a column, by its name here. */
export const CALLED: Readonly<Record<string, readonly string[]>> = {
  pesel: ["nr pesel", "numer pesel", "pesel nr"],
  mothers_maiden_name: [
    "nazwisko rodowe matki",
    "nazwisko panieńskie matki",
    "nazwisko matki",
    "mother's maiden name",
  ],
  first_name: ["imię", "imiona", "pierwsze imię"],
  surname: ["nazwisko"],
  address: ["adres", "adres zamieszkania", "adres zameldowania"],
  street: ["ulica"],
  house: ["dom", "nr domu", "numer domu"],
  flat: ["lokal", "mieszkanie", "nr lokalu", "numer lokalu", "nr mieszkania", "numer mieszkania"],
  document_country: ["kraj dokumentu", "kraj wydania dokumentu"],
  document_kind: ["rodzaj dokumentu"],
  document_number: ["nr dokumentu", "numer dokumentu"],
  birth_date: ["data urodzenia", "data ur"],
  pesel_last_4: ["ostatnie cztery cyfry pesel", "ostatnie 4 cyfry pesel"],
};

/** What offices call the kinds of documents. */
const DOCUMENT_KINDS: Readonly<Record<string, DocumentKind>> = {
  paszport: "passport",
  "karta pobytu": "residence-card",
  "residence card": "residence-card",
  dowod: "id-card",
  "dowod osobisty": "id-card",
  "id card": "id-card",
};

/** In which languages registers name countries. */
const OF_REGISTERS = ["pl", "en", "uk", "de"];

let names: ReadonlyMap<string, string> | undefined;

/** A country by its name: the list is put together when the first asks. */
const countryNamed = (name: string): string | undefined => {
  names ??= new Map(
    OF_REGISTERS.flatMap((language) => {
      const called = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
      return COUNTRIES.map((code) => [plainWord(called.of(code) ?? code), code] as const);
    }),
  );
  return names.get(plainWord(name));
};

/** What a register, or the program that wrote it, has where it knows nothing: whoever typed this would prove nothing. */
const NOTHING = new Set(
  [
    "nn",
    "nd",
    "bd",
    "brak",
    "brak danych",
    "brak nazwiska",
    "brak wpisu",
    "nie dotyczy",
    "nie podano",
    "nie ustalono",
    "null",
    "none",
    "undefined",
    "unknown",
  ].map(plainWord),
);
const UNKNOWN =
  /^(?:dane|nazwisko)?(?:nieznan|nieustalon|niewiadom|nieokreslon)[aey](?:dane|nazwisko)?$|^x+$/;

/** Whether a cell is empty in so many words. */
const saysNothing = (text: string): boolean => {
  const word = plainWord(text);
  return word === "" || NOTHING.has(word) || UNKNOWN.test(word);
};

/** The columns of a fact: its own, or those of its parts where it has no other, or a file may have both. */
export const columnsOfFact = (fact: Fact): string[] => {
  const { column, parts } = FACTS[fact];
  return [...(column in CALLED ? [column] : []), ...Object.values(parts ?? {})];
};

/** Columns whose numbers a spreadsheet takes for its own. */
const NUMBERS = new Set<string>([
  ...["house", "flat", "number"].flatMap((part) =>
    [FACTS.address, FACTS.document].flatMap(({ parts }) => parts?.[part] ?? []),
  ),
  FACTS.peselLast4.column,
]);

/** The last digits of a number that begin with zeros are a smaller number to a spreadsheet. */
const LAST_DIGITS = 4;

const cellOf = (column: string, cells: Readonly<Record<string, string>>): Cell => {
  const cell = cells[column] ?? "";
  if (!NUMBERS.has(column)) return plainCell(cell);
  const read = numberCell(cell);
  return column === FACTS.peselLast4.column && "text" in read && /^\d{1,3}$/.test(read.text)
    ? { text: read.text.padStart(LAST_DIGITS, "0"), repair: "leading-zero" }
    : read;
};

type ReadFact = { readonly text: string; readonly note?: Note } | Problem | "absent";

/** A document's kind and country as they are called here. */
const inOurWords = ({ kind, country, ...rest }: Record<string, string>): Record<string, string> => ({
  ...rest,
  ...(kind && { kind: DOCUMENT_KINDS[folded(kind)] ?? kind }),
  ...(country && { country: countryOf(country) ?? countryNamed(country) ?? country }),
});

/** A fact of a row; absent where there is nothing, or a word that says nothing. */
export const readFact = (fact: Fact, cells: Readonly<Record<string, string>>): ReadFact => {
  const { column, parts, schema, problem } = FACTS[fact];
  const said = (name: string): boolean => !saysNothing(plainCell(cells[name] ?? "").text);
  if (fact === "pesel") {
    if (!said(column)) return "absent";
    const pesel = peselCell(cells[column] ?? "");
    if ("problem" in pesel) return pesel.problem;
    return { text: pesel.text, ...(pesel.repair && { note: { column, says: pesel.repair } }) };
  }
  const apart = Object.entries(parts ?? {}).filter(([, name]) => said(name));
  if (apart.length === 0 && !said(column)) return "absent";
  const typed: Record<string, string> = {};
  let note: Note | undefined;
  for (const [part, name] of apart.length > 0 ? apart : [["", column] as const]) {
    const read = cellOf(name, cells);
    if ("problem" in read) return read.problem;
    typed[part] = ofOneAlphabet(read.text.trim());
    const says = typed[part] === read.text.trim() ? read.repair : "alphabet";
    if (says) note ??= { column: name, says };
  }
  const { data } = schema.safeParse(apart.length > 0 ? inOurWords(typed) : typed[""]);
  return data === undefined ? problem : { text: data, ...(note && { note }) };
};
