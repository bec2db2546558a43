import { z } from "zod";
import { Email, line } from "../text.ts";
import type { Instant } from "../time.ts";
import { type Person, PersonId } from "./directory.ts";
import { ROLES, Role } from "./roles.ts";

/** An account of the city's staff, as the identity provider lists it. */
export const StaffAccount = z.object({
  id: PersonId,
  /** What the provider knows it by; it never changes. */
  username: z.string(),
  name: line(200),
  /** An address that no letter can go to is none. */
  mail: Email.nullable().catch(null),
  roles: z.array(Role),
  /** A closed one lets nobody in, and can be opened again. */
  isOpen: z.boolean(),
});
export type StaffAccount = z.infer<typeof StaffAccount>;

/** All accounts; of those that could not be read the ids, where there is one: these people are there, whatever else is true of them. */
export interface AccountList {
  readonly accounts: readonly StaffAccount[];
  readonly unreadable: readonly (string | undefined)[];
}

/** Whether somebody could work by this list. One by which nobody could is a fault of the list: it is no news of the office. */
export const hasStaff = ({ accounts }: AccountList): boolean =>
  accounts.some(({ isOpen, roles }) => isOpen && roles.length > 0);

/** What a list changes of one person: somebody who was not there, or the version that was read. */
export interface PersonChange {
  readonly before: Person | undefined;
  readonly next: Person;
  /** What is told of it; nothing where the list says what was known. */
  readonly news: "opened" | "changed" | "closed" | undefined;
}

const inOrder = (roles: readonly Role[]): Role[] => ROLES.filter((role) => roles.includes(role));

const isSame = (one: Person, other: Person): boolean =>
  one.name === other.name &&
  one.mail === other.mail &&
  inOrder(one.roles).join() === inOrder(other.roles).join();

/** The address of the account, where the one that is known came from there, or there is none that anybody chose. */
const mailOf = ({ mail, account }: Person, listed: StaffAccount): Person["mail"] =>
  mail === (account?.mail ?? null) ? listed.mail : mail;

const opened = (listed: StaffAccount, before: Person | undefined): PersonChange | undefined => {
  const { id, name, mail } = listed;
  const next: Person = {
    unit: null,
    absence: null,
    version: 0,
    ...before,
    id,
    name,
    roles: inOrder(listed.roles),
    mail: before ? mailOf(before, listed) : mail,
    account: { mail, closedAt: null },
  };
  if (!before || before.account?.closedAt) return { before, next, news: "opened" };
  const isKnown = isSame(before, next);
  if (isKnown && before.account && before.account.mail === mail) return undefined;
  return { before, next, news: isKnown ? undefined : "changed" };
};

const closed = (before: Person, closedAt: Instant): PersonChange | undefined => {
  if (before.account?.closedAt) return undefined;
  const account = { mail: before.account?.mail ?? null, closedAt };
  return { before, next: { ...before, roles: [], account }, news: "closed" };
};

/**
 * What a list changes of the directory as it was read before. Whoever has no open account is there without roles, so that their work goes on
 * to who stands in; name, unit and address stay, for the journal and for the day on which the account is opened again.
 */
export const changesBy = (
  { accounts, unreadable }: AccountList,
  staff: readonly Person[],
  now: Instant,
): PersonChange[] => {
  const known = new Map(staff.map((person) => [person.id, person]));
  const open = accounts.filter(({ isOpen }) => isOpen);
  const there = new Set([...open.map(({ id }) => id), ...unreadable]);
  // An account without an id may be anybody's.
  const left = there.has(undefined) ? [] : staff.filter(({ id }) => !there.has(id));
  return [
    ...open.map((listed) => opened(listed, known.get(listed.id))),
    ...left.map((person) => closed(person, now)),
  ].filter((change) => change !== undefined);
};
