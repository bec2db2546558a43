import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { guardOfBallots } from "../ballots-guard.ts";

/** The policy of the ballots table itself. */
export const neverChanged = (roles: Parameters<typeof guardOfBallots>[0]): PolicyDocument =>
  new PolicyDocument({
    statements: guardOfBallots(roles).map(
      ({ sid, actions, but: [one, ...more] }) =>
        new PolicyStatement({
          sid,
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: [...actions],
          resources: ["*"],
          ...(one && {
            conditions: { ArnNotEquals: { "aws:PrincipalArn": more.length > 0 ? [one, ...more] : one } },
          }),
        }),
    ),
  });
