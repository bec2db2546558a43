import { FACTS, Fact } from "../../domain/voting/facts.ts";
import type { Words } from "../../words/words.ts";

/** What a column of a table is called in the reader's words; one that has none, by its own name. */
export const columnName = (words: Words, column: string): string => {
  const { identity, residents, rollImport } = words;
  const { data, parts } = identity;
  if (column === "district") return data.district.label;
  if (column === "residents") return residents.residents;
  for (const fact of Fact.options) {
    const { column: whole, parts: apart = {} } = FACTS[fact];
    if (column === whole) return data[fact].label;
    const part = Object.keys(apart).find((one) => apart[one] === column);
    const named = Object.entries(parts).find(([field]) => field === `${fact}-${part}`);
    if (named) return named[1].label;
  }
  const [, what, place = ""] = /^(project|points)_(\d+)$/.exec(column) ?? [];
  if (what) return what === "project" ? rollImport.projectColumn(place) : rollImport.pointsColumn(place);
  return rollImport.columns[column] ?? column;
};
