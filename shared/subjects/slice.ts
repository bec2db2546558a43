import type { Localised } from "../domain/localised.ts";
import type { Role } from "../domain/office/roles.ts";
import type { OfficeRoute, Route } from "../platform/route.ts";
import type { keys } from "../store/keys.ts";

type SubjectKind = Exclude<keyof typeof keys, "ballot">;

/** What a subject says of itself to the house. Plain data: every function reads it at its start. */
export interface Slice {
  readonly rows: Readonly<Record<string, Route>>;
  /** Its kinds of record, by the page of keys: nobody but the function of its rows writes them; and those that an act by two writes. */
  readonly keeps: readonly SubjectKind[];
  readonly keepsByTwo?: readonly SubjectKind[];
  /** Its journal: how its ids begin, where its things lie, and who reads it beside the auditor. One without stands in the journal of what it belongs to. */
  readonly journal?: {
    readonly prefix: string;
    readonly at: keyof typeof keys;
    readonly readers: readonly Role[];
  };
  /** Its place in the menu of residents, and in that of the office. */
  readonly residents?: { readonly row: Route; readonly title: Localised };
  readonly office?: { readonly row: OfficeRoute; readonly title: Localised; readonly about: Localised };
}

/** The path of a row. */
export const pathOf = ({ key }: Pick<Route, "key">): string => key.slice(key.indexOf("/"));
