import { MEASURE } from "../domain/languages.ts";
import { ENDS, FALLS, plain } from "../words/fallback.ts";
import { type Html, raw } from "./html.ts";

/** A tag, or the text up to the next one. No value of an attribute holds either bracket: all are encoded. */
const PIECES = /<[^<>]*>|[^<]+/g;
const MARKED = new RegExp(`([${FALLS}${ENDS}])`);

/** Elements that hold text alone. */
const TEXT_ALONE = /^<(\/?)(?:title|option|textarea|style|text)\b/;

/** Markup in which what falls back to Polish says so, each run of text between two tags for itself; in an attribute it cannot. */
export const spoken = (page: Html): Html => {
  if (!MARKED.test(page.text)) return page;
  let depth = 0;
  let isTextAlone = false;
  const spokenRun = (run: string): string => {
    if (run === FALLS || run === ENDS) {
      depth = Math.max(0, depth + (run === FALLS ? 1 : -1));
      return "";
    }
    return depth > 0 && !isTextAlone && run.trim() !== "" ? `<span lang="${MEASURE}">${run}</span>` : run;
  };
  return raw(
    page.text.replace(PIECES, (piece) => {
      if (!piece.startsWith("<")) return piece.split(MARKED).map(spokenRun).join("");
      const [, closes] = TEXT_ALONE.exec(piece) ?? [];
      if (closes !== undefined) isTextAlone = closes === "";
      return plain(piece);
    }),
  );
};
