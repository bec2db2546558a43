/** Letters of other alphabets, each in the place of the Latin one that it is taken for. */
const TWINS = [
  ["асеіјорѕхуАВСЕНІЈКМОРЅТХУ", "aceijopsxyABCEHIJKMOPSTXY"],
  ["ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX"],
] as const;

const ALPHABETS = [/^\p{Script=Latin}$/u, /^\p{Script=Cyrillic}$/u, /^\p{Script=Greek}$/u];

/** Letters of few languages, which nobody has meant who typed a Latin one. */
const RARE = "ѕјЅЈ";

/** A letter and what may have been meant by it. */
const MEANT = new Map<string, string[]>();
for (const [theirs, latin] of TWINS)
  for (const [n, letter] of [...theirs].entries()) {
    const twin = latin[n] ?? "";
    MEANT.set(letter, [letter, twin]);
    if (!RARE.includes(letter)) MEANT.set(twin, [...(MEANT.get(twin) ?? [twin]), letter]);
  }

const spelledIn = (alphabet: RegExp, word: string): string | undefined => {
  let spelled = "";
  for (const letter of word) {
    const own = /\p{M}/u.test(letter)
      ? letter
      : (MEANT.get(letter) ?? [letter]).find((one) => alphabet.test(one));
    if (own === undefined) return undefined;
    spelled += own;
  }
  return spelled;
};

const wordOfOne = (word: string): string => {
  const used = ALPHABETS.filter((alphabet) => [...word].some((letter) => alphabet.test(letter)));
  if (used.length < 2) return word;
  const [one, ...others] = used.flatMap((alphabet) => spelledIn(alphabet, word) ?? []);
  return one !== undefined && others.length === 0 ? one : word;
};

/** A text whose words are of one alphabet each, where letters of another only look like theirs and one alphabet alone can be meant: `Nоwak`. */
export const ofOneAlphabet = (text: string): string => text.replace(/[\p{L}\p{M}]+/gu, wordOfOne);
