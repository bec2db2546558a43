/**
 * What a Polish word may be a form of, as stems by which its other forms are found. Two words meet where they share a stem. Everything is
 * without diacritics, since many type without them: ó and o, ł and l are one by that. An ending often leaves it open what the word was (`place`
 * of plac, `bibliotece` of biblioteka): then it has a stem for each.
 */

/** Endings of nouns and adjectives, the longest first. */
const ENDINGS = [
  ..."iego iemu iami iach imi ymi ego emu ami ach iej ich ych iom iem owi ow ej ym im em om um ie ia io iu mi a e i o u y".split(
    " ",
  ),
];

/** What a consonant is before an ending that softens it, by endings: `mosc-ie` of most, `drodz-e` of droga. */
const SOFTENED: readonly (readonly [endings: RegExp, soft: RegExp, hard: string])[] = [
  [/^(ie|i)$/, /sc$/, "st"],
  [/^(ie|i)$/, /zdz$/, "zd"],
  [/^(ie|i)$/, /(?<!s)c$/, "t"],
  [/^(ie|i)$/, /(?<!z)dz$/, "d"],
  [/^[ey]$/, /(?<!miejs)c$/, "k"],
  [/^[ey]$/, /dz$/, "g"],
  [/^[ey]$/, /rz$/, "r"],
  [/^e$/, /sz$/, "ch"],
];

/** Stems whose vowel changes, and short words whose forms nothing tells. */
const ODD = new Map(
  Object.entries({
    las: "lesie",
    miast: "miescie",
    swiat: "swiecie",
    kwiat: "kwiecie",
    gniazd: "gniezdzie",
    gwiazd: "gwiezdzie",
    wiar: "wierze",
    miar: "mierze",
    swiatl: "swietle",
    cial: "ciele",
    kosciol: "kosciele kosciola",
    sasiad: "sasiedzi",
    obiad: "obiedzie",
    jazd: "jezdzie",
    dab: "deby debow debu debem debie",
    zab: "zeby zebow zeba",
    krag: "kregu kregi kregow kregiem kregach",
    galez: "galaz",
    miesiec: "miesiac miesiaca miesiacu",
    tysiec: "tysiac tysiaca tysiace tysiacu",
    rek: "rak",
    ps: "pies psa psu psem psy psow psom psami psach psie",
    gr: "gra gry gre grze gier grom grami grach",
    dn: "dzien dnia dniu dniem dni dniom dniami dniach",
    wies: "wsi wsie wsia wsiach",
    tygodn: "tydzien",
    uczn: "uczen",
    dziec: "dziecko dziecka dziecku dzieckiem",
    oc: "oko oka oku okiem oczy oczu oczami",
    ul: "ule uli ulom ulami ulach",
    basen: "basen",
    kolej: "kolej",
    olej: "olej",
    klej: "klej",
  }).flatMap(([stem, forms]) => forms.split(" ").map((form) => [form, stem] as const)),
);

/** Words whose odd form is another word too: they have their own stems beside. */
const ALSO = new Set(["rak"]);

const VOWEL = /[aeiouy]/;

const isStem = (stem: string): boolean => stem.length >= 3 && VOWEL.test(stem) && !/[aeouy]$/.test(stem);

/** Without an ending a word may have an `e` that its other forms lack: ławek of ławka, wieniec of wieńca, okien of okno. */
const withoutE = (word: string): string[] => {
  const [, before, after] = /^(.*[^aeiouy])i?e([kcl]|(?<=(?:i|s|ch)e)n)$/.exec(word) ?? [];
  if (before === undefined || after === undefined || before.length < 2) return [];
  return [`${before.replace(/rz$/, after === "c" ? "r" : "rz")}${after}`];
};

/** The stems of a word without diacritics, the likeliest first. */
export const polishStems = (word: string): string[] => {
  const odd = ODD.get(word);
  if (odd !== undefined && !ALSO.has(word)) return [odd];
  const stems = new Set<string>(odd === undefined ? [] : [odd]);
  const ending = ENDINGS.find((one) => word.endsWith(one) && isStem(word.slice(0, -one.length)));
  if (ending !== undefined) {
    const stem = word.slice(0, -ending.length).replace(/(?<=..)i$/, "");
    stems.add(stem);
    for (const [endings, soft, hard] of SOFTENED)
      if (endings.test(ending) && soft.test(stem)) stems.add(stem.replace(soft, hard));
  }
  if (!VOWEL.test(word.at(-1) ?? "")) {
    stems.add(word);
    for (const stem of withoutE(word)) stems.add(stem);
  }
  // muzea of muzeum, licea of liceum.
  const [, before] = /^(.{2,}e)(um|a|ow|om|ami|ach)$/.exec(word) ?? [];
  if (before !== undefined) stems.add(before);
  // alei of aleja, kolei of kolej.
  if (/[aeou]i$/.test(word) && word.length > 3) stems.add(`${word.slice(0, -1)}j`);
  return stems.size > 0 ? [...stems] : [word];
};
