import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";

const deny = (sid: string, actions: string[], conditions?: Record<string, unknown>): PolicyStatement =>
  new PolicyStatement({
    sid,
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources: ["*"],
    ...(conditions && { conditions }),
  });

/**
 * The table's own policy: nobody, the account's administrators included, updates or deletes an item, and nobody but the vote's own role puts
 * one. Whatever a role is granted by mistake, this denies. That the vote puts *if absent* is for its code to say: a put without a condition
 * overwrites, and no policy can demand one (ADR 003). What retention destroys are keys, never ballots.
 */
export const neverChanged = (castingRoleArn: string): PolicyDocument =>
  new PolicyDocument({
    statements: [
      deny("NobodyChangesABallot", [
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:PartiQLInsert",
        "dynamodb:PartiQLUpdate",
        "dynamodb:PartiQLDelete",
      ]),
      deny("OnlyTheVotePutsABallot", ["dynamodb:PutItem"], {
        ArnNotEquals: { "aws:PrincipalArn": castingRoleArn },
      }),
    ],
  });
