import type { Announced } from "../../shared/domain/document/announced.ts";
import { changesBetween, type ListChange, type RowField } from "../../shared/domain/document/changes.ts";
import type { ListVersion } from "../../shared/domain/document/lists.ts";
import type { ChangeLine } from "../../shared/pages/documents/changes.ts";
import { poolNameIn } from "../../shared/words/pool-name.ts";
import type { Words } from "../../shared/words/words.ts";

/** The version of a list before one of them. */
const beforeOf = (lists: readonly Announced[], { list, version }: Announced): ListVersion | undefined =>
  lists.find((one) => one.list === list && one.version === version - 1);

const lineOf = ({ version, issuedAt, cycle }: Announced, change: ListChange, words: Words): ChangeLine => {
  const w = words.lists.register;
  const { what, row, field, before } = change;
  const value = (of: ListChange["row"], name: RowField): string => {
    if (name === "costGrosze") return words.format.money(of.costGrosze);
    return name === "pool" ? (poolNameIn(words.language, cycle.ruleSet, of.pool) ?? of.pool) : of[name];
  };
  return {
    version,
    at: issuedAt,
    number: row.number,
    title: row.title,
    change: field ? w.fields[field] : w.what[what],
    before: field && before ? value(before, field) : "",
    after: field ? value(row, field) : (row.withdrawn?.reason ?? ""),
  };
};

/** What a version says otherwise than the one before it. */
export const changesIn = (list: Announced, lists: readonly Announced[], words: Words): ChangeLine[] => {
  const before = beforeOf(lists, list);
  return changesBetween(before, list).map((change) => lineOf(list, change, words));
};

/** The register of changes of a list up to one of its versions: every version, and row by row what it says otherwise. */
export const registerOf = (list: Announced, lists: readonly Announced[], words: Words): ChangeLine[] =>
  lists
    .filter((one) => one.list === list.list && one.version <= list.version)
    .flatMap((one) => changesIn(one, lists, words));
