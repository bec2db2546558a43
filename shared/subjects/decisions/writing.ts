import { addressAt } from "../../domain/addresses.ts";
import { rowOf } from "../../domain/languages.ts";
import type { Localised } from "../../domain/localised.ts";
import type { Deps } from "../../platform/deps.ts";
import { waits } from "../../store/work.ts";
import type { Attributes } from "../../store/write.ts";
import { wordsIn } from "./pages.ts";
import { at } from "./rows.ts";
import { type Decision, dueAt, isOpen } from "./rules.ts";
import { openDecisions } from "./store.ts";

export const decisionsOf = ({ store }: Pick<Deps, "store">): ReturnType<typeof openDecisions> =>
  openDecisions(store.table);

/** What stands beside it in the table: as long as it is open, it is work of its unit, due on its day. */
export const besides = (decision: Decision, { city }: Deps["site"]): Attributes => {
  if (!isOpen(decision)) return {};
  const { id, number, meetingId, unit } = decision;
  const text = Object.fromEntries(
    city.languages
      .filter((code) => rowOf(code).office)
      .map((code) => [code, wordsIn(code).office.due(number)]),
  ) as Localised;
  const path = addressAt(at.officeOne, { meetingId, decisionId: id });
  return waits({
    kind: "of-subject",
    id,
    owner: `unit#${unit}`,
    dueAt: dueAt(decision),
    about: { path, text },
  });
};
