import { folded } from "../folded.ts";
import { readMoney } from "../text/money.ts";
import { trimmed, trimmedOf } from "../trimmed.ts";
import { exactGrosze } from "./money.ts";

/** Members of a list, without brackets around it and quotes around them. */
export const membersOf = (text: string): string[] =>
  text
    .replace(/^\s*[[({](.*)[\])}]\s*$/s, "$1")
    .split(",")
    .map((member) => trimmedOf(member, (character) => /[\s"']/.test(character)))
    .filter((member) => member !== "");

/** Letters of all cases and marks are one, and `&amp;` is `&`, as some files have it in some rows. */
export const nameKey = (name: string): string => folded(name.replaceAll("&amp;", "&"));

/**
 * The value of each part by its name: `sport: 100, art: 50` says so itself, a list stands in the order of the declared names, and one value is
 * for every part. The sentence says why it cannot be read.
 */
export const valuesOf = (
  text: string,
  {
    isCount,
    declared,
    used,
  }: { readonly isCount: boolean; readonly declared: readonly string[]; readonly used: readonly string[] },
): ReadonlyMap<string, number> | string => {
  const members = membersOf(text);
  const pairs = members.map((member) => /^(.*\S)\s*[:=]\s*(\S.*)$/.exec(member));
  const names = declared.length > 0 ? declared : used;
  const isNamed = pairs.some((pair) => pair !== null);
  const written = isNamed ? pairs.map((pair) => pair?.[2] ?? "") : members;
  const values = written.map((one) => oneValue(one, isCount));
  const stranger = values.indexOf(null);
  if (stranger >= 0) return `"${members[stranger]}" is no ${isCount ? "number" : "amount of money"}`;
  if (names.length === 0) return "neither META nor the projects name the parts it is for";
  if (isNamed) {
    const known = new Set([...declared, ...used].map(nameKey));
    const named = pairs.map((pair) => trimmed(pair?.[1] ?? "", `"'`));
    const unknown = named.find((name) => !known.has(nameKey(name)));
    if (unknown !== undefined) return `"${unknown}" is none of the parts`;
    return new Map(named.map((name, at) => [nameKey(name), values[at] as number]));
  }
  if (values.length === 1) return new Map(names.map((name) => [nameKey(name), values[0] as number]));
  if (declared.length === 0) return "META does not say in which order its values stand";
  if (values.length !== declared.length)
    return `it has ${values.length} values, and META names ${declared.length}`;
  return new Map(declared.map((name, at) => [nameKey(name), values[at] as number]));
};

const oneValue = (text: string, isCount: boolean): number | null => {
  if (isCount) return /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : null;
  const exact = exactGrosze(text);
  if (exact !== null) return exact;
  const read = readMoney(text);
  return "value" in read ? read.value : null;
};
