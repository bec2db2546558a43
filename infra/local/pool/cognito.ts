import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Role } from "../../../shared/domain/office/roles.ts";
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

const OPERATIONS: Readonly<
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

/**
 * Cognito (AWS JSON 1.1) at `/local/cognito`, for the two lists alone; its groups are the roles. The signature of a request is not checked.
 * Accounts that cannot be had are its own fault.
 */
export const cognitoDoor =
  (accounts: () => readonly LocalAccount[]): LocalDoor =>
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
    const operation = OPERATIONS[name];
    if (!operation)
      return fail(400, "UnknownOperationException", `Only lists of users are taken here, not ${name}.`);
    let listed: readonly LocalAccount[];
    try {
      listed = accounts();
    } catch (error) {
      return fail(500, "InternalErrorException", error instanceof Error ? error.message : String(error));
    }
    try {
      return answer(200, operation(JSON.parse(body.toString("utf8")), listed));
    } catch {
      return fail(400, "InvalidParameterException", "The request cannot be read.");
    }
  };
