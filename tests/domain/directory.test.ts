import fc from "fast-check";
import { expect, test } from "vitest";
import {
  actsFor,
  mayHang,
  type Person,
  type Unit,
  unitAndBelow,
  unmannedFrom,
  unreached,
  whoActsFor,
} from "../../shared/domain/office/directory.ts";
import { ROLES } from "../../shared/domain/office/roles.ts";
import { partOf, WHOSE } from "../../shared/domain/office/whose.ts";
import { ALL_QUEUES, queuesOf, rolesOf } from "../../shared/domain/office/work.ts";
import { localInstant } from "../../shared/domain/time.ts";

const DAY = "2027-09-13";

const personOf = (n: number, absence: Person["absence"] = null): Person => ({
  id: `p${n}`,
  name: `Osoba ${n}`,
  roles: ["clerk"],
  unit: null,
  mail: null,
  absence,
  version: 1,
});

const staffs = fc
  .array(fc.record({ isAway: fc.boolean(), standIn: fc.option(fc.nat(7)), days: fc.nat(5) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((people) =>
    people.map(({ isAway, standIn, days }, n) =>
      personOf(n, {
        from: isAway ? `2027-09-${13 - days}` : "2027-09-14",
        to: isAway ? `2027-09-${13 + days}` : "2027-09-20",
        standIn: standIn === null ? null : `p${standIn}`,
      }),
    ),
  );

test("work of whoever is away lies at the desk of one who is there, or of nobody, however they stand in for each other", () => {
  fc.assert(
    fc.property(staffs, (staff) => {
      for (const person of staff) {
        const at = whoActsFor(person, staff, DAY);
        const isAway = (person.absence?.from ?? "9") <= DAY;
        if (!isAway) expect(at).toBe(person);
        if (at) expect((at.absence?.from ?? "9") > DAY).toBe(true);
        const desks = staff.filter((one) => one !== person && actsFor(one, staff, DAY).includes(person));
        expect(desks).toEqual(isAway && at ? [at] : []);
      }
    }),
  );
});

const offices = fc
  .tuple(staffs, fc.array(fc.subarray([...ROLES]), { minLength: 8, maxLength: 8 }))
  .map(([staff, roles]) => staff.map((person, n) => ({ ...person, roles: roles[n] ?? [] })));

test("a queue stands on the desks of those whom the doors let in, and where none of them is at work, on the admin's", () => {
  const now = localInstant(`${DAY}T12:00`);
  fc.assert(
    fc.property(offices, (staff) => {
      const atWork = staff.filter((one) => whoActsFor(one, staff, DAY) === one);
      const viewerOf = (me: Person) => ({ me, staff, units: [], now });
      for (const me of staff) {
        const { owners } = partOf("mine", viewerOf(me));
        expect(owners.filter((owner) => owner.startsWith("queue#"))).toEqual(queuesOf(me.roles));
        const people = actsFor(me, staff, DAY).map(({ id }) => `person#${id}`);
        expect(owners.filter((owner) => owner.startsWith("person#"))).toEqual(people);
        if (!me.roles.includes("admin"))
          for (const whose of WHOSE)
            for (const owner of partOf(whose, viewerOf(me)).owners)
              if (owner.startsWith("queue#")) expect(queuesOf(me.roles)).toContain(owner);
      }
      for (const admin of atWork.filter(({ roles }) => roles.includes("admin")))
        for (const queue of ALL_QUEUES) {
          const isManned = atWork.some(({ roles }) => queuesOf(roles).includes(queue));
          // What the clock takes waits for nobody.
          const isWaiting = rolesOf(queue).length > 0 && !isManned;
          expect(partOf("unit", viewerOf(admin)).owners.includes(queue)).toBe(isWaiting);
        }
    }),
  );
});

test("an absence says from which day on nobody is there, whoever stands in for whom and whenever they are away themselves", () => {
  fc.assert(
    fc.property(staffs, (staff) => {
      for (const person of staff) {
        const { from = "", to = "" } = person.absence ?? {};
        const days = Array.from({ length: 30 }, (_, n) => `2027-09-${String(n + 1).padStart(2, "0")}`);
        const away = days.filter((day) => from <= day && day <= to);
        expect(unmannedFrom(person, staff)).toBe(away.find((day) => !whoActsFor(person, staff, day)));
      }
    }),
  );
});

test("whose account is closed is away from that day on, whenever their absence ends, and says from when nobody stands in", () => {
  const closed = {
    ...personOf(0),
    roles: [],
    account: { mail: null, closedAt: localInstant("2027-09-10T09:00") },
  };
  const standsIn = (standIn: string | null) => ({ from: "2027-01-01", to: "2027-01-02", standIn });
  expect(unmannedFrom(closed, [closed, personOf(1)])).toBe("2027-09-10");
  const away = { ...closed, absence: standsIn("p1") };
  expect(whoActsFor(away, [away, personOf(1)], DAY)?.id).toBe("p1");
  expect(unmannedFrom(away, [away, personOf(1)])).toBeUndefined();
  const later = personOf(1, { from: "2027-09-20", to: "2027-09-21", standIn: null });
  expect(unmannedFrom(away, [away, later])).toBe("2027-09-20");
});

test("both days of an absence count, and the days around it do not", () => {
  const [away, other] = [personOf(0, { from: "2027-09-13", to: "2027-09-15", standIn: "p1" }), personOf(1)];
  const at = (day: string) => whoActsFor(away, [away, other], day)?.id;
  expect(["2027-09-12", "2027-09-13", "2027-09-15", "2027-09-16"].map(at)).toEqual(["p0", "p1", "p1", "p0"]);
});

const unitOf = (n: number, parent: string | null): Unit => ({
  id: `u${n}`,
  name: `${n}`,
  parent,
  version: 1,
});

test("whatever is hung where it may, units stay a tree", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.option(fc.nat(6))), { maxLength: 30 }), (moves) => {
      let units = [0, 1, 2, 3, 4, 5].map((n) => unitOf(n, null));
      for (const [n, under] of moves) {
        const parent = under === null ? null : `u${under}`;
        const allowed = mayHang(units, `u${n}`, parent);
        if (under === 6 || under === n) expect(allowed).toBe(false);
        if (allowed) units = units.map((unit) => (unit.id === `u${n}` ? { ...unit, parent } : unit));
        for (const { id } of units)
          expect(new Set(unitAndBelow(units, id)).size).toBe(unitAndBelow(units, id).length);
        const roots = units.filter(({ parent: above }) => above === null);
        expect(roots.flatMap(({ id }) => unitAndBelow(units, id)).toSorted()).toEqual(
          units.map(({ id }) => id).toSorted(),
        );
        expect(unreached(units)).toEqual([]);
      }
    }),
  );
});

test("units in a circle, what hangs below them and below what is not there are known to hang nowhere, and can be moved out", () => {
  const units = [
    unitOf(0, "u1"),
    unitOf(1, "u0"),
    unitOf(2, "u1"),
    unitOf(3, null),
    unitOf(4, "gone"),
    unitOf(5, "u3"),
  ];
  expect(unreached(units).map(({ id }) => id)).toEqual(["u0", "u1", "u2", "u4"]);
  for (const { id } of unreached(units)) expect(mayHang(units, id, "u5")).toBe(true);
});
