import { expect, test } from "vitest";
import { z } from "zod";
import { routes } from "../../functions/routes.ts";
import type { Route } from "../../shared/platform/route.ts";
import { trial } from "./cloud.ts";
import { PolicyDocument, permissions, permissionsOfFunctions, type Statement } from "./permissions.ts";

const BALLOTS = /:ExportsOutput\w+Ballots/;

const ofFunctions = () => permissionsOfFunctions(trial(), "rynek-dev");
const onBallots = (statements: readonly Statement[]): string[] =>
  statements
    .filter(({ Resource }) => Resource.some((one) => BALLOTS.test(one) || one === "*"))
    .flatMap(({ Action }) => Action)
    .filter((action) => action.startsWith("dynamodb:"))
    .sort();

test("every function has a role of its own, and no role comes from a managed policy", () => {
  const roles = trial().properties("AWS::Lambda::Function", z.looseObject({ Role: z.unknown() }));
  expect(roles.length).toBeGreaterThanOrEqual(10);
  expect(new Set(roles.map(({ Role }) => JSON.stringify(Role))).size).toBe(roles.length);
  for (const [id, { Properties }] of trial().all("AWS::IAM::Role")) {
    expect(Properties, id).not.toHaveProperty("ManagedPolicyArns");
  }
});

test("no role may do everything, and what is not bound to a resource cannot be", () => {
  const unbound = new Set([
    "ses:GetSendQuota",
    "xray:PutTraceSegments",
    "xray:PutTelemetryRecords",
    "states:SendTaskSuccess",
    "cloudwatch:DescribeAlarms",
  ]);
  const logDelivery =
    /^(logs:(\w*LogDeliver(y|ies)|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)|xray:GetSampling(Rules|Targets))$/;
  for (const [role, statements] of permissions(trial())) {
    for (const { Action, Resource, NotResource } of statements) {
      if (NotResource) expect(Action, role).toEqual(["sns:Publish"]);
      for (const action of Action) expect(action, role).not.toContain("*");
      if (!Resource.includes("*")) continue;
      const ofTheMachine = /^(?:Cycle|Roll)Role/.test(role);
      for (const action of Action) {
        expect(unbound.has(action) || (ofTheMachine && logDelivery.test(action)), `${role}: ${action}`).toBe(
          true,
        );
      }
    }
  }
});

test("nobody may change or delete a ballot", () => {
  const changes = /^dynamodb:(Update|Delete|BatchWrite|PartiQL|Restore|Import|Export)/;
  for (const [role, statements] of permissions(trial())) {
    expect(
      onBallots(statements).filter((action) => changes.test(action)),
      role,
    ).toEqual([]);
  }
  const [policy, ...others] = trial()
    .all("AWS::DynamoDB::Table")
    .flatMap(([, { Properties }]) => (Properties.ResourcePolicy ? [Properties.ResourcePolicy] : []));
  expect(others).toEqual([]);
  const { PolicyDocument: document } = z.object({ PolicyDocument }).parse(policy);
  expect(document.Statement).toEqual([
    expect.objectContaining({
      Effect: "Deny",
      Resource: ["*"],
      Action: [
        "dynamodb:BatchWriteItem",
        "dynamodb:DeleteItem",
        "dynamodb:PartiQLDelete",
        "dynamodb:PartiQLInsert",
        "dynamodb:PartiQLUpdate",
        "dynamodb:UpdateItem",
      ],
    }),
    expect.objectContaining({ Effect: "Deny", Resource: ["*"], Action: ["dynamodb:PutItem"] }),
  ]);
  expect(document.Statement[0]).not.toHaveProperty("Condition");
  expect(JSON.stringify(policy).match(/"Principal":\{"AWS":"\*"\}/g)).toHaveLength(2);
});

test("only the vote's own role puts a ballot, administrators included, and only with its marker", () => {
  const Casting = z.looseObject({
    FunctionName: z.string(),
    Role: z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }),
  });
  const voting = trial()
    .properties("AWS::Lambda::Function", Casting)
    .find(({ FunctionName }) => FunctionName === "rynek-dev-voting");
  const named = trial()
    .all("AWS::IAM::Role")
    .filter(([, { Properties }]) => Properties.RoleName === "rynek-dev-voting");
  expect(named.map(([id]) => id)).toEqual([voting?.Role["Fn::GetAtt"][0]]);

  const policies = JSON.stringify(trial().all("AWS::DynamoDB::Table"));
  expect(policies).toMatch(
    /"Action":"dynamodb:PutItem","Condition":\{"ArnNotEquals":\{"aws:PrincipalArn":[^}]+\},[^}]+\},":role\/rynek-dev-voting"/,
  );
  const puts = [...ofFunctions()].flatMap(([name, statements]) =>
    statements
      .filter(({ Action }) => Action.includes("dynamodb:PutItem"))
      .filter(({ Resource }) => Resource.some((one) => BALLOTS.test(one)))
      .map(({ Condition }) => ({ name, Condition })),
  );
  expect(puts).toEqual([
    {
      name: "voting",
      Condition: { "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": "TransactWriteItems" } },
    },
  ]);
});

test("nobody may copy a table: two copies a moment apart would join markers and ballots", () => {
  const copies =
    /^dynamodb:(Restore|Export|Import|\w*Backup|EnableKinesis|\w*ResourcePolicy|GetRecords|Describe\w*Stream)/;
  for (const [role, statements] of permissions(trial())) {
    const copying = statements.flatMap(({ Action }) => Action).filter((action) => copies.test(action));
    // The consumer of the main table's keys reads its stream; ballots have none.
    expect(
      copying.filter((action) => !/Stream|GetRecords/.test(action)),
      role,
    ).toEqual([]);
  }
});

test("who can read ballots, whose they are on the roll, and keys: no role has all three, or any with the link key", () => {
  const sees = (statements: readonly Statement[]) => {
    const actions = onBallots(statements);
    const secrets = statements
      .filter(({ Action }) => Action.includes("secretsmanager:GetSecretValue"))
      .flatMap(({ Resource }) =>
        Resource.map(
          (one) => /rynek-dev\/(\w+)|Ref(\w+)Secret/.exec(one)?.slice(1).join("").toLowerCase() ?? one,
        ),
      );
    return {
      ballots: actions.includes("dynamodb:Scan")
        ? "all"
        : actions.includes("dynamodb:GetItem")
          ? "one"
          : "none",
      markers: statements.some(
        ({ Action, Resource }) =>
          Action.includes("dynamodb:GetItem") && Resource.some((one) => /:ExportsOutput\w+Main/.test(one)),
      ),
      secrets: secrets.sort(),
    };
  };
  const seen = Object.fromEntries([...ofFunctions()].map(([name, statements]) => [name, sees(statements)]));
  // One ballot by the id of a receipt, and the hashes of the roll; never all ballots, never a key of the commission.
  expect(seen.voting).toEqual({
    ballots: "one",
    markers: true,
    secrets: ["canary", "codes", "cycle", "links", "names", "sessions"],
  });
  // All ballots and the ballot key, and the city's to sign the list of them; markers by hashes that it cannot turn into people.
  expect(seen.count).toEqual({ ballots: "all", markers: true, secrets: ["count", "signing"] });
  const others = Object.entries(seen).filter(([name]) => name !== "voting" && name !== "count");
  for (const [name, { ballots, secrets }] of others) {
    expect([name, ballots]).toEqual([name, "none"]);
    expect(secrets, name).not.toContain("count");
  }
  // The link key is in no secret of this account: what can be read is one of these kinds.
  const kinds = new Set(Object.values(seen).flatMap(({ secrets }) => secrets));
  expect([...kinds].sort()).toEqual([
    "canary",
    "codes",
    "count",
    "cycle",
    "links",
    "names",
    "sessions",
    "signing",
  ]);
});

test("only the vote touches ballots, and only the count reads them all", () => {
  const touching = [...ofFunctions()].flatMap(([name, statements]) => {
    const actions = onBallots(statements);
    return actions.length > 0 ? [[name, actions] as const] : [];
  });
  expect(Object.fromEntries(touching)).toEqual({
    voting: ["dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:PutItem"],
    count: ["dynamodb:Scan"],
  });
});

test("the commission's key can be handed over by the cycles, dropped by who ends what it is for, and read by the count alone", () => {
  const able = [...ofFunctions()].flatMap(([name, statements]) =>
    statements
      .filter(({ Resource }) => Resource.some((one) => one.includes("/count/*")))
      .flatMap(({ Action }) => Action.map((action) => `${name} ${action.replace("secretsmanager:", "")}`)),
  );
  expect(able.sort()).toEqual([
    "count DeleteSecret",
    "count GetSecretValue",
    "cycles CreateSecret",
    "cycles DeleteSecret",
    "workflow DeleteSecret",
  ]);
});

test("one function asks how many letters are left of the day", () => {
  const asking = [...ofFunctions()].flatMap(([name, statements]) =>
    statements.filter(({ Action }) => Action.includes("ses:GetSendQuota")).map(() => name),
  );
  expect(asking).toEqual(["notices"]);
});

test("two functions send mail, from the sender's address only: notices, and a copy of an answer that is kept nowhere", () => {
  const sending = [...ofFunctions()].flatMap(([name, statements]) =>
    statements
      .filter(({ Action }) => Action.some((action) => action.startsWith("ses:Send")))
      .map(({ Action, Condition }) => ({ name, Action, Condition })),
  );
  expect(sending).toEqual(
    ["consultations", "notices"].map((name) => ({
      name,
      Action: ["ses:SendRawEmail"],
      Condition: { StringEquals: { "ses:FromAddress": "rynek@example.org" } },
    })),
  );
});

test("one function sends texts, to phones and to no topic", () => {
  const sending = [...ofFunctions()].flatMap(([name, statements]) =>
    statements
      .filter(({ Action }) => Action.some((action) => action.startsWith("sns:")))
      .map(({ Action, Resource, NotResource }) => ({ name, Action, Resource, NotResource })),
  );
  expect(sending).toEqual([
    {
      name: "notices",
      Action: ["sns:Publish"],
      Resource: [],
      NotResource: [expect.stringMatching(/:sns:\*:\*:\*/)],
    },
  ]);
});

test("one function lists the accounts of staff, of this pool, and changes them; it answers no request, and no password", () => {
  const listing = [...permissions(trial())].flatMap(([role, statements]) =>
    statements
      .filter(({ Action }) => Action.some((action) => action.startsWith("cognito")))
      .map(({ Action, Resource }) => ({
        role: role.replace(/[0-9A-F]{8}$/, ""),
        Action: Action.toSorted(),
        Resource,
      })),
  );
  const [pool] = trial()
    .all("AWS::Cognito::UserPool")
    .map(([id]) => JSON.stringify({ "Fn::GetAtt": [id, "Arn"] }));
  expect(listing).toEqual([
    {
      role: "directoryRole",
      Action: [
        "cognito-idp:AdminAddUserToGroup",
        "cognito-idp:AdminCreateUser",
        "cognito-idp:AdminDisableUser",
        "cognito-idp:AdminEnableUser",
        "cognito-idp:AdminRemoveUserFromGroup",
        "cognito-idp:ListUsers",
        "cognito-idp:ListUsersInGroup",
      ],
      Resource: [pool],
    },
  ]);
  expect(Object.values<Route>(routes).filter(({ fn }) => fn === "directory")).toEqual([]);
});
