import { Arn, ArnFormat, type Stack, Token } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { ArnPrincipal, CompositePrincipal, PolicyStatement, Role } from "aws-cdk-lib/aws-iam";
import type { Names } from "../names.ts";
import { accept } from "../reasons.ts";

/** What AWS asks of whoever restores, on the new table; and what the mending and guarding of one needs. */
const ON_RESTORED = [
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:DescribeContinuousBackups",
  "dynamodb:DescribeTable",
  "dynamodb:DescribeTimeToLive",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:PutResourcePolicy",
  "dynamodb:Query",
  "dynamodb:RestoreTableToPointInTime",
  "dynamodb:Scan",
  "dynamodb:UpdateContinuousBackups",
  "dynamodb:UpdateItem",
  "dynamodb:UpdateTable",
  "dynamodb:UpdateTimeToLive",
];

interface RestoreProps {
  readonly names: Names;
  readonly tables: readonly ITable[];
  /** ARNs of the people who may take it. */
  readonly restorers: readonly string[];
}

/** Restores the tables to new ones, and may write those alone. Each of its people takes it with a second factor. */
export const restoreRole = (stack: Stack, { names, tables, restorers }: RestoreProps): Role => {
  const role = new Role(stack, "RestoreRole", {
    roleName: names.restoreRole,
    description: "Restores the tables to new ones; deployed for as long as that takes",
    assumedBy: new CompositePrincipal(
      ...restorers.map((person) =>
        new ArnPrincipal(person).withConditions({ Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      ),
    ),
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ["dynamodb:RestoreTableToPointInTime", "dynamodb:DescribeTable"],
      resources: tables.map(({ tableArn }) => tableArn),
    }),
  );
  const restored = Arn.format(
    {
      service: "dynamodb",
      resource: "table",
      resourceName: `${names.restoredTable("*", "*")}`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    },
    stack,
  );
  role.addToPolicy(
    new PolicyStatement({ actions: ON_RESTORED, resources: [restored, `${restored}/index/*`] }),
  );
  const account = Token.isUnresolved(stack.account) ? "<AWS::AccountId>" : stack.account;
  const named = `arn:aws:dynamodb:${stack.region}:${account}:table/${names.restoredTable("*", "*")}`;
  accept(role, {
    [`AwsSolutions-IAM5[Resource::${named}]`]: "A restored table is named after the moment of its restoring.",
    [`AwsSolutions-IAM5[Resource::${named}/index/*]`]: "The indexes of those tables.",
  });
  return role;
};
