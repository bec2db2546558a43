import { audited, type Deed } from "../../shared/acts/audited.ts";
import {
  checkEmpty,
  hasAccount,
  mayHang,
  OFFICE_JOURNAL,
  type Person,
  type PersonFields,
  type Unit,
  type UnitFields,
  unitsAbove,
} from "../../shared/domain/office/directory.ts";
import { type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { ok, Refused, type Result, refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { routes } from "../routes.ts";

const notThere = (pointer: string): Refusal =>
  refusal("request/not-valid", { issues: [{ pointer, rule: "choice" }], more: 0 });

export const personOf = async (id: string, { store }: Deps): Promise<Person> => {
  const person = await store.directory.person(id);
  if (!person) throw new Refused(refusal("thing/not-found", {}));
  return person;
};

export const unitOf = (units: readonly Unit[], id: string): Unit => {
  const unit = units.find((one) => one.id === id);
  if (!unit) throw new Refused(refusal("thing/not-found", {}));
  return unit;
};

/** What a journal calls a unit or a person: an id says nothing to whoever reads it. */
const nameIn = (all: readonly (Unit | Person)[], id: string | null): string | null =>
  all.find((one) => one.id === id)?.name ?? null;

/** A new unit, or one as it is to be: it hangs below another one, and never below itself. */
export const keepUnit = async (
  by: Deed,
  {
    id,
    before,
    fields,
  }: { readonly id: string; readonly before?: Unit | undefined; readonly fields: UnitFields },
  { store }: Deps,
): Promise<Result<Unit>> => {
  const units = await store.directory.units();
  if (!mayHang(units, id, fields.parent)) return refused(notThere("/parent"));
  const route = before ? routes.patchUnit : routes.postUnit;
  const record = audited({ ...by, route }, OFFICE_JOURNAL, {
    facts: {
      unit: before?.name ?? fields.name,
      name: before && before.name !== fields.name ? fields.name : null,
      parent: nameIn(units, fields.parent),
    },
  });
  const above = unitsAbove(units, fields.parent);
  const kept = await store.directory.keepUnit({ before, next: { id, ...fields }, above }, record);
  if (kept.ok || before) return kept;
  // A request that is repeated finds what the first try made.
  const made = await store.directory.unit(id);
  const isSame = made?.name === fields.name && made.parent === fields.parent;
  return made && isSame ? ok(made) : kept;
};

/** A unit in which nothing is: no unit, nobody, no work. */
export const removeUnit = async (by: Deed, unit: Unit, { store }: Deps): Promise<Result<void>> => {
  const { directory } = store;
  const looked = await directory.look(unit.id);
  if (looked?.version !== unit.version)
    return refused(refusal("request/changed-since", { version: looked?.version ?? 0 }));
  const [units, staff] = await Promise.all([
    directory.units({ consistent: true }),
    directory.staff({ consistent: true }),
  ]);
  let work = 0;
  for await (const _ of store.work.of([`unit#${unit.id}`])) work++;
  const reason = checkEmpty(unit, { units, staff, work });
  if (reason) return refused(reason);
  const record = audited({ ...by, route: routes.deleteUnit }, OFFICE_JOURNAL, {
    facts: { unit: unit.id, name: unit.name },
  });
  return directory.removeUnit(unit.id, looked, record);
};

/** A field of an edit: what was left out stays as it was. */
export const edited = <T>(sent: T | undefined, before: T): T => (sent === undefined ? before : sent);

/**
 * What the directory knows of a person. Neither unit nor stand-in is made up, and nobody stands in for themselves; what was not sent is not
 * asked about, since a stand-in may have left meanwhile.
 */
export const keepPerson = async (
  by: Deed,
  before: Person,
  sent: { readonly [F in keyof PersonFields]?: PersonFields[F] | undefined },
  { store }: Deps,
): Promise<Result<Person>> => {
  const [units, staff] = await Promise.all([store.directory.units(), store.directory.staff()]);
  if (sent.unit && !units.some(({ id }) => id === sent.unit)) return refused(notThere("/unit"));
  const named = sent.absence?.standIn ?? null;
  const mayStandIn = named === null || staff.some(({ id }) => id === named && id !== before.id);
  if (!mayStandIn) return refused(notThere("/absence/standIn"));
  const unit = edited(sent.unit, before.unit);
  const mail = edited(sent.mail, before.mail);
  const absence = edited(sent.absence, before.absence);
  const record = audited({ ...by, route: routes.patchPerson }, OFFICE_JOURNAL, {
    facts: {
      person: before.name,
      unit: nameIn(units, unit),
      awayFrom: absence?.from ?? null,
      awayTo: absence?.to ?? null,
      standIn: nameIn(staff, absence?.standIn ?? null),
      mail: mail === before.mail ? null : "changed",
    },
  });
  return store.directory.keepPerson(before, { unit, mail, absence }, record);
};

/** Somebody whose account is open would be back with the next list of accounts. */
export const removePerson = async (by: Deed, person: Person, { store }: Deps): Promise<Result<void>> =>
  hasAccount(person)
    ? refused(refusal("person/has-account", {}))
    : store.directory.forget(
        person,
        audited({ ...by, route: routes.deletePerson }, OFFICE_JOURNAL, { facts: { person: person.name } }),
      );
