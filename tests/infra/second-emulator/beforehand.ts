import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
  CreateSecretCommand,
  GetRandomPasswordCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { CreateConfigurationSetCommand, SESClient, VerifyEmailIdentityCommand } from "@aws-sdk/client-ses";
import { zipSync } from "fflate";
import { z } from "zod";
import { ACCOUNT, type Asset, calledThrough, type Synthesised } from "./assembly.ts";
import type { Resource, StandIn } from "./pruned.ts";

/** What every client of moto is made with. */
export interface Config {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const Secret = z.object({
  Name: z.string().optional(),
  GenerateSecretString: z
    .object({ PasswordLength: z.int().optional(), ExcludePunctuation: z.boolean().optional() })
    .optional(),
});
const Named = z.object({ Name: z.string() });
const Identity = z.object({ EmailIdentity: z.string() });
const Group = z.object({ GroupName: z.string() });
const Pool = z.object({ UserPoolName: z.string() });

/** Puts the bundles where the templates say that they are. */
export const publish = async (assets: readonly Asset[], config: Config): Promise<void> => {
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  for (const bucket of new Set(assets.map((one) => one.bucket)))
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  for (const { bucket, key, folder } of assets) {
    const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
    const zip = zipSync(
      Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(folder, name))])),
      { level: 0 },
    );
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: zip }));
  }
};

/** Makes what the functions need and moto's CloudFormation cannot make, as the template has it; answers what the rest reads of it. */
export const madeBeforehand = async (
  { name, template: { Resources } }: Pick<Synthesised, "name" | "template">,
  config: Config,
): Promise<Map<string, StandIn>> => {
  const of = (type: string): [string, Resource][] =>
    Object.entries(Resources).filter(([, { Type }]) => Type === type);
  const standIns = new Map<string, StandIn>();

  const secrets = new SecretsManagerClient(config);
  for (const [id, { Properties }] of of("AWS::SecretsManager::Secret")) {
    const { Name = `${name}/${id}`, GenerateSecretString: wanted } = Secret.parse(Properties);
    const made = wanted && (await secrets.send(new GetRandomPasswordCommand(wanted)));
    const { ARN = "" } = await secrets.send(
      new CreateSecretCommand({ Name, SecretString: made?.RandomPassword }),
    );
    standIns.set(id, () => ARN);
  }

  const cognito = new CognitoIdentityProviderClient(config);
  for (const [id, { Properties }] of of("AWS::Cognito::UserPool")) {
    const { UserPoolName } = Pool.parse(Properties);
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: UserPoolName }));
    const UserPoolId = UserPool?.Id ?? "";
    const read: Readonly<Record<string, string>> = {
      Ref: UserPoolId,
      Arn: UserPool?.Arn ?? "",
      ProviderURL: `https://cognito-idp.${config.region}.amazonaws.com/${UserPoolId}`,
    };
    standIns.set(id, (attribute) => read[attribute] ?? "");
    for (const [, group] of of("AWS::Cognito::UserPoolGroup")) {
      const { GroupName } = Group.parse(group.Properties);
      await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName }));
    }
    for (const [client] of of("AWS::Cognito::UserPoolClient")) {
      const made = await cognito.send(
        new CreateUserPoolClientCommand({
          UserPoolId,
          ClientName: client,
          // Not as in the template: nobody here types at Cognito's pages.
          ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
        }),
      );
      standIns.set(client, () => made.UserPoolClient?.ClientId ?? "");
    }
  }

  const { region } = config;
  for (const [id] of of("AWS::Lambda::Alias"))
    standIns.set(
      id,
      () => `arn:aws:lambda:${region}:${ACCOUNT}:function:${calledThrough({ Resources }, id)}`,
    );

  const ses = new SESClient(config);
  for (const [, { Properties }] of of("AWS::SES::ConfigurationSet")) {
    const ConfigurationSet = Named.parse(Properties);
    await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet }));
  }
  for (const [, { Properties }] of of("AWS::SES::EmailIdentity")) {
    const { EmailIdentity } = Identity.parse(Properties);
    await ses.send(new VerifyEmailIdentityCommand({ EmailAddress: EmailIdentity }));
  }
  return standIns;
};
