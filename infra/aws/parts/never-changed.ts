import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";

/**
 * The table's own policy: nobody, the account's administrators included, updates or deletes an item. Whatever a role is granted by mistake,
 * this denies. What retention destroys are keys, never ballots.
 */
export const neverChanged = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: "NobodyChangesABallot",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:PartiQLUpdate",
          "dynamodb:PartiQLDelete",
        ],
        resources: ["*"],
      }),
    ],
  });
