import type { Issue } from "../../../shared/domain/refusals.ts";
import { digitsOf } from "../../../shared/domain/text/digits.ts";
import { Datum } from "../../../shared/domain/voting/identity-policy.ts";
import type { Words } from "../../../shared/words/words.ts";

/** What is said of a fact's part, by the name of its field. */
const partOf = ({ identity: { parts } }: Words, field: string) =>
  Object.entries(parts).find(([name]) => name === field)?.[1];

/** What is wrong with what was typed into a form of identity, told by what was typed. */
export const faultWords = (
  issues: readonly Issue[],
  typed: Readonly<Record<string, unknown>>,
  words: Words,
): Record<string, string> => {
  const { data, digits } = words.identity;
  return Object.fromEntries(
    issues.flatMap(({ pointer, rule }): [string, string][] => {
      const field = pointer.slice(1);
      const part = partOf(words, field.replace("/", "-"));
      if (part) {
        const [whole = "", which = ""] = field.split("/");
        const value = (typed[whole] as Readonly<Record<string, unknown>> | undefined)?.[which];
        return [[pointer, String(value ?? "").trim() === "" ? part.missing : words.issues[rule]("")]];
      }
      const name = Datum.safeParse(field).data;
      if (!name) return [];
      const text = String(typed[name] ?? "").trim();
      if (text === "") return [[pointer, data[name].missing]];
      if (rule === "pesel-length") return [[pointer, digits(digitsOf(text).length)]];
      const { wrong } = data[name];
      return wrong === null || rule === "pesel-age" ? [] : [[pointer, wrong]];
    }),
  );
};
