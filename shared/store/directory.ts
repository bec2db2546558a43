import { z } from "zod";
import { LETTER_DAYS } from "../domain/notice/notice.ts";
import { Person, type PersonFields, Unit } from "../domain/office/directory.ts";
import type { Role } from "../domain/office/roles.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { endOfDay, epochSeconds, type LocalDate, plusDays } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { check, create, put, update, type Write } from "./write.ts";

const asRead = (version: number) => ({ text: "#version = :version", values: { version } });

export interface UnitChange {
  readonly before?: Unit | undefined;
  readonly next: Omit<Unit, "version">;
  readonly above: readonly Unit[];
}

/** Units and people of the office. A city has some hundreds of both: each kind is one partition, read whole. */
export const openDirectory = (table: Table) => ({
  units: async (): Promise<Unit[]> => (await table.query(keys.unit("").pk, Unit)).items,
  unit: (id: string): Promise<Unit | undefined> => table.get(keys.unit(id), Unit),
  staff: async (): Promise<Person[]> => (await table.query(keys.person("").pk, Person)).items,
  person: (id: string): Promise<Person | undefined> => table.get(keys.person(id), Person),

  /**
   * A unit as it is to be, in the place of the version that was read; without one it is new. Units above it are as they were read, too: two
   * that are moved at once would each find the other's branch open.
   */
  keepUnit: async ({ before, next, above }: UnitChange, audit: Write): Promise<Result<Unit>> => {
    const item: Unit = { ...next, version: (before?.version ?? 0) + 1 };
    const key = keys.unit(next.id);
    const outcome = await table.write([
      before
        ? put({ key, item, when: asRead(before.version) })
        : create({
            key,
            item,
            otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version) }),
          }),
      ...above.map(({ id, version }) =>
        check({
          key: keys.unit(id),
          when: asRead(version),
          otherwise: () => refusal("request/changed-since", { version: before?.version ?? 0 }),
        }),
      ),
      audit,
    ]);
    return outcome.ok ? ok(item) : outcome;
  },

  /** What the directory itself knows of a person, in the place of the version that was read. */
  keepPerson: async (before: Person, set: PersonFields, audit: Write): Promise<Result<Person>> => {
    const next: Person = { ...before, ...set, version: before.version + 1 };
    const outcome = await table.write([
      update({
        key: keys.person(before.id),
        set: { ...set, version: next.version },
        when: asRead(before.version),
      }),
      audit,
    ]);
    return outcome.ok ? ok(next) : outcome;
  },

  /** Who signed in, with name and roles as the identity provider has them now; what the directory knows itself stays. */
  met: async ({
    id,
    name,
    roles,
  }: Pick<Person, "id" | "name"> & { readonly roles: readonly Role[] }): Promise<void> => {
    const key = keys.person(id);
    const known = await table.get(key, Person);
    if (known && known.name === name && known.roles.join() === roles.join()) return;
    const told = { name, roles: [...roles] };
    const changed = update({ key, set: told, add: { version: 1 }, when: { text: "attribute_exists(#pk)" } });
    if (known && (await table.write([changed])).ok) return;
    // Nobody of that name, or removed since they were read.
    await table.write([
      create({ key, item: { id, ...told, unit: null, mail: null, absence: null, version: 1 } }),
    ]);
  },

  /** A person who works here no more; who signs in again is there again. */
  forget: (person: Person, audit: Write): Promise<Result<void>> =>
    table.write([{ kind: "remove", key: keys.person(person.id), when: asRead(person.version) }, audit]),

  /** Whether the letters of a morning are written, and that they are. */
  isMorningDone: async (day: LocalDate): Promise<boolean> =>
    (await table.get(keys.morning(day), z.looseObject({}))) !== undefined,
  morningDone: (day: LocalDate): Promise<Result<void>> =>
    table.write([
      put({
        key: keys.morning(day),
        item: { expiresAtSeconds: epochSeconds(endOfDay(plusDays(day, LETTER_DAYS))) },
      }),
    ]),

  /** Writes units and people of a file, where there is no directory yet. */
  begin: async (units: readonly Unit[], staff: readonly Person[]): Promise<void> => {
    if ((await table.query(keys.person("").pk, Person, { limit: 1 })).items.length > 0) return;
    await table.fill([
      ...units.map((item) => ({ key: keys.unit(item.id), item })),
      ...staff.map((item) => ({ key: keys.person(item.id), item })),
    ]);
  },
});
