import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cognitoAccounts } from "../../shared/platform/accounts.ts";
import { staffOf } from "../../shared/platform/actor.ts";

/* A user pool is another's system: what it says is read as warily as what a stranger sends. */

type Reply = { readonly Users: readonly object[]; readonly [token: string]: unknown };

let reply: (operation: string, asked: { readonly [token: string]: unknown }) => Reply;
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const [, operation = ""] = String(request.headers["x-amz-target"]).split(".");
  response.setHeader("content-type", "application/x-amz-json-1.1");
  response.end(JSON.stringify(reply(operation, JSON.parse(body))));
});
beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => server.close());

const list = () =>
  cognitoAccounts("local_staff", {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
  }).list();

const user = (name: string, Username = "jan.kos") => ({
  Username,
  Attributes: [
    { Name: "sub", Value: "jan" },
    { Name: "name", Value: name },
  ],
  Enabled: true,
});

test.each([
  ["Jan Kos", "Jan Kos"],
  [" Jan\nKos ", "Jan Kos"],
  ["<b>Jan</b>", "<b>Jan</b>"],
  ["Jan \u202esoK", "jan.kos"],
  ["Jan\u0000Kos", "jan.kos"],
  ["", "jan.kos"],
  ["J".repeat(300), "jan.kos"],
])("A name that can be shown honestly on one line is shown, else the user name: %j", async (name, shown) => {
  reply = (operation) => ({ Users: operation === "ListUsers" ? [user(name)] : [] });
  const { accounts, unreadable } = await list();
  expect([accounts.map((account) => account.name), unreadable]).toEqual([[shown], []]);
  expect(staffOf({ sub: "jan", name, username: "jan.kos", token_use: "access" })?.name).toBe(shown);
});

test("A list whose pages lead back to one that was read is no list", async () => {
  for (const circle of ["ListUsers", "ListUsersInGroup"]) {
    let pages = 0;
    reply = (operation) => {
      if (operation !== circle) return { Users: [] };
      const token = `${pages++ % 2}`;
      return { Users: [user("Jan Kos")], PaginationToken: token, NextToken: token };
    };
    await expect(list(), circle).rejects.toThrow("a page that was read");
  }
});
