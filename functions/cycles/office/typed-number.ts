import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import type { Words } from "../../../shared/words/words.ts";

/** What confirms an act that cannot be undone: the number of this very edition. */
export const numberFaults = (typed: string, { edition }: Cycle, { actForm }: Words): Fault[] =>
  typed.trim().toUpperCase() === edition ? [] : [{ field: "number", text: actForm.numberWrong(edition) }];
