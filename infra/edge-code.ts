import { readFileSync } from "node:fs";
import { LANGUAGES, prefixOf } from "../shared/domain/languages.ts";

const EDGE_FUNCTION = new URL("../functions/edge/language.js", import.meta.url);

/** What runs at the edge, with the codes of the languages in it. */
export const edgeCode = (): string =>
  readFileSync(EDGE_FUNCTION, "utf8").replace(
    "(CODES)",
    `(${LANGUAGES.filter((language) => prefixOf(language) !== "").join("|")})`,
  );
