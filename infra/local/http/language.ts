export type Language = "pl" | "en";

/** The first of our languages in `Accept-Language`, by weight; Polish when it names neither. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = Number(parameters.find((each) => each.startsWith("q="))?.slice(2) ?? 1);
      return { language: tag.split("-")[0], weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter(({ language, weight }) => weight > 0 && (language === "pl" || language === "en"))
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === "en" ? "en" : "pl";
};
