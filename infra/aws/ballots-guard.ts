/** What the policies of the ballots table deny, as data: the stack and the command that restores a table put up the same. */
interface Denied {
  readonly sid: string;
  readonly actions: readonly string[];
  /** Roles that it does not deny, by ARN. */
  readonly but: readonly string[];
}

/**
 * Nobody, the account's administrators included, updates or deletes an item, and nobody but the vote's own role puts one. Whatever a role is
 * granted by mistake, this denies. That the vote puts *if absent* is for its code to say: a put without a condition overwrites, and no
 * policy can demand one (ADR 003). What retention destroys are keys, never ballots. Whoever restores a table is asked by AWS for the
 * rights to write items; while a stage names such people, their role is left out here, and its own grants are on restored tables alone.
 */
export const guardOfBallots = (roles: {
  readonly casting: string;
  readonly restoring?: string;
}): Denied[] => {
  const restoring = roles.restoring === undefined ? [] : [roles.restoring];
  return [
    {
      sid: "NobodyChangesABallot",
      actions: [
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:PartiQLInsert",
        "dynamodb:PartiQLUpdate",
        "dynamodb:PartiQLDelete",
      ],
      but: restoring,
    },
    { sid: "OnlyTheVotePutsABallot", actions: ["dynamodb:PutItem"], but: [roles.casting, ...restoring] },
  ];
};

/** The same as a policy of IAM, for one table by its ARN. */
export const guardPolicy = (tableArn: string, roles: { readonly casting: string }): object => ({
  Version: "2012-10-17",
  Statement: guardOfBallots(roles).map(({ sid, actions, but }) => ({
    Sid: sid,
    Effect: "Deny",
    Principal: "*",
    Action: actions,
    Resource: tableArn,
    ...(but.length > 0 && { Condition: { ArnNotEquals: { "aws:PrincipalArn": but } } }),
  })),
});
