import { VOTE_FIELDS } from "../fields.ts";
import { looseId, tidyKey, unquoted } from "./clean.ts";
import { repairedValue, wholeNumber } from "./values.ts";

type Note = (cell: number, written: string, meant: string) => void;

/** Brings the rows of VOTES into the format's spelling: ids as they are listed, points as whole numbers. What is not certain is left as it stands. */
export const voteRepairs = (columns: readonly string[], ids: readonly string[]) => {
  const [vote, points] = [columns.indexOf("vote"), columns.indexOf("points")];
  const known = new Set(ids);
  const byLooseId = new Map<string, string | null>();
  for (const id of ids) {
    const loose = looseId(id);
    byLooseId.set(loose, byLooseId.has(loose) ? null : id);
  }
  const idOf = (written: string): string | null =>
    known.has(written) ? written : (byLooseId.get(looseId(written)) ?? null);

  /** The ids of a list; in one that is no list of known ids, other separators are tried. */
  const listOf = (text: string): string[] => {
    const inner = /^\s*[[({](.*)[\])}]\s*$/s.exec(text)?.[1] ?? text;
    const parts = inner.split(",");
    if (parts.every((part) => tidyKey(part) === "" || idOf(part) !== null)) return parts;
    for (const between of [/[;|]/, /\s+/]) {
      const others = unquoted(inner).split(between);
      if (others.length > 1 && others.every((part) => tidyKey(part) === "" || idOf(part) !== null))
        return others;
    }
    return parts;
  };

  /** Points as numbers, one for each project; decimal commas made two of each. */
  const pointsOf = (text: string, count: number): string[] => {
    const inner = /^\s*[[({](.*)[\])}]\s*$/s.exec(text)?.[1] ?? text;
    let parts = inner.split(",");
    if (parts.length === 1 && count > 1) parts = inner.split(/[;|]|(?<=\d)\s+(?=\d)/);
    const halves = parts.filter((_, at) => at % 2 === 1);
    if (count > 0 && parts.length === 2 * count && halves.every((part) => /^\s*0+\s*$/.test(part)))
      parts = parts.filter((_, at) => at % 2 === 0);
    return parts;
  };

  return (row: readonly string[], note: Note): readonly string[] => {
    const cells = [...row];
    const put = (at: number, meant: string): void => {
      const written = cells[at] ?? "";
      if (written === meant) return;
      note(at, written, meant);
      cells[at] = meant;
    };
    for (const [at, cell] of row.entries()) {
      if (at === vote || at === points || cell === "") continue;
      const column = columns[at] ?? "";
      put(
        at,
        column === "voter_id"
          ? tidyKey(cell)
          : repairedValue(column, VOTE_FIELDS[column]?.kind ?? "text", cell),
      );
    }
    const chosen = listOf(row[vote] ?? "").map((part) => idOf(part) ?? tidyKey(part));
    // An empty place between commas is no choice, and neither are its points.
    put(vote, chosen.filter((id) => id !== "").join(","));
    if (points >= 0) {
      const count = chosen.filter((id) => id !== "").length;
      const given = pointsOf(row[points] ?? "", count).map(
        (part) => wholeNumber(unquoted(part)) ?? tidyKey(part),
      );
      const kept =
        given.length === chosen.length && given.length !== count
          ? given.filter((_, at) => chosen[at] !== "")
          : given;
      while (kept.length > count && kept.at(-1) === "") kept.pop();
      put(points, kept.join(","));
    }
    return cells;
  };
};
