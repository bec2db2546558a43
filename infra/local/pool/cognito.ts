import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Role } from "../../../shared/domain/office/roles.ts";
import { Email } from "../../../shared/domain/text.ts";
import { readBody } from "../http/body.ts";
import { addressOf, type LocalDoor } from "../http/door.ts";
import { reply } from "../http/reply.ts";
import { subjectOf } from "../issuer/tokens.ts";
import type { LocalAccount } from "./staff-file.ts";

const BODY_LIMIT_BYTES = 64 * 1024;

/** Cognito hands out no more at once. */
const MOST = 60;

/** The page that a token leads to begins after so many accounts. */
const Token = z.coerce.number().int().optional();
const Limit = z.int().min(1).max(MOST).default(MOST);

const ListUsers = z.object({ UserPoolId: z.string(), Limit, PaginationToken: Token });
const ListUsersInGroup = z.object({ UserPoolId: z.string(), GroupName: Role, Limit, NextToken: Token });

const userOf = ({ username, name, mail, isEnabled }: LocalAccount) => ({
  Username: username,
  Attributes: [
    { Name: "sub", Value: subjectOf({ username }) },
    { Name: "email", Value: mail },
    { Name: "name", Value: name },
  ],
  Enabled: isEnabled,
  UserStatus: "CONFIRMED",
});

const pageOf = (accounts: readonly LocalAccount[], from = 0, limit = MOST) => {
  const end = from + limit;
  return {
    Users: accounts.slice(from, end).map(userOf),
    next: end < accounts.length ? String(end) : undefined,
  };
};

const Username = z.string().min(1).max(128);
const AdminOnUser = z.object({ UserPoolId: z.string(), Username });
const AdminOnGroup = AdminOnUser.extend({ GroupName: Role });
const AdminCreateUser = AdminOnUser.extend({
  DesiredDeliveryMediums: z.tuple([z.literal("EMAIL")]),
  UserAttributes: z
    .array(z.object({ Name: z.string(), Value: z.string() }))
    .transform((all) => Object.fromEntries(all.map(({ Name, Value }) => [Name, Value])))
    .pipe(z.object({ name: z.string(), email: Email, email_verified: z.literal("true") })),
});

/** What Cognito refuses, by the name that it gives it. */
class CognitoFault extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** All accounts, with one of them changed. */
const changed = (
  accounts: readonly LocalAccount[],
  username: string,
  change: (account: LocalAccount) => Partial<LocalAccount>,
): LocalAccount[] => {
  if (!accounts.some((one) => isSame(one.username, username)))
    throw new CognitoFault("UserNotFoundException", "User does not exist.");
  return accounts.map((one) => (isSame(one.username, username) ? { ...one, ...change(one) } : one));
};

type Writing = (asked: unknown, accounts: readonly LocalAccount[]) => readonly LocalAccount[];

/** What changes accounts: all of them as they are then. */
const WRITINGS: Readonly<Record<string, Writing>> = {
  AdminCreateUser: (asked, accounts) => {
    const {
      Username: username,
      UserAttributes: { name, email: mail },
    } = AdminCreateUser.parse(asked);
    if (accounts.some((one) => isSame(one.username, username) || isSame(one.mail, mail)))
      throw new CognitoFault("UsernameExistsException", "User account already exists");
    return [...accounts, { username, name, mail, roles: [], isEnabled: true }];
  },
  AdminEnableUser: (asked, accounts) =>
    changed(accounts, AdminOnUser.parse(asked).Username, () => ({ isEnabled: true })),
  AdminDisableUser: (asked, accounts) =>
    changed(accounts, AdminOnUser.parse(asked).Username, () => ({ isEnabled: false })),
  AdminAddUserToGroup: (asked, accounts) => {
    const { Username: username, GroupName } = AdminOnGroup.parse(asked);
    return changed(accounts, username, ({ roles }) => ({ roles: [...new Set([...roles, GroupName])] }));
  },
  AdminRemoveUserFromGroup: (asked, accounts) => {
    const { Username: username, GroupName } = AdminOnGroup.parse(asked);
    return changed(accounts, username, ({ roles }) => ({ roles: roles.filter((one) => one !== GroupName) }));
  },
};

const READINGS: Readonly<
  Record<string, (asked: unknown, accounts: readonly LocalAccount[]) => Record<string, unknown>>
> = {
  ListUsers: (asked, accounts) => {
    const { PaginationToken, Limit: limit } = ListUsers.parse(asked);
    const { Users, next } = pageOf(accounts, PaginationToken, limit);
    return { Users, PaginationToken: next };
  },
  ListUsersInGroup: (asked, accounts) => {
    const { GroupName, NextToken, Limit: limit } = ListUsersInGroup.parse(asked);
    const members = accounts.filter(({ roles }) => roles.includes(GroupName));
    const { Users, next } = pageOf(members, NextToken, limit);
    return { Users, NextToken: next };
  },
};

/** The accounts as they are, and in their place those that are to be. */
interface Kept {
  readonly read: () => readonly LocalAccount[];
  readonly write: (accounts: readonly LocalAccount[]) => void;
}

/**
 * Cognito (AWS JSON 1.1) at `/local/cognito`, for what the directory asks of it; its groups are the roles. The signature of a request is not
 * checked, and nobody is invited. Accounts that cannot be had are its own fault.
 */
export const cognitoDoor =
  ({ read, write }: Kept): LocalDoor =>
  async (request, response) => {
    if (!/^\/local\/cognito\/?$/.test(addressOf(request).pathname)) return false;
    const answer = (status: number, body: object) =>
      reply(response, "application/x-amz-json-1.1", JSON.stringify(body), {
        status,
        headers: { "x-amzn-requestid": randomUUID() },
      });
    const fail = (status: number, type: string, message: string) => answer(status, { __type: type, message });

    const body = await readBody(request, BODY_LIMIT_BYTES);
    if (body === "too-large") return fail(400, "InvalidParameterException", "The request is too long.");
    const [, name = ""] = String(request.headers["x-amz-target"]).split(".");
    const [reading, writing] = [READINGS[name], WRITINGS[name]];
    if (!reading && !writing) return fail(400, "UnknownOperationException", `${name} is not taken here.`);
    let known: readonly LocalAccount[];
    try {
      known = read();
    } catch (error) {
      return fail(500, "InternalErrorException", error instanceof Error ? error.message : String(error));
    }
    try {
      const asked: unknown = JSON.parse(body.toString("utf8"));
      if (writing) write(writing(asked, known));
      return answer(200, reading?.(asked, known) ?? {});
    } catch (error) {
      return error instanceof CognitoFault
        ? fail(400, error.name, error.message)
        : fail(400, "InvalidParameterException", "The request cannot be read.");
    }
  };
