import { type Language, MEASURE } from "../languages.ts";
import type { Project } from "../project/project.ts";
import { spelledWords } from "../text/words.ts";
import { polishStems } from "./polish.ts";
import { lookedUp, soughtWords } from "./sought.ts";

/** Where in a project a word stands, the weightiest first: its number or title, its place, all else that it says. */
export const KINDS = ["a", "b", "c"] as const;
export type Kind = (typeof KINDS)[number];

/** Longer than any word; what somebody typed without a space is found by its beginning. */
const LETTERS = 40;

const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);

/** What a word is found by: its Polish stems, or itself where it is not written in Polish letters. */
export const termsOfWord = (word: string): string[] =>
  (isCyrillic(word) ? [word] : polishStems(word)).map((term) => term.slice(0, LETTERS));

/** A fact of a project as a term that no word can be. */
export const statusTerm = (status: string): string => `status=${status}`;
export const categoryTerm = (category: string): string => `category=${category}`;

type Searched = Pick<Project, "number" | "title" | "place" | "description" | "category" | "details">;

/** What a project says at length: its description, and what else its edition's form asked for. */
const bodyOf = ({ description, details = {} }: Pick<Searched, "description" | "details">): string => {
  const { summary, why, forWhom, access, costLines = [] } = details;
  const texts = [description, summary, why, forWhom, access, ...costLines.map(({ name }) => name)];
  return texts.filter((text) => text !== undefined).join(" ");
};

/** What a project is found by for as long as it is there: each term where it weighs most. */
export const termsOf = ({
  number,
  title,
  place = "",
  category,
  ...body
}: Searched): ReadonlyMap<string, Kind> => {
  const terms = new Map<string, Kind>(category === undefined ? [] : [[categoryTerm(category), "a"]]);
  for (const [kind, text] of [
    ["a", `${number} ${title}`],
    ["b", place],
    ["c", bodyOf(body)],
  ] as const)
    for (const word of soughtWords(text))
      for (const term of termsOfWord(word)) if (!terms.has(term)) terms.set(term, kind);
  return terms;
};

/** The words of a project as they are looked up, each with how somebody wrote it. */
export const wordsOf = ({ title, place = "", ...body }: Searched): ReadonlyMap<string, string> => {
  const text = `${title} ${place} ${bodyOf(body)}`;
  const known = new Set(soughtWords(text));
  const words = new Map<string, string>();
  for (const spelled of spelledWords(text)) {
    const word = lookedUp(spelled);
    if (known.has(word) && /^\p{L}{3}/u.test(word) && !words.has(word))
      words.set(word.slice(0, LETTERS), spelled.toLowerCase().slice(0, LETTERS));
  }
  return words;
};

const UKRAINIAN = new RegExp(
  `(${lookedUp("ами|ями|ого|ому|ими|ах|ях|ів|ою|ею|их|им|ом|ем|ам|ям|а|я|у|ю|і|и|е|о|ь|й")})$`,
  "u",
);
const ENGLISH = /(ies|es|s|y)$/;
const SHORTEST = 3;

/** The beginning that a word of another language shares with its forms; undefined where it is too short to tell. */
const beginningOf = (word: string, language: Language): string | undefined => {
  if (!isCyrillic(word) && language === MEASURE) return undefined;
  const cut = word.replace(isCyrillic(word) ? UKRAINIAN : ENGLISH, "");
  const beginning = cut.length >= SHORTEST ? cut : word;
  return beginning.length >= SHORTEST && /^\p{L}+$/u.test(beginning) ? beginning : undefined;
};

/** A word that is looked for: by these terms, and by whatever begins so. */
interface Wanted {
  readonly word: string;
  readonly terms: readonly string[];
  readonly beginning?: string | undefined;
}

export const wantedIn = (q: string, language: Language): Wanted[] =>
  soughtWords(q).map((word) => ({
    word,
    terms: termsOfWord(word),
    beginning: beginningOf(word, language),
  }));
