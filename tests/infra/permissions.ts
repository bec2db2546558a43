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

/** What each role may do, by the role's logical id. */
export const permissions = (cloud: Cloud): Map<string, Statement[]> => {
  const found = new Map<string, Statement[]>();
  for (const { PolicyDocument, Roles } of cloud.properties("AWS::IAM::Policy", PolicyProperties)) {
    for (const { Ref } of Roles) found.set(Ref, [...(found.get(Ref) ?? []), ...PolicyDocument.Statement]);
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
