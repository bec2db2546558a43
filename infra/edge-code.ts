import { readFileSync } from "node:fs";
import { prefixOf, type Spoken } from "../shared/domain/languages.ts";

const EDGE_FUNCTION = new URL("../functions/edge/request.js", import.meta.url);
/** What public pages and lists ask for in their queries; `npm run openapi` writes it from their schemas. */
export const QUERIES = new URL("../functions/edge/queries.json", import.meta.url);

/** Where the site speaks Polish alone. */
const NONE = "(?!)";

/** What runs at the edge of a site, with the codes of its languages and the names of its queries in it. */
export const edgeCode = (spoken: Spoken): string => {
  const codes = spoken.filter((language) => prefixOf(language) !== "").join("|");
  const names = JSON.parse(readFileSync(QUERIES, "utf8")) as string[];
  return readFileSync(EDGE_FUNCTION, "utf8")
    .replace("(CODES)", `(${codes || NONE})`)
    .replace("(?:QUERIES)", `(?:${names.join("|")})`);
};
