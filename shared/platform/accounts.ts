import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminRemoveUserFromGroupCommand,
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
  /** Makes one without a role; the provider invites whoever it is for, with a password for a few days. */
  readonly create: (account: Pick<StaffAccount, "username" | "mail" | "name">) => Promise<Made>;
  /** Opens one, or closes it: whoever it is for is signed out everywhere at the provider, and not let in again. */
  readonly setOpen: (username: string, isOpen: boolean) => Promise<Made>;
  readonly setRole: (username: string, role: Role, isGiven: boolean) => Promise<Made>;
}

/** Whether the provider did it; what it refuses it refuses the next time, too. */
export type Made = "made" | "refused";

/** What the provider says of an account that cannot be as it is asked for. All else is an accident. */
const REFUSES: ReadonlySet<string> = new Set([
  "AliasExistsException",
  "UsernameExistsException",
  "InvalidParameterException",
  "UnsupportedUserStateException",
  "UserNotFoundException",
]);

const madeOf = async (sending: Promise<unknown>): Promise<Made> => {
  try {
    await sending;
    return "made";
  } catch (error) {
    if (error instanceof Error && REFUSES.has(error.name)) return "refused";
    throw error;
  }
};

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
          username: Username,
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

    create: ({ username: Username, mail, name }) =>
      madeOf(
        client.send(
          new AdminCreateUserCommand({
            UserPoolId,
            Username,
            DesiredDeliveryMediums: ["EMAIL"],
            UserAttributes: [
              { Name: "email", Value: mail ?? undefined },
              // The city says whose it is; without that nobody signs in by it or sets a new password.
              { Name: "email_verified", Value: "true" },
              { Name: "name", Value: name },
            ],
          }),
        ),
      ),

    setOpen: (Username, isOpen) => {
      const Command = isOpen ? AdminEnableUserCommand : AdminDisableUserCommand;
      return madeOf(client.send(new Command({ UserPoolId, Username })));
    },

    setRole: (Username, GroupName, isGiven) => {
      const Command = isGiven ? AdminAddUserToGroupCommand : AdminRemoveUserFromGroupCommand;
      return madeOf(client.send(new Command({ UserPoolId, Username, GroupName })));
    },
  };
};

export const accountsOnAws = (env: Environment): Accounts => cognitoAccounts(env.STAFF_POOL);
