import { dayOf, endOfDay, type Instant, plusDays } from "../time.ts";
import {
  actsFor,
  isAway,
  type Person,
  type Unit,
  type UnitId,
  unitAndBelow,
  whoActsFor,
} from "./directory.ts";
import { ALL_QUEUES, type Owner, queuesOf, rolesOf } from "./work.ts";

export const WHOSE = ["mine", "taken", "nobody", "unit", "due", "overdue", "second"] as const;
export type Whose = (typeof WHOSE)[number];

/** With whom a card may be: with whoever asks, or with nobody. */
export const WITH = ["me", "nobody"] as const;
export type With = (typeof WITH)[number];

/** What falls due within so many days, today included, is due. */
const DUE_DAYS = 7;

/** Who asks for work, and the directory that says for whom they stand in today. */
export interface Viewer {
  readonly me: Person;
  readonly staff: readonly Person[];
  readonly units: readonly Unit[];
  readonly now: Instant;
}

/** Who somebody is today: they themselves, and the absent for whom they stand in. */
const ownSelves = ({ me, staff, now }: Viewer): Owner[] =>
  actsFor(me, staff, dayOf(now)).map(({ id }): Owner => `person#${id}`);

/**
 * Whose work somebody sees as theirs: their own, that of the absent for whom they stand in, and that of their queues. Standing in gives nobody
 * a role: a queue is for those whom the doors let in.
 */
const ownOwners = (viewer: Viewer): Owner[] => [...ownSelves(viewer), ...queuesOf(viewer.me.roles)];

/** Queues of which nobody is at work today, and the absent in whose place nobody is: the admin, who can do nothing of it, sees that it waits. */
const deserted = ({ me, staff, now }: Viewer): Owner[] => {
  if (!me.roles.includes("admin")) return [];
  const missed = staff.filter((one) => whoActsFor(one, staff, dayOf(now)) === undefined);
  const manned = new Set(
    staff.filter((one) => !isAway(one, dayOf(now))).flatMap(({ roles }) => queuesOf(roles)),
  );
  const queues = ALL_QUEUES.filter((queue) => rolesOf(queue).length > 0 && !manned.has(queue));
  return [...queues, ...missed.map(({ id }): Owner => `person#${id}`)];
};

/** The units for which somebody works today: their own and those of the absent for whom they stand in, each with what is below it. */
export const unitsServed = ({ me, staff, units, now }: Viewer): UnitId[] =>
  actsFor(me, staff, dayOf(now)).flatMap(({ unit }) => (unit === null ? [] : unitAndBelow(units, unit)));

/** The work of those units; to the admin also what lies where nobody is. */
const unitOwners = (viewer: Viewer): Owner[] => [
  ...unitsServed(viewer).map((unit): Owner => `unit#${unit}`),
  ...deserted(viewer),
];

/** Which part of the index answers a question: its owners, and between which moments the work is due. */
export const partOf = (
  whose: Whose,
  viewer: Viewer,
): { readonly owners: readonly Owner[]; readonly from?: Instant; readonly upTo?: Instant } => {
  if (whose === "taken") return { owners: ownSelves(viewer) };
  // A question to a unit that none of its people has taken is nobody's, too.
  if (whose === "nobody") return { owners: [...queuesOf(viewer.me.roles), ...unitOwners(viewer)] };
  const own = whose === "unit" ? [] : ownOwners(viewer);
  const ofUnit = whose === "mine" ? [] : unitOwners(viewer);
  const owners = [...new Set([...own, ...ofUnit])];
  if (whose === "overdue") return { owners, upTo: viewer.now };
  if (whose === "due")
    return { owners, from: viewer.now, upTo: endOfDay(plusDays(dayOf(viewer.now), DUE_DAYS - 1)) };
  return { owners };
};
