import { expect, test } from "vitest";
import { z } from "zod";
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
  const unbound = new Set(["xray:PutTraceSegments", "xray:PutTelemetryRecords", "states:SendTaskSuccess"]);
  const logDelivery =
    /^(logs:(\w*LogDeliver(y|ies)|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)|xray:GetSampling(Rules|Targets))$/;
  for (const [role, statements] of permissions(trial())) {
    for (const { Action, Resource, NotResource } of statements) {
      if (NotResource) expect(Action, role).toEqual(["sns:Publish"]);
      for (const action of Action) expect(action, role).not.toContain("*");
      if (!Resource.includes("*")) continue;
      const ofTheMachine = role.startsWith("CycleRole");
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
        "dynamodb:PartiQLUpdate",
        "dynamodb:UpdateItem",
      ],
    }),
  ]);
  expect(JSON.stringify(policy)).toContain('"Principal":{"AWS":"*"}');
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
      .map(({ Action }) => [name, Action]),
  );
  expect(able).toEqual([
    ["cycles", ["secretsmanager:CreateSecret"]],
    ["cycles", ["secretsmanager:DeleteSecret"]],
    ["workflow", ["secretsmanager:DeleteSecret"]],
    ["count", ["secretsmanager:DeleteSecret", "secretsmanager:GetSecretValue"]],
  ]);
});

test("one function sends mail, from the sender's address only", () => {
  const sending = [...ofFunctions()].flatMap(([name, statements]) =>
    statements
      .filter(({ Action }) => Action.some((action) => action.startsWith("ses:")))
      .map(({ Action, Condition }) => ({ name, Action, Condition })),
  );
  expect(sending).toEqual([
    {
      name: "notices",
      Action: ["ses:SendRawEmail"],
      Condition: { StringEquals: { "ses:FromAddress": "rynek@example.org" } },
    },
  ]);
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
