import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { ProgrammeWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

/** What residents read; the office's pages are not in Ukrainian. */
export const uk: Omit<ProgrammeWords, "office" | "acts" | "blockers"> & Partly<ProgrammeWords> = {
  kind: "Програма консультацій",
  heading: "Програми консультацій",
  in: "Консультації в цій програмі",
  back: "Консультації",
  count: (count) =>
    `${f.number(count)} ${f.plural(count, { one: "консультація", few: "консультації", many: "консультацій", other: "консультації" })}`,
  states: { kept: "" },
};
