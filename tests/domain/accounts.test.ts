import fc from "fast-check";
import { expect, test } from "vitest";
import { changesBy, hasStaff, type StaffAccount } from "../../shared/domain/office/accounts.ts";
import { isAway, type Person } from "../../shared/domain/office/directory.ts";
import { ROLES } from "../../shared/domain/office/roles.ts";
import { instant } from "../../shared/domain/time.ts";

const NOW = instant(Date.UTC(2027, 8, 13, 5));
const BEFORE = instant(Date.UTC(2027, 8, 1));

const mails = fc.option(fc.constantFrom("a@urzad.example", "b@urzad.example"));
const roles = fc.subarray([...ROLES]);
const ids = fc.constantFrom("a", "b", "c", "d", "e", "f");

const staffs = fc.uniqueArray(
  fc.record({
    id: ids,
    name: fc.constantFrom("Anna", "Ewa"),
    roles,
    unit: fc.option(fc.constant("urzad")),
    mail: mails,
    absence: fc.constant(null),
    account: fc.option(fc.record({ mail: mails, closedAt: fc.option(fc.constant(BEFORE)) }), {
      nil: undefined,
    }),
    version: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ id }) => id },
) satisfies fc.Arbitrary<Person[]>;

const lists = fc.record({
  accounts: fc.uniqueArray(
    fc.record({
      id: ids,
      username: ids,
      name: fc.constantFrom("Anna", "Ewa"),
      mail: mails,
      roles,
      isOpen: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  ) satisfies fc.Arbitrary<StaffAccount[]>,
  unreadable: fc.array(fc.option(ids, { nil: undefined }), { maxLength: 2 }),
});

/** The directory after everything that a list changes was written. */
const after = (list: Parameters<typeof changesBy>[0], staff: readonly Person[]): Person[] => {
  const changes = changesBy(list, staff, NOW);
  const untouched = staff.filter(({ id }) => !changes.some(({ next }) => next.id === id));
  return [...untouched, ...changes.map(({ next }) => next)];
};

test("a list that was followed changes nothing when it comes again", () => {
  fc.assert(
    fc.property(lists, staffs, (list, staff) => {
      expect(changesBy(list, after(list, staff), NOW)).toEqual([]);
    }),
  );
});

test("each open account is a person of its name and roles, and nobody else has a role or is at work", () => {
  fc.assert(
    fc.property(lists, staffs, (list, staff) => {
      const found = after({ ...list, unreadable: [] }, staff);
      const open = list.accounts.filter(({ isOpen }) => isOpen);
      for (const { id, name, roles } of open)
        expect(found.find((person) => person.id === id)).toMatchObject({
          name,
          roles: ROLES.filter((role) => roles.includes(role)),
        });
      for (const person of found.filter(({ id }) => !open.some((account) => account.id === id)))
        if (person.account?.closedAt === NOW)
          expect([person.roles, isAway(person, "2027-09-13")]).toEqual([[], true]);
    }),
  );
});

test("whoever leaves stays with their name, unit and address, and who cannot be read stays as they were", () => {
  fc.assert(
    fc.property(lists, staffs, (list, staff) => {
      const found = after(list, staff);
      for (const before of staff) {
        const next = found.find(({ id }) => id === before.id);
        expect(next?.unit).toBe(before.unit);
        const isListed = list.accounts.some(({ id, isOpen }) => isOpen && id === before.id);
        if (!isListed) expect([next?.name, next?.mail]).toEqual([before.name, before.mail]);
        const isUnread = list.unreadable.includes(before.id) || list.unreadable.includes(undefined);
        if (!isListed && isUnread) expect(next).toBe(before);
      }
    }),
  );
});

test("an address follows the account until somebody writes another one", () => {
  const person = (mail: string | null, of?: string | null): Person => ({
    id: "a",
    name: "Anna",
    roles: ["clerk"],
    unit: null,
    mail,
    absence: null,
    version: 1,
    ...(of !== undefined && { account: { mail: of, closedAt: null } }),
  });
  const mailBy = (before: Person, mail: string | null) =>
    after({ accounts: [{ ...before, username: "a", mail, isOpen: true }], unreadable: [] }, [before])[0]
      ?.mail;
  expect(mailBy(person(null), "new@urzad.example")).toBe("new@urzad.example");
  expect(mailBy(person("old@urzad.example", "old@urzad.example"), "new@urzad.example")).toBe(
    "new@urzad.example",
  );
  expect(mailBy(person("own@urzad.example", "old@urzad.example"), "new@urzad.example")).toBe(
    "own@urzad.example",
  );
  expect(mailBy(person(null, "old@urzad.example"), "new@urzad.example")).toBeNull();
  expect(mailBy(person("own@urzad.example"), "new@urzad.example")).toBe("own@urzad.example");
});

test("a list by which nobody could work is no list of an office", () => {
  const account = {
    id: "a",
    username: "a",
    name: "Anna",
    mail: null,
    roles: ["clerk" as const],
    isOpen: true,
  };
  const isOffice = (...accounts: StaffAccount[]) => hasStaff({ accounts, unreadable: [] });
  expect(isOffice()).toBe(false);
  expect(isOffice({ ...account, isOpen: false }, { ...account, id: "b", roles: [] })).toBe(false);
  expect(isOffice({ ...account, isOpen: false }, { ...account, id: "b" })).toBe(true);
});
