import { z } from "zod";
import { LETTER_DAYS } from "../domain/notice/notice.ts";
import type { PersonChange } from "../domain/office/accounts.ts";
import { Person, type PersonFields, Unit } from "../domain/office/directory.ts";
import { ROLES, type Role } from "../domain/office/roles.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { endOfDay, epochSeconds, Instant, type LocalDate, plusDays } from "../domain/time.ts";
import { asRead, kept } from "./kept.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { check, create, put, remove, update, type Write } from "./write.ts";

/** A unit that went meanwhile is no choice any more. */
const noUnit = (): Refusal =>
  refusal("request/not-valid", { issues: [{ pointer: "/unit", rule: "choice" }], more: 0 });

/** A reading of the accounts of staff: when, and how many of them could not be read. */
const Reading = z.object({ at: Instant, unreadable: z.int() });
export type Reading = z.infer<typeof Reading>;

export interface UnitChange {
  readonly before?: Unit | undefined;
  readonly next: Omit<Unit, "version">;
  readonly above: readonly Unit[];
}

/** A unit as it was before somebody looked whether anything is in it. */
export interface Looked {
  readonly version: number;
  readonly entries: number;
}

const Entered = Unit.pick({ version: true }).extend({ entries: z.int().default(0) });

/** What is put into a unit is counted at it, so that the unit cannot go at the same moment; the version that people edit stays. */
const entering = (id: string, more: Pick<Write, "when" | "otherwise">): Write =>
  update({ key: keys.unit(id), add: { entries: 1 }, ...more });

const unitsIn = (table: Table) => kept(table, keys.unit, Unit);
const peopleIn = (table: Table) => kept(table, keys.person, Person);

/** Units and people of the office. A city has some hundreds of both: each kind is one partition, read whole. */
export const openDirectory = (table: Table) => ({
  units: unitsIn(table).all,
  unit: unitsIn(table).get,
  staff: peopleIn(table).all,
  person: peopleIn(table).get,

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
      ...above.map(({ id, version }) => {
        const as = {
          when: asRead(version),
          otherwise: () => refusal("request/changed-since", { version: before?.version ?? 0 }),
        };
        return id === next.parent ? entering(id, as) : check({ key: keys.unit(id), ...as });
      }),
      audit,
    ]);
    return outcome.ok ? ok(item) : outcome;
  },

  look: (id: string): Promise<Looked | undefined> => table.get(keys.unit(id), Entered),

  /** A unit in which nothing was found, unless anything was put into it since before the look. */
  removeUnit: (id: string, { version, entries }: Looked, audit: Write): Promise<Result<void>> => {
    const isUntouched = entries === 0 ? "attribute_not_exists(#entries)" : "#entries = :entries";
    const when = {
      text: `#version = :version AND ${isUntouched}`,
      values: { version, ...(entries > 0 && { entries }) },
    };
    return table.write([remove({ key: keys.unit(id), when }), audit]);
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
      ...(set.unit === null || set.unit === before.unit
        ? []
        : [entering(set.unit, { when: { text: "attribute_exists(#pk)" }, otherwise: noUnit })]),
      audit,
    ]);
    return outcome.ok ? ok(next) : outcome;
  },

  /**
   * Who signed in, with the roles that the identity provider has now; what the directory knows itself stays. Whom a list has had keeps the name
   * of the list: a token may know the user name alone.
   */
  met: async ({
    id,
    name,
    roles,
  }: Pick<Person, "id" | "name"> & { readonly roles: readonly Role[] }): Promise<void> => {
    const key = keys.person(id);
    const known = await table.get(key, Person);
    const account = known?.account;
    const told = {
      name: known && account ? known.name : name,
      roles: ROLES.filter((role) => roles.includes(role)),
    };
    const isClosed = (account?.closedAt ?? null) !== null;
    if (!isClosed && known?.name === told.name && known.roles.join() === told.roles.join()) return;
    if (known) {
      // An address that a list brings meanwhile stays, so what is opened again is as it was read.
      const changed = update({
        key,
        set: { ...told, ...(account && isClosed && { account: { ...account, closedAt: null } }) },
        add: { version: 1 },
        when: isClosed ? asRead(known.version) : { text: "attribute_exists(#pk)" },
      });
      if ((await table.write([changed])).ok) return;
    }
    // Nobody of that name, or removed since they were read.
    await table.write([
      create({ key, item: { id, ...told, unit: null, mail: null, absence: null, version: 1 } }),
    ]);
  },

  /** What a list of accounts changes of one person, unless somebody wrote them meanwhile: the next list finds them. */
  follow: async (
    { before, next }: Omit<PersonChange, "news">,
    records: readonly Write[],
  ): Promise<Result<void>> => {
    const { id, name, roles, mail, account } = next;
    const key = keys.person(id);
    const version = (before?.version ?? 0) + 1;
    return table.write([
      before
        ? update({ key, set: { name, roles, mail, account, version }, when: asRead(before.version) })
        : create({ key, item: { ...next, version } }),
      ...records,
    ]);
  },

  lastReading: (): Promise<Reading | undefined> => table.get(keys.reading("accounts"), Reading),
  noteReading: (reading: Reading): Promise<Result<void>> =>
    table.write([put({ key: keys.reading("accounts"), item: reading })]),

  /** A person who works here no more; who still has an account is there again with the next list, or sign-in. */
  forget: (person: Person, audit: Write): Promise<Result<void>> => peopleIn(table).remove(person, [audit]),

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
