import type { City } from "../../shared/domain/city.ts";
import { MEASURE } from "../../shared/domain/languages.ts";
import { instant } from "../../shared/domain/time.ts";
import { cognitoAccounts } from "../../shared/platform/accounts.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { type EidSettings, openEid } from "../../shared/platform/eid.ts";
import { logUnreadable } from "../../shared/platform/log.ts";
import { stateMachine } from "../../shared/platform/machine.ts";
import { sesMail } from "../../shared/platform/mail.ts";
import type { Meter } from "../../shared/platform/meter.ts";
import { openSignIn } from "../../shared/platform/sign-in.ts";
import { openSigner } from "../../shared/platform/signer.ts";
import { system } from "../../shared/platform/system.ts";
import { snsTexts } from "../../shared/platform/texts.ts";
import { openTokens } from "../../shared/platform/tokens.ts";
import { openUploads } from "../../shared/platform/uploads.ts";
import { openVault } from "../../shared/platform/vault.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { openStore } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import type { LocalClock } from "./clock.ts";
import type { LocalDynamoDb } from "./dynamodb.ts";
import { localFiles } from "./files.ts";
import { POOL_ID } from "./pool.ts";
import { S3_PATH } from "./s3/door.ts";
import type { Credentials } from "./s3/signature.ts";
import { localSecrets } from "./secrets.ts";
import { localMachineArn } from "./states/arns.ts";

/** The bucket of files that come in. */
export const UPLOADS_BUCKET = "rynek-uploads";

export const NAMES = { main: "rynek-main", ballots: "rynek-ballots" };

/** What the front of this machine shows to the functions. Whoever reaches them otherwise is on this machine already. */
export const FRONT_SECRET = "the front of this machine";

/**
 * What the SDK's clients need to know of this machine: any region will do, the endpoints are here. Nobody here checks signatures, which cost
 * a fifth of a call.
 */
export const HERE = {
  region: "eu-central-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
  signer: {
    sign: async <R extends { headers: Record<string, string> }>(request: R): Promise<R> => {
      request.headers.authorization =
        "AWS4-HMAC-SHA256 Credential=local/20260101/eu-central-1/any/aws4_request, SignedHeaders=host, Signature=0";
      request.headers["x-amz-date"] = "20260101T000000Z";
      return request;
    },
  },
};

interface LocalPlace {
  readonly city: City;
  /** The folder of the data; null keeps everything in memory. */
  readonly folder: string | null;
  readonly origin: string;
  readonly database: Pick<LocalDynamoDb, "reach">;
  readonly issuer: { readonly url: string; readonly clientId: string };
  /** A provider of eIDs, where one is at hand. */
  readonly eid?: Pick<EidSettings, "issuer" | "clientId"> | undefined;
  readonly clock: Pick<LocalClock, "now">;
  /** What signs for this machine's bucket. */
  readonly credentials: Credentials;
  readonly meter: Meter;
}

/** The dependencies of every function on this machine: the same as on AWS but for endpoints, secrets, files and the clock. */
export const localDeps = async ({
  city,
  folder,
  origin,
  database,
  issuer,
  eid,
  clock,
  credentials,
  meter,
}: LocalPlace): Promise<Deps> => {
  const dynamoDb = { ...HERE, ...database.reach };
  await createTables(NAMES, dynamoDb);
  const vault = openVault(localSecrets(folder), clock.now);
  await vault.createSecrets();
  const s3 = {
    region: HERE.region,
    credentials,
    endpoint: `${origin}${S3_PATH}`,
    forcePathStyle: true,
  };
  const moving = { ...system, now: () => instant(clock.now()) };
  return {
    site: { url: origin, city, contactAddress: `bo@${city.slug}.example`, frontSecret: FRONT_SECRET },
    store: openStore(openTable(NAMES, dynamoDb, logUnreadable)),
    files: localFiles(folder),
    uploads: openUploads(UPLOADS_BUCKET, s3),
    signer: openSigner(UPLOADS_BUCKET, s3),
    vault,
    machine: stateMachine(
      { cycle: localMachineArn("cycle"), roll: localMachineArn("roll") },
      { ...HERE, endpoint: `${origin}/local/states` },
    ),
    mail: sesMail(
      {
        address: `powiadomienia@${city.slug}.example`,
        name: `Budżet Obywatelski ${city.name[MEASURE]}`,
        replyTo: `bo@${city.slug}.example`,
      },
      { ...HERE, endpoint: `${origin}/local/ses` },
    ),
    texts: snsTexts(city.name[MEASURE], { ...HERE, endpoint: `${origin}/local/sns` }),
    accounts: cognitoAccounts(POOL_ID, { ...HERE, endpoint: `${origin}/local/cognito` }),
    meter,
    tokens: openTokens(vault, moving),
    signIn: openSignIn({ issuer: issuer.url, clientId: issuer.clientId, siteUrl: origin }, moving),
    ...(eid && { eid: openEid({ ...eid, siteUrl: origin }, moving) }),
    system: moving,
  };
};
