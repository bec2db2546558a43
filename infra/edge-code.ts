import { readFileSync } from "node:fs";
import { prefixOf, type Spoken } from "../shared/domain/languages.ts";

const EDGE_FUNCTION = new URL("../functions/edge/language.js", import.meta.url);

/** Where the site speaks Polish alone. */
const NONE = "(?!)";

/** What runs at the edge of a site, with the codes of its languages in it. */
export const edgeCode = (spoken: Spoken): string => {
  const codes = spoken.filter((language) => prefixOf(language) !== "").join("|");
  return readFileSync(EDGE_FUNCTION, "utf8").replace("(CODES)", `(${codes || NONE})`);
};
