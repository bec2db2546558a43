import type { UserPool, UserPoolClient } from "aws-cdk-lib/aws-cognito";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Environment } from "../../shared/platform/env.ts";
import { shownBy } from "./constructs/front-secret.ts";
import { readersOf } from "./letters-settings.ts";
import type { Place } from "./place.ts";
import type { Kept } from "./stacks/data.ts";

interface Surroundings {
  readonly kept: Kept;
  readonly siteUrl: string;
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly frontSecret: Secret;
}

/** What every function reads of its surroundings; a name that it wants and we forget does not compile. */
export const environmentOf = (
  { names, settings }: Place,
  { kept, siteUrl, pool, client, frontSecret }: Surroundings,
): Record<keyof Environment, string> => ({
  MAIN_TABLE: kept.main.tableName,
  BALLOTS_TABLE: kept.ballots.tableName,
  FILES_BUCKET: kept.files.bucketName,
  UPLOADS_BUCKET: kept.uploads.bucketName,
  SECRETS_PREFIX: names.prefix,
  NAMES_SECRET: kept.secrets.names.secretArn,
  SESSIONS_SECRET: kept.secrets.sessions.secretArn,
  CODES_SECRET: kept.secrets.codes.secretArn,
  LINKS_SECRET: kept.secrets.links.secretArn,
  SIGNING_SECRET: kept.secrets.signing.secretArn,
  CANARY_SECRET: kept.secrets.canary.secretArn,
  MACHINE_ARN: names.machineArn,
  ROLL_MACHINE_ARN: names.rollMachineArn,
  SITE_URL: siteUrl,
  CITY: settings.city,
  SENDER_ADDRESS: settings.sender.address,
  SENDER_NAME: settings.sender.name,
  CONTACT_ADDRESS: settings.contactAddress,
  READERS: readersOf(settings),
  MAIL_CONFIGURATION_SET: names.mailConfigurationSet,
  FRONT_SECRET: shownBy(frontSecret),
  SMS_SENDER_ID: settings.sender.smsId ?? "",
  EID_ISSUER: settings.eid?.issuer ?? "",
  EID_CLIENT_ID: settings.eid?.clientId ?? "",
  STAFF_ISSUER: pool.userPoolProviderUrl,
  STAFF_CLIENT_ID: client.userPoolClientId,
  STAFF_POOL: pool.userPoolId,
});
