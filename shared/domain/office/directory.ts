import { z } from "zod";
import { type Refusal, refusal } from "../refusals.ts";
import { Email, line } from "../text.ts";
import { dayOf, Instant, LocalDate, plusDays } from "../time.ts";
import { Role } from "./roles.ts";

/** What the journal of the directory stands under. */
export const OFFICE_JOURNAL = "office";

export const UnitId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(40)
  .meta({ id: "UnitId", description: "A unit of the city, by a short name", examples: ["zielen-miejska"] });
export type UnitId = z.infer<typeof UnitId>;

export const UnitFields = z
  .strictObject({ name: line(200), parent: UnitId.nullable() })
  .meta({ id: "UnitFields" });
export type UnitFields = z.infer<typeof UnitFields>;

/** A department, a team in it: units are a tree. */
export const Unit = z.object({ ...UnitFields.shape, id: UnitId, version: z.int() });
export type Unit = z.infer<typeof Unit>;

/** The identity provider's id of a person. */
export const PersonId = z.string().regex(/^[\w-]{1,128}$/);

const Absence = z
  .strictObject({ from: LocalDate, to: LocalDate, standIn: PersonId.nullable() })
  .refine(({ from, to }) => from <= to, { params: { rule: "end-before-start" }, path: ["to"] });

/** What the directory itself knows of a person; name and roles are the identity provider's. */
export const PersonFields = z
  .strictObject({ unit: UnitId.nullable(), mail: Email.nullable(), absence: Absence.nullable() })
  .meta({ id: "PersonFields" });
export type PersonFields = z.infer<typeof PersonFields>;

/** What the list of accounts said of somebody last. */
const Listed = z.object({
  /** The directory's own address follows it until an admin writes another one. */
  mail: Email.nullable(),
  /** Since when they have no open account. */
  closedAt: Instant.nullable(),
});

/** A member of the city's staff. Days of an absence are whole, both ends included. */
export const Person = z.object({
  ...PersonFields.shape,
  id: PersonId,
  name: z.string(),
  /** None once the account is closed. */
  roles: z.array(Role),
  /** Absent of somebody whom no list has had yet: they have signed in since. */
  account: Listed.optional(),
  version: z.int(),
});
export type Person = z.infer<typeof Person>;

/** Whether somebody can sign in, as far as the last list of accounts knows. */
export const hasAccount = ({ account }: Person): boolean =>
  account !== undefined && account.closedAt === null;

/** Whether somebody does not work on a day: whom no door lets in, their account being closed or without a role, is away for good. */
export const isAway = ({ absence, roles }: Person, day: LocalDate): boolean =>
  roles.length === 0 || (absence !== null && absence.from <= day && day <= absence.to);

/**
 * Who does the work of a person on a day: they themselves, or who stands in; who stands in and is away too passes it on.
 * Undefined where nobody is there.
 */
export const whoActsFor = (person: Person, staff: readonly Person[], day: LocalDate): Person | undefined => {
  const seen = new Set<string>();
  let one: Person | undefined = person;
  while (one && isAway(one, day) && !seen.has(one.id)) {
    seen.add(one.id);
    const next: string | null | undefined = one.absence?.standIn;
    one = staff.find(({ id }) => id === next);
  }
  return one && !isAway(one, day) ? one : undefined;
};

/** The first day of an absence, or after an account's end, on which nobody is there in a person's place, whoever stands in for whom; undefined where somebody always is. */
export const unmannedFrom = (person: Person, staff: readonly Person[]): LocalDate | undefined => {
  const { absence, account } = person;
  const from = account?.closedAt ? dayOf(account.closedAt) : absence?.from;
  if (from === undefined) return undefined;
  // Who is there changes when an absence begins, and the day after it ends.
  const days = staff.flatMap((one) => (one.absence ? [one.absence.from, plusDays(one.absence.to, 1)] : []));
  return [from, ...days]
    .filter((day) => from <= day && isAway(person, day))
    .toSorted()
    .find((day) => whoActsFor(person, staff, day) === undefined);
};

/** Everybody for whom this person works on a day: themselves first, then the absent for whom they stand in. */
export const actsFor = (me: Person, staff: readonly Person[], day: LocalDate): Person[] => [
  me,
  ...staff.filter((one) => one.id !== me.id && whoActsFor(one, staff, day)?.id === me.id),
];

/** A unit and all units below it. */
export const unitAndBelow = (units: readonly Unit[], top: UnitId): UnitId[] => {
  const found = [top];
  for (const id of found)
    found.push(
      ...units.filter((unit) => unit.parent === id && !found.includes(unit.id)).map((unit) => unit.id),
    );
  return found;
};

/** What a unit would hang below: this parent, what that hangs below, and so on to the top. */
export const unitsAbove = (units: readonly Unit[], parent: UnitId | null): Unit[] => {
  const above: Unit[] = [];
  const find = (id: UnitId | null) => units.find((unit) => unit.id === id && !above.includes(unit));
  for (let unit = find(parent); unit; unit = find(unit.parent)) above.push(unit);
  return above;
};

/** More levels than any office has; a move is checked against every unit above it. */
const MOST_LEVELS = 20;

/** Whether a unit may hang below this parent: a tree has no circle, and no branch in the air. */
export const mayHang = (units: readonly Unit[], unit: UnitId, parent: UnitId | null): boolean => {
  const above = unitsAbove(units, parent);
  const isThere = parent === null || above.length > 0;
  return isThere && above.length < MOST_LEVELS && !above.some(({ id }) => id === unit);
};

/** Why a unit cannot go: what is in it would hang in the air. */
export const checkEmpty = (
  { id }: Unit,
  {
    units,
    staff,
    work,
  }: { readonly units: readonly Unit[]; readonly staff: readonly Person[]; readonly work: number },
): Refusal | undefined => {
  const namesOf = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
  const below = namesOf(units.filter(({ parent }) => parent === id));
  const people = namesOf(staff.filter(({ unit }) => unit === id));
  return below.length + people.length + work > 0
    ? refusal("unit/not-empty", { units: below, people, work })
    : undefined;
};

/** Units that hang below nothing that hangs from the top: whoever keeps the directory finds them here, to hang them elsewhere. */
export const unreached = (units: readonly Unit[]): Unit[] =>
  units.filter(({ id }) => unitsAbove(units, id).at(-1)?.parent !== null);
