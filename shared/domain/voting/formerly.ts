/**
 * How names and addresses lie in rolls that releases before edition XIII packed: only hashes of them are there, so that who is looked for has to be
 * folded the same way. Goes when no vote has such a roll any more.
 */
const bare = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l");

export const formerlyFoldedName = (name: string): string =>
  bare(name)
    .replace(/[\s'’.\p{Pd}−]+/gu, " ")
    .trim();

const LEFT_OUT = /^(?:ul|ulica|m|lok|lokal|mieszkanie)$/;
const SHORT: Readonly<Record<string, string>> = { aleja: "al", aleje: "al", plac: "pl", osiedle: "os" };

export const formerlyFoldedAddress = (address: string): string =>
  bare(address)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "" && !LEFT_OUT.test(word))
    .map((word) => SHORT[word] ?? word)
    .join(" ");
