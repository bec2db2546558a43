import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, unitsAbove, unreached } from "../../shared/domain/office/directory.ts";
import { accept } from "../../shared/domain/result.ts";
import { openDirectory } from "../../shared/store/directory.ts";
import type { Table } from "../../shared/store/table.ts";
import { openTables, type Tables, tallyOf, times, trace } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const directory = () => tables.store.directory;

/** The directory as somebody sees it between whose reading and writing of one thing another person does something. */
const interrupted = (meanwhile: () => Promise<unknown>) => {
  const get: Table["get"] = async (...asked) => {
    const read = await tables.table.get(...asked);
    await meanwhile();
    return read;
  };
  return openDirectory({ ...tables.table, get });
};

let traces = 0;
const note = () => trace("office", traces++);

const ANNA = { id: "anna", name: "Anna Wrona", roles: ["clerk"] } as const;
const known = async (): Promise<Person> => {
  const person = await directory().person(ANNA.id);
  if (!person) throw new Error("nobody");
  return person;
};

describe("who signs in", () => {
  test("is there, whoever was removed while they did", async () => {
    await directory().met(ANNA);
    await interrupted(async () => accept(await directory().forget(await known(), note()))).met({
      ...ANNA,
      name: "Anna Gil",
    });
    expect(await directory().staff()).toEqual([
      { ...ANNA, name: "Anna Gil", unit: null, mail: null, absence: null, version: 1 },
    ]);
  });

  test("keeps what an admin wrote of them at the same moment", async () => {
    const fields = { unit: null, mail: "anna@urzad.example", absence: null };
    await interrupted(async () => directory().keepPerson(await known(), fields, note())).met(ANNA);
    expect(await known()).toMatchObject({ ...ANNA, ...fields, version: 3 });
  });

  test("is at work again at once when their account was opened again, by the name of the list", async () => {
    const zoe = { ...ANNA, id: "zoe", unit: null, mail: null, absence: null, version: 0 };
    const account = { mail: null, closedAt: null };
    accept(await directory().follow({ before: undefined, next: { ...zoe, roles: ["clerk"], account } }, []));
    const before = await directory().person("zoe");
    if (!before) throw new Error("nobody");
    const closed = { ...account, closedAt: "2027-09-13T05:00:00.000Z" };
    accept(await directory().follow({ before, next: { ...before, roles: [], account: closed } }, []));
    await directory().met({ id: "zoe", name: "zoe.nowak", roles: ["clerk", "verifier"] });
    const met = { ...ANNA, id: "zoe", roles: ["verifier", "clerk"], account, version: 3 };
    expect(await directory().person("zoe")).toMatchObject(met);
    await directory().met({ id: "zoe", name: "zoe.nowak", roles: ["clerk", "verifier"] });
    expect(await directory().person("zoe")).toMatchObject(met);
  });

  test("has the address to which a list led them at the same moment, and follows the list on", async () => {
    const iga = { ...ANNA, id: "iga", unit: null, absence: null, version: 0 };
    const listed = (mail: string, closedAt: string | null = null) => ({ mail, account: { mail, closedAt } });
    const read = async () => {
      const person = await directory().person("iga");
      if (!person) throw new Error("nobody");
      return person;
    };
    const follow = async (what: ReturnType<typeof listed>) => {
      const before = await directory().person("iga");
      accept(
        await directory().follow({ before, next: { ...(before ?? iga), roles: ["clerk"], ...what } }, []),
      );
    };
    for (const closedAt of [null, "2027-09-13T05:00:00.000Z"]) {
      await follow(listed("old@urzad.example", closedAt));
      await interrupted(() => follow(listed("new@urzad.example"))).met({
        ...ANNA,
        id: "iga",
        roles: ["verifier"],
      });
      expect(await read()).toMatchObject(listed("new@urzad.example"));
    }
  });

  test("and was removed in the meantime is nobody of whom a list knows an address", async () => {
    const ola = {
      ...ANNA,
      id: "ola",
      roles: [],
      unit: null,
      mail: "ola@urzad.example",
      absence: null,
      version: 0,
    };
    const account = { mail: ola.mail, closedAt: "2027-09-13T05:00:00.000Z" };
    accept(await directory().follow({ before: undefined, next: { ...ola, account } }, []));
    await interrupted(async () =>
      accept(await directory().forget({ ...ola, account, version: 1 }, note())),
    ).met({ ...ANNA, id: "ola" });
    const found = await directory().person("ola");
    expect(found).toMatchObject({ ...ANNA, id: "ola", mail: null });
    expect(found?.account).toBeUndefined();
  });

  test("for the first time on two screens at once is there once", async () => {
    const both = { ...ANNA, id: "ewa" };
    await Promise.all([directory().met(both), directory().met(both)]);
    expect(await directory().person("ewa")).toMatchObject({ version: 1 });
  });
});

describe("of two admins who read the same", () => {
  test("one changes a person, or removes them, and the other is told", async () => {
    const person = await known();
    const fields = { unit: null, absence: null };
    const mails = ["a@urzad.example", "b@urzad.example", "c@urzad.example"];
    const outcomes = await Promise.all(
      mails.map((mail) => directory().keepPerson(person, { ...fields, mail }, note())),
    );
    expect(tallyOf(outcomes)).toEqual({ ok: 1, "request/changed-since": 2 });
    expect(tallyOf([await directory().forget(person, note())])).toEqual({ "request/changed-since": 1 });
    expect(mails).toContain((await known()).mail);
  });

  test("one changes a unit, and the other is told", async () => {
    const next = { id: "zk", name: "ZK", parent: null };
    const unit = accept(await directory().keepUnit({ next, above: [] }, note()));
    const names = ["Zieleń", "Zakład"];
    const outcomes = await Promise.all(
      names.map((name) => directory().keepUnit({ before: unit, next: { ...next, name }, above: [] }, note())),
    );
    expect(tallyOf(outcomes)).toEqual({ ok: 1, "request/changed-since": 1 });
  });

  test("one removes a unit, or the other puts something into it, never both", async () => {
    const outcomes: string[] = [];
    for (const round of times(16, (n) => n)) {
      const id = `r${round}`;
      const unit = accept(
        await directory().keepUnit({ next: { id, name: id, parent: null }, above: [] }, note()),
      );
      const looked = await directory().look(id);
      if (!looked) throw new Error("no unit");
      const person = await known();
      const entered = () =>
        round % 2
          ? directory().keepPerson(person, { unit: id, mail: null, absence: null }, note())
          : directory().keepUnit({ next: { id: `${id}-a`, name: id, parent: id }, above: [unit] }, note());
      // In turns, and at once.
      const first = round % 4 < 2 ? [await entered()] : [];
      const both = await Promise.all([
        directory().removeUnit(id, looked, note()),
        ...(first.length > 0 ? [] : [entered()]),
      ]);
      const [removed, put] = [both[0], first[0] ?? both[1]];
      expect([removed?.ok, put?.ok].filter(Boolean)).toHaveLength(1);
      outcomes.push(removed?.ok ? "removed" : "entered");
      if (removed?.ok) expect(await directory().unit(id)).toBeUndefined();
    }
    expect(outcomes).toContain("entered");
    expect(unreached(await directory().units())).toEqual([]);
  });

  test("neither closes a circle, whichever branches they move at once", async () => {
    const of = (id: string, parent: string | null) => ({ id, name: id, parent });
    for (const round of times(12, (n) => n)) {
      const [a, b, c] = ["a", "b", "c"].map((name) => `${name}${round}`) as [string, string, string];
      for (const unit of [of(a, null), of(b, null), of(c, b)])
        accept(await directory().keepUnit({ next: unit, above: [] }, note()));
      const units = await directory().units();
      const moved = (id: string, parent: string) => {
        const before = units.find((unit) => unit.id === id);
        const above = unitsAbove(units, parent);
        return directory().keepUnit({ before, next: of(id, parent), above }, note());
      };
      // A below the grandchild, and its grandparent below A.
      const outcomes = await Promise.all([moved(a, c), moved(b, a)]);
      expect(tallyOf(outcomes).ok).toBe(1);
      expect(unreached(await directory().units())).toEqual([]);
    }
  });
});
