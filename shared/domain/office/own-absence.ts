import { type Issue, notValid } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { type LocalDate, plusDays } from "../time.ts";
import type { PersonFields } from "./directory.ts";

type Absence = NonNullable<PersonFields["absence"]>;

/** Whether a day that has been lies in an absence. */
const hasBegun = ({ from }: Absence, today: LocalDate): boolean => from < today;

/**
 * An absence as its own person may have it from today on: the days before today stay as they were. One that has begun keeps its first day and
 * ends yesterday at the earliest, also when it is ended altogether; one that is over is left behind by the next.
 */
export const ownAbsence = (
  before: Absence | null,
  asked: Absence | null,
  today: LocalDate,
): Result<Absence | null> => {
  const yesterday = plusDays(today, -1);
  const isOver = before !== null && before.to < today;
  if (before !== null && !isOver && hasBegun(before, today)) {
    if (asked === null) return ok({ ...before, to: yesterday });
    const issues: Issue[] = [
      ...(asked.from === before.from
        ? []
        : [{ pointer: "/absence/from", rule: "begun", limit: before.from } as const]),
      ...(asked.to < yesterday
        ? [{ pointer: "/absence/to", rule: "too-early", limit: yesterday } as const]
        : []),
    ];
    return issues.length > 0 ? refused(notValid(issues)) : ok(asked);
  }
  const isAsBefore = isOver && asked?.from === before.from && asked.to === before.to;
  if (isAsBefore || (isOver && asked === null)) return ok(before);
  return asked !== null && asked.from < today
    ? refused(notValid([{ pointer: "/absence/from", rule: "too-early", limit: today }]))
    : ok(asked);
};
