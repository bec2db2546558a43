import { z } from "zod";
import { type Refusal, refusal } from "../refusals.ts";
import { Email } from "../text.ts";
import type { AccountList, StaffAccount } from "./accounts.ts";
import { hasAccount, type Person, PersonId, type Unit, UnitId } from "./directory.ts";
import { ROLES, Role } from "./roles.ts";

/** Somebody as a sheet of staff has them; without a unit theirs stays. */
export interface StaffRow {
  readonly mail: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit: UnitId | undefined;
}

/** What a sheet changes of one account. */
export const StaffChange = z.object({
  /** Null of somebody whom no list of accounts has had. */
  id: PersonId.nullable(),
  mail: Email,
  name: z.string(),
  /** The roles that they have, and those that they are to have; null where there is no open account. */
  before: z.array(Role).nullable(),
  roles: z.array(Role).nullable(),
  /** Where they are to work, if that changes. */
  unit: z.object({ id: UnitId, name: z.string() }).nullable(),
});
export type StaffChange = z.infer<typeof StaffChange>;

/** How many accounts are opened, changed and closed. */
export const countsOf = (changes: readonly StaffChange[]) => {
  const opened = changes.filter(({ before }) => before === null).length;
  const closed = changes.filter(({ roles }) => roles === null).length;
  return { opened, changed: changes.length - opened - closed, closed };
};

const inOrder = (roles: readonly Role[]): Role[] => ROLES.filter((role) => roles.includes(role));

const sameMailbox = (one: string | null | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

/** People of the directory whose account has this address: its own, not the one at work that an admin wrote. */
const withMail = (staff: readonly Person[], mail: string): Person[] => {
  const all = staff.filter(({ account }) => sameMailbox(account?.mail, mail));
  const open = all.filter(hasAccount);
  return open.length > 0 ? open : all;
};

/** Whether an address is that of several accounts: nobody knows then whose row it is. */
export const isAmbiguous = (staff: readonly Person[], mail: string): boolean =>
  withMail(staff, mail).length > 1;

/** What a sheet changes: who is new, whose roles or unit are others, and who is not on it and has an account. One whose address is not known is left alone. */
export const changesOf = (
  rows: readonly StaffRow[],
  { staff, units }: { readonly staff: readonly Person[]; readonly units: readonly Unit[] },
): StaffChange[] => {
  const wanted = rows.flatMap(({ mail, name, roles, unit: unitId }): StaffChange[] => {
    const person = withMail(staff, mail)[0];
    const before = person && hasAccount(person) ? inOrder(person.roles) : null;
    const unit = units.find(({ id }) => id === unitId && id !== person?.unit);
    if (before?.join() === roles.join() && !unit) return [];
    return [
      {
        id: person?.id ?? null,
        mail,
        name: person?.name ?? name,
        before,
        roles: inOrder(roles),
        unit: unit ? { id: unit.id, name: unit.name } : null,
      },
    ];
  });
  const gone = staff.flatMap(({ id, name, roles, account }): StaffChange[] => {
    const mail = account?.closedAt === null ? account.mail : null;
    if (!mail || rows.some((row) => sameMailbox(mail, row.mail))) return [];
    return [{ id, mail, name, before: inOrder(roles), roles: null, unit: null }];
  });
  return [...wanted, ...gone];
};

/** Roles that somebody is given by a change, and those that are taken from them. */
const givenBy = ({ before, roles }: StaffChange): Role[] =>
  (roles ?? []).filter((role) => !before?.includes(role));
const takenBy = ({ before, roles }: StaffChange): Role[] =>
  (before ?? []).filter((role) => !roles?.includes(role));

/** A change is accepted by two people of this role: with fewer of them it would be the last. */
const KEEPER: Role = "admin";
const FEWEST = 2;

/** Why changes cannot be proposed or accepted by somebody: they would be given a role, or too few admins would be left. */
export const checkChanges = (
  changes: readonly StaffChange[],
  { staff, me }: { readonly staff: readonly Person[]; readonly me: string },
): Refusal | undefined => {
  // Whose account no list has had yet may be among those who are new.
  if (!staff.some(({ id, account }) => id === me && account)) return refusal("staff/changing", {});
  const own = changes.find(({ id }) => id === me);
  if (own && givenBy(own).length > 0) return refusal("staff/own-role", { roles: givenBy(own) });
  const keepers = staff.filter((one) => hasAccount(one) && one.roles.includes(KEEPER));
  const stay = keepers.filter(
    ({ id }) => !changes.some((one) => one.id === id && takenBy(one).includes(KEEPER)),
  );
  const come = changes.filter((one) => givenBy(one).includes(KEEPER));
  // Who is new may never sign in: one of them is there today.
  const isEnough = stay.length > 0 && stay.length + come.length >= FEWEST;
  return isEnough || stay.length === keepers.length
    ? undefined
    : refusal("staff/too-few-admins", { admins: stay.map(({ name }) => name) });
};

/** Whether everybody whom changes are about is as they were when these were proposed. */
export const areAsProposed = (
  changes: readonly StaffChange[],
  { staff, units }: { readonly staff: readonly Person[]; readonly units: readonly Unit[] },
): boolean =>
  changes.every(({ id, mail, before, unit }) => {
    const person = id === null ? withMail(staff, mail)[0] : staff.find((one) => one.id === id);
    const now = person && hasAccount(person) ? inOrder(person.roles).join() : undefined;
    return now === before?.join() && (unit === null || units.some((one) => one.id === unit.id));
  });

/** The account that a change is about, if there is one. */
export const accountOf = ({ id, mail }: StaffChange, { accounts }: AccountList): StaffAccount | undefined =>
  accounts.find((one) => (id === null ? sameMailbox(one.mail, mail) : one.id === id));

/** Whether an account is as a change wants it. */
export const isMade = ({ roles }: StaffChange, account: StaffAccount | undefined): boolean =>
  roles === null
    ? account?.isOpen !== true
    : account?.isOpen === true && inOrder(account.roles).join() === roles.join();

/** The last step before the accounts: of changes that would leave nobody who keeps them, those that take somebody's right away are left out. */
export const leavingKeepers = (changes: readonly StaffChange[], list: AccountList): StaffChange[] => {
  const keepers = list.accounts.filter(({ isOpen, roles }) => isOpen && roles.includes(KEEPER));
  const losing = changes.filter(
    (one) => !one.roles?.includes(KEEPER) && accountOf(one, list)?.roles.includes(KEEPER),
  );
  const lose = new Set(losing.map((one) => accountOf(one, list)?.id));
  return keepers.some(({ id }) => !lose.has(id))
    ? [...changes]
    : changes.filter((one) => !losing.includes(one));
};

/** A user name of Cognito: it stands in the records that somebody leaves, so it is a name and no number. */
export const usernameFor = (mail: string, taken: readonly string[]): string => {
  const name = (mail.split("@")[0] ?? "").toLowerCase().replace(/[^a-z0-9._-]+/g, ".");
  const all = new Set(taken.map((one) => one.toLowerCase()));
  for (let n = 1; ; n++) {
    const own = n === 1 ? name : `${name}.${n}`;
    if (!all.has(own)) return own;
  }
};
