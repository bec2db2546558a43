import type { AccountList } from "../../shared/domain/office/accounts.ts";
import { ROLES } from "../../shared/domain/office/roles.ts";
import {
  accountOf,
  isMade,
  leavingKeepers,
  type StaffChange,
  usernameFor,
} from "../../shared/domain/office/staff-changes.ts";
import type { Accounts, Made } from "../../shared/platform/accounts.ts";
import { log } from "../../shared/platform/log.ts";

interface Means {
  readonly list: AccountList;
  readonly accounts: Accounts;
  /** Ends the sessions of somebody who may do less from now on. */
  readonly endSessions: (id: string) => Promise<void>;
}

/** One account as it is to be, from however it is: broken off anywhere and begun again it comes to the same. */
const change = async (
  wanted: StaffChange,
  { list, taken, accounts, endSessions }: Means & { readonly taken: string[] },
): Promise<Made> => {
  const account = accountOf(wanted, list);
  const { roles, mail, name } = wanted;
  if (roles === null) {
    if (!account) return "made";
    const closed = await accounts.setOpen(account.username, false);
    await endSessions(account.id);
    return closed;
  }
  const username = account?.username ?? usernameFor(mail, taken);
  if (!account && (await accounts.create({ username, mail, name })) === "refused") return "refused";
  taken.push(username);
  for (const role of ROLES) {
    const isGiven = roles.includes(role);
    if (isGiven === (account?.roles.includes(role) ?? false)) continue;
    if ((await accounts.setRole(username, role, isGiven)) === "refused") return "refused";
  }
  if (account?.roles.some((role) => !roles.includes(role))) await endSessions(account.id);
  // Nobody is let in with the roles of before.
  return account && !account.isOpen ? await accounts.setOpen(username, true) : "made";
};

interface Changed {
  /** What the provider refuses, or what would leave nobody who keeps accounts: that is not tried again. */
  readonly refused: readonly StaffChange[];
  /** What was not to be had this time. */
  readonly failures: number;
}

/** Makes accounts as an accepted sheet wants them, whoever comes before whoever goes. Each stands alone. */
export const changeAccounts = async (changes: readonly StaffChange[], means: Means): Promise<Changed> => {
  const { list } = means;
  const open = changes.filter((one) => !isMade(one, accountOf(one, list)));
  const held = leavingKeepers(changes, list);
  const refused = open.filter((one) => !held.includes(one));
  const taken = list.accounts.map(({ username }) => username);
  let failures = 0;
  const closing = (one: StaffChange): number => (one.roles === null ? 1 : 0);
  for (const one of open.toSorted((a, b) => closing(a) - closing(b))) {
    if (refused.includes(one)) continue;
    try {
      if ((await change(one, { ...means, taken })) === "refused") refused.push(one);
    } catch (error) {
      failures++;
      log.error({ event: "directory/account", error });
    }
  }
  return { refused, failures };
};
