import { z } from "zod";
import type { Cloud } from "./cloud.ts";

const list = z
  .union([z.unknown().array(), z.unknown().transform((one) => [one])])
  .transform((all) => all.map((one) => (typeof one === "string" ? one : JSON.stringify(one))));

const Statement = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: list,
  Resource: z.preprocess((one) => one ?? [], list),
  /** Everything but these: only where what is meant has no ARN. */
  NotResource: list.optional(),
  Condition: z.unknown().optional(),
});
export type Statement = z.infer<typeof Statement>;

export const PolicyDocument = z.object({ Statement: z.array(Statement) });

const PolicyProperties = z.object({
  PolicyDocument,
  Roles: z.array(z.object({ Ref: z.string() })),
});

const RoleProperties = z.looseObject({
  Policies: z.array(z.object({ PolicyName: z.unknown(), PolicyDocument })).default([]),
  ManagedPolicyArns: z.array(z.unknown()).default([]),
});

const ManagedPolicyProperties = z.looseObject({
  PolicyDocument,
  Roles: z.array(z.object({ Ref: z.string() })).default([]),
});

/** What a policy of AWS's own allows is not in the template: it stands as one statement that names it. */
const ofAws = (arn: unknown): Statement => ({
  Effect: "Allow",
  Action: ["managed-policy"],
  Resource: [JSON.stringify(arn)],
});

/** What each role may do, by the role's logical id: by policies attached to it, inside of it, and managed. */
export const permissions = (cloud: Cloud): Map<string, Statement[]> => {
  const found = new Map<string, Statement[]>();
  const add = (role: string, statements: readonly Statement[]) =>
    found.set(role, [...(found.get(role) ?? []), ...statements]);
  for (const { PolicyDocument, Roles } of [
    ...cloud.properties("AWS::IAM::Policy", PolicyProperties),
    ...cloud.properties("AWS::IAM::ManagedPolicy", ManagedPolicyProperties),
  ])
    for (const { Ref } of Roles) add(Ref, PolicyDocument.Statement);
  for (const [id, { Properties }] of cloud.all("AWS::IAM::Role")) {
    const { Policies, ManagedPolicyArns } = RoleProperties.parse(Properties);
    add(
      id,
      Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
    );
    add(id, ManagedPolicyArns.map(ofAws));
  }
  return found;
};

const FunctionProperties = z.looseObject({
  FunctionName: z.string(),
  Role: z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }),
});

/** What each of our functions may do, by its name without the prefix. */
export const permissionsOfFunctions = (cloud: Cloud, prefix: string): Map<string, Statement[]> => {
  const byRole = permissions(cloud);
  return new Map(
    cloud
      .properties("AWS::Lambda::Function", FunctionProperties)
      .map(({ FunctionName, Role }) => [
        FunctionName.replace(`${prefix}-`, ""),
        byRole.get(Role["Fn::GetAtt"][0]) ?? [],
      ]),
  );
};
