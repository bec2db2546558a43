/** Words that one person writes and another leaves out, and those that everybody shortens in a way of their own. */
const STREET = /^(?:ul|ulica)$/;
const SHORT: Readonly<Record<string, string>> = { aleja: "al", aleje: "al", plac: "pl", osiedle: "os" };
const FLAT = /^(?:m|lok|lokal|mieszkanie)$/;

/** An address of street, house and flat as the roll and a person may both write it: `ul. Mariacka 5 m. 7` and `Mariacka 5/7` are one. */
export const foldedAddress = (address: string): string =>
  address
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "" && !STREET.test(word) && !FLAT.test(word))
    .map((word) => SHORT[word] ?? word)
    .join(" ");
