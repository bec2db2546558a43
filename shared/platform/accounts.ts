import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  type ListUsersInGroupResponse,
  type ListUsersResponse,
  paginateListUsers,
  paginateListUsersInGroup,
  type UserType,
} from "@aws-sdk/client-cognito-identity-provider";
import { type AccountList, StaffAccount } from "../domain/office/accounts.ts";
import { ROLES, type Role } from "../domain/office/roles.ts";
import type { Environment } from "./env.ts";

/** The accounts with which staff sign in. */
export interface Accounts {
  /** All of them, or an exception: half a list would close accounts that are open. */
  readonly list: () => Promise<AccountList>;
}

const LIMITS = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** Cognito hands out no more at once. */
const PAGE = 60;

/** The two lists call the token of their next page by different names. */
type ListPage = Pick<ListUsersResponse, "Users" | "PaginationToken"> &
  Pick<ListUsersInGroupResponse, "NextToken">;

/** Accounts of a Cognito user pool; its groups are the roles. */
export const cognitoAccounts = (
  UserPoolId: string,
  config: CognitoIdentityProviderClientConfig = {},
): Accounts => {
  const client = new CognitoIdentityProviderClient({ requestHandler: LIMITS, ...config });

  const all = async (pages: AsyncIterable<ListPage>): Promise<UserType[]> => {
    const users: UserType[] = [];
    const next = new Set<string>();
    for await (const { Users = [], PaginationToken, NextToken = PaginationToken } of pages) {
      if (NextToken !== undefined && next.has(NextToken))
        throw new Error("the list of accounts leads back to a page that was read");
      if (NextToken !== undefined) next.add(NextToken);
      users.push(...Users);
    }
    return users;
  };

  return {
    list: async () => {
      const users = await all(paginateListUsers({ client, pageSize: PAGE }, { UserPoolId }));
      const rolesOf = new Map<string | undefined, Role[]>();
      for (const role of ROLES) {
        const members = paginateListUsersInGroup({ client, pageSize: PAGE }, { UserPoolId, GroupName: role });
        for (const { Username } of await all(members))
          rolesOf.set(Username, [...(rolesOf.get(Username) ?? []), role]);
      }
      const accounts: StaffAccount[] = [];
      const unreadable: (string | undefined)[] = [];
      for (const { Username, Attributes = [], Enabled } of users) {
        const attributes = Object.fromEntries(Attributes.map(({ Name, Value }) => [Name, Value]));
        const account = StaffAccount.safeParse({
          id: attributes.sub,
          name: StaffAccount.shape.name.safeParse(attributes.name).data ?? Username,
          mail: attributes.email ?? null,
          roles: rolesOf.get(Username) ?? [],
          isOpen: Enabled,
        });
        if (account.success) accounts.push(account.data);
        else unreadable.push(attributes.sub);
      }
      return { accounts, unreadable };
    },
  };
};

export const accountsOnAws = (env: Environment): Accounts => cognitoAccounts(env.STAFF_POOL);
