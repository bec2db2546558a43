import { readFileSync } from "node:fs";
import { prefixOf, type Spoken } from "../shared/domain/languages.ts";
import { gatewayAnswers, measuredFirst } from "./edge-words.ts";

const REQUEST = new URL("../functions/edge/request.js", import.meta.url);
const RESPONSE = new URL("../functions/edge/response.js", import.meta.url);
/** What public pages and lists ask for in their queries, by the paths of the route table; `npm run openapi` writes it from their schemas. */
export const QUERIES = new URL("../functions/edge/queries.json", import.meta.url);

/** Where the site speaks Polish alone. */
const NONE = "(?!)";

/** What every answer of a function bears, and none of AWS's own. */
export const OURS = "content-security-policy";

/** What CloudFront asks for, as a page, when it reaches no origin. */
export const AWAY = "/unreachable";

const anyOf = (all: readonly string[]): string => `/^(?:${all.join("|")})$/`;

/** Paths, and the names of their queries, as expressions; paths that have the same names stand together. */
const queriesCode = (): string => {
  const queries = JSON.parse(readFileSync(QUERIES, "utf8")) as Record<string, readonly string[]>;
  const alike = Map.groupBy(Object.entries(queries), ([, names]) => names.join("|"));
  const pairs = Array.from(alike, ([names, all]) => {
    const paths = all.map(([path]) =>
      path.replaceAll("/", "\\/").replace(/\{\w+(\+?)\}/g, (_, rest) => (rest ? ".+" : "[^/]+")),
    );
    return `{path:${anyOf(paths)},names:${anyOf([names])}}`;
  });
  return `[${pairs.join(",")}]`;
};

/** What runs on requests at the edge of a site, with the codes of its languages and the names of its queries in it. */
export const edgeCode = (spoken: Spoken): string => {
  const codes = spoken.filter((language) => prefixOf(language) !== "").join("|");
  return readFileSync(REQUEST, "utf8")
    .replace("(CODES)", `(${codes || NONE})`)
    .replace('"QUERIES"', queriesCode)
    .replace('"LANGUAGES"', JSON.stringify(measuredFirst(spoken)));
};

/** What runs on answers there, with the words of its languages in it. */
export const responseCode = (spoken: Spoken): string => {
  const put: Readonly<Record<string, unknown>> = {
    ANSWERS: gatewayAnswers(spoken),
    LANGUAGES: measuredFirst(spoken),
    AWAY,
    OURS,
  };
  return readFileSync(RESPONSE, "utf8").replace(/"([A-Z]+)"/g, (whole, name: string) =>
    name in put ? JSON.stringify(put[name]) : whole,
  );
};
