import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import { z } from "zod";
import { house } from "../../infra/aws/house.ts";
import { LIVE } from "../../infra/aws/names.ts";
import { readSettings, type Settings } from "../../infra/aws/settings.ts";

const CDK_JSON = join(import.meta.dirname, "../../cdk.json");

const CdkJson = z.object({
  context: z.looseObject({
    rynek: z.object({ stages: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});
export const { context } = CdkJson.parse(JSON.parse(readFileSync(CDK_JSON, "utf8")));

export const stages = context.rynek.stages;

const vaultOf = (account: string, ...names: string[]) => ({
  account,
  alarmAddress: "komisja@example.org",
  holders: names.map((name) => `arn:aws:iam::${account}:user/${name}`),
});

/** What an operator adds to the live stage before it stands. */
export const completion = {
  account: "111111111111",
  commission: {
    ballots: vaultOf("222222222222", "anna", "bogdan", "celina"),
    links: vaultOf("333333333333", "daniel", "ewa"),
  },
  domain: "bo.example.org",
  frontCertificate: {
    arn: "arn:aws:acm:us-east-1:111111111111:certificate/0f0e0d0c",
    truststore: "s3://bo-example-org-front/authority.pem",
  },
  hostedZone: { id: "Z0123456789ABC", name: "example.org" },
  alarmAddress: "dyzur@example.org",
};

export const settingsOf = (stage: string, added: Record<string, unknown> = {}): Settings =>
  readSettings({ stages: { [stage]: { ...stages[stage], ...added } } }, stage);

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly UpdatePolicy?: unknown;
}

/** The stacks of a stage as templates, with a stub where the bundles go. */
const synthesise = (settings: Settings, said: Readonly<Record<string, string>>) => {
  const app = new App({ context: { ...context, ...said }, builtinCloudFormationValidation: false });
  house(app, settings, () => Code.fromAsset(join(import.meta.dirname, "stub")));
  const stacks = app.node.children.filter(Stack.isStack);
  const templates = stacks.map((stack) => Template.fromStack(stack));
  const found = (type: string, where: (stack: Stack) => boolean): [string, Resource][] =>
    stacks.flatMap((stack, n) =>
      where(stack)
        ? Object.entries((templates[n]?.findResources(type) ?? {}) as Record<string, Resource>)
        : [],
    );
  const isEdge = ({ node }: Stack): boolean => node.id === "edge";
  /** Every resource of a type, by its logical id. The one function at the edge is unlike those of the house. */
  const all = (type: string): [string, Resource][] =>
    found(type, (stack) => !(isEdge(stack) && type.startsWith("AWS::Lambda::")));
  const atEdge = (): [string, Resource][] => found("AWS::Lambda::Function", isEdge);
  const properties = <T>(type: string, schema: z.ZodType<T>): T[] =>
    all(type).map(([id, { Properties }]) => {
      const parsed = schema.safeParse(Properties);
      if (!parsed.success) throw new Error(`${id}: ${parsed.error.message}`);
      return parsed.data;
    });
  const everything = (): [string, Resource][] =>
    templates.flatMap((template) => Object.entries(template.toJSON().Resources as Record<string, Resource>));
  return { app, templates, all, atEdge, everything, properties };
};

export type Cloud = ReturnType<typeof synthesise>;

const built = new Map<string, Cloud>();

/** The stacks of a stage, made once for all test files of a process; `said` as an operator says it by `-c`. */
export const build = (settings: Settings, said: Readonly<Record<string, string>> = {}): Cloud => {
  const key = JSON.stringify([settings, said]);
  const cloud = built.get(key) ?? synthesise(settings, said);
  built.set(key, cloud);
  return cloud;
};

const AliasProperties = z.looseObject({
  Name: z.literal(LIVE),
  FunctionName: z.object({ Ref: z.string() }),
  FunctionVersion: z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Version")]) }),
});

/** What callers call: the function behind each alias, by the alias's logical id. */
export const calledBy = (cloud: Cloud, prefix: string): Map<string, string> => {
  const functions = new Map(
    cloud
      .all("AWS::Lambda::Function")
      .map(([id, { Properties }]) => [id, String(Properties.FunctionName).replace(`${prefix}-`, "")]),
  );
  const versions = new Map(
    cloud
      .all("AWS::Lambda::Version")
      .map(([id, { Properties }]) => [id, (Properties.FunctionName as { Ref: string }).Ref]),
  );
  return new Map(
    cloud.all("AWS::Lambda::Alias").map(([id, { Properties }]) => {
      const { FunctionName, FunctionVersion } = AliasProperties.parse(Properties);
      const isItsOwn = versions.get(FunctionVersion["Fn::GetAtt"][0]) === FunctionName.Ref;
      return [id, (isItsOwn && functions.get(FunctionName.Ref)) || "nobody"];
    }),
  );
};

/** The trial stage, as cdk.json has it, after the second step. */
export const trial = (): Cloud => build(settingsOf("dev", { protect: true }));
