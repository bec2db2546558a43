import { soughtWords } from "./sought.ts";
import { termsOfWord, type wantedIn } from "./terms.ts";

/** Whether a text has every word that is looked for, in whatever form it stands there. */
export const isWithin = (text: string, wanted: ReturnType<typeof wantedIn>): boolean => {
  const words = soughtWords(text);
  const terms = new Set(words.flatMap(termsOfWord));
  return wanted.every(
    ({ terms: any, beginning }) =>
      any.some((one) => terms.has(one)) ||
      (beginning !== undefined && words.some((word) => word.startsWith(beginning))),
  );
};
