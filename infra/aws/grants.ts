import { Aws } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { ISecret } from "aws-cdk-lib/aws-secretsmanager";
import { PROBE } from "../../shared/domain/ids.ts";
import { PLACES } from "../../shared/domain/upload/places.ts";
import type { SecretName } from "../../shared/platform/secret-names.ts";
import type { Names } from "./names.ts";
import type { Settings } from "./settings.ts";
import {
  type Kind,
  partitionsOf,
  type TableGrant,
  type TableGrantName,
  tableGrants,
} from "./table-grants.ts";

/** What grants are about. */
interface Granted {
  readonly main: ITable;
  readonly ballots: ITable;
  readonly filesArn: string;
  readonly uploadsArn: string;
  readonly staffPoolArn: string;
  readonly names: Names;
  readonly secrets: Readonly<Record<SecretName, ISecret>>;
  readonly settings: Settings;
  /** The kinds of record that the function writes. */
  readonly writes: readonly Kind[];
}

const allow = (actions: string[], ...resources: string[]): PolicyStatement[] => [
  new PolicyStatement({ actions, resources }),
];

const statementOf = (
  { table, index, actions, kinds, butKinds, ofCycles, attributes, inTransaction }: TableGrant,
  granted: Granted,
): PolicyStatement => {
  const { tableArn } = granted[table];
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [index === undefined ? tableArn : `${tableArn}/index/${index}`],
    conditions: {
      ...(kinds && { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitionsOf(kinds, ofCycles) } }),
      ...(butKinds && { "ForAllValues:StringNotLike": { "dynamodb:LeadingKeys": partitionsOf(butKinds) } }),
      ...(attributes && { "ForAllValues:StringEquals": { "dynamodb:Attributes": attributes } }),
      ...(inTransaction && {
        "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": "TransactWriteItems" },
      }),
    },
  });
};

const onTables = Object.fromEntries(
  Object.entries(tableGrants).map(([name, of]) => [
    name,
    (granted: Granted) => of(granted.writes).map((grant) => statementOf(grant, granted)),
  ]),
) as Record<TableGrantName, (granted: Granted) => PolicyStatement[]>;

/** Grants as nouns: the fewest actions, on exact resources. A transaction needs the actions of its parts and none of its own. */
export const grants = {
  ...onTables,
  readFiles: ({ filesArn }: Granted) => [
    ...allow(["s3:GetObject"], `${filesArn}/*`),
    // Without the list, S3 says 403 instead of 404 for a file that is not there.
    ...allow(["s3:ListBucket"], filesArn),
  ],
  writeFiles: ({ filesArn }: Granted) => allow(["s3:PutObject"], `${filesArn}/*`),
  /** A form is signed by whoever could put the file themselves. */
  takeUploads: ({ uploadsArn }: Granted) => allow(["s3:PutObject"], `${uploadsArn}/${PLACES.quarantine}*`),
  /** To sign links to them: each leaves a record. */
  readScans: ({ uploadsArn }: Granted) => allow(["s3:GetObject"], `${uploadsArn}/${PLACES.scan}*`),
  readTables: ({ uploadsArn }: Granted) => [
    ...allow(["s3:GetObject"], `${uploadsArn}/${PLACES.table}*`),
    ...allow(["s3:ListBucket"], uploadsArn),
  ],
  /** Out of quarantine to where they are kept, and away from there. What is kept cannot be read. */
  handleUploads: ({ uploadsArn }: Granted) => {
    const kept = [PLACES.table, PLACES.scan, PLACES.picture].map((place) => `${uploadsArn}/${place}*`);
    const quarantine = `${uploadsArn}/${PLACES.quarantine}*`;
    return [
      ...allow(["s3:GetObject"], quarantine),
      ...allow(["s3:PutObject"], ...kept),
      ...allow(["s3:DeleteObject"], quarantine, ...kept),
      ...allow(["s3:ListBucket"], uploadsArn),
    ];
  },
  listAccounts: ({ staffPoolArn }: Granted) =>
    allow(["cognito-idp:ListUsers", "cognito-idp:ListUsersInGroup"], staffPoolArn),
  /** Makes, opens and closes accounts, and gives them roles. Nobody's password, address or second factor is touched, and nobody is deleted. */
  changeAccounts: ({ staffPoolArn }: Granted) =>
    allow(
      [
        "cognito-idp:AdminCreateUser",
        "cognito-idp:AdminEnableUser",
        "cognito-idp:AdminDisableUser",
        "cognito-idp:AdminAddUserToGroup",
        "cognito-idp:AdminRemoveUserFromGroup",
      ],
      staffPoolArn,
    ),
  /** In our name only: from the sender's address and no other of the same domain. */
  sendMail: ({ names, settings }: Granted) => [
    new PolicyStatement({
      actions: ["ses:SendRawEmail"],
      resources: [names.mailIdentityArn, names.mailConfigurationSetArn],
      conditions: { StringEquals: { "ses:FromAddress": settings.sender.address } },
    }),
  ],
  /** The account's own figure, which has no ARN. */
  readMailQuota: () => allow(["ses:GetSendQuota"], "*"),
  /** A phone has no ARN: everything but what has one, so that no topic is written to. */
  sendTexts: () => [
    new PolicyStatement({ actions: ["sns:Publish"], notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`] }),
  ],
  startMachine: ({ names }: Granted) => allow(["states:StartExecution"], names.machineArn),
  readRolls: ({ names }: Granted) => allow(["states:StartExecution"], names.rollMachineArn),
  /** A task token has no ARN. */
  wakeMachine: () => allow(["states:SendTaskSuccess"], "*"),
  /** Those of the deployment, one by one. */
  readNames: ({ secrets }: Granted) => allow(["secretsmanager:GetSecretValue"], secrets.names.secretArn),
  readSessions: ({ secrets }: Granted) =>
    allow(["secretsmanager:GetSecretValue"], secrets.sessions.secretArn),
  readCodes: ({ secrets }: Granted) => allow(["secretsmanager:GetSecretValue"], secrets.codes.secretArn),
  readLinks: ({ secrets }: Granted) => allow(["secretsmanager:GetSecretValue"], secrets.links.secretArn),
  readCanary: ({ secrets }: Granted) => allow(["secretsmanager:GetSecretValue"], secrets.canary.secretArn),
  readSigning: ({ secrets }: Granted) => allow(["secretsmanager:GetSecretValue"], secrets.signing.secretArn),
  readCycleSecrets: ({ names }: Granted) => allow(["secretsmanager:GetSecretValue"], names.cycleSecretArns),
  createCycleSecrets: ({ names }: Granted) => allow(["secretsmanager:CreateSecret"], names.cycleSecretArns),
  /** The secrets of the canary's votes and of no other, to make their rolls; the one that destroys all destroys these too. */
  keepProbeSecrets: ({ names }: Granted) =>
    allow(["secretsmanager:CreateSecret", "secretsmanager:GetSecretValue"], names.probeSecretArns),
  /** When the time of an edition's personal data is over. */
  destroyCycleSecrets: ({ names }: Granted) => allow(["secretsmanager:DeleteSecret"], names.cycleSecretArns),
  /** Whoever hands the commission's key over, or drops it, cannot read it. */
  handOverCountKey: ({ names }: Granted) => allow(["secretsmanager:CreateSecret"], names.countKeyArns),
  dropCountKey: ({ names }: Granted) => allow(["secretsmanager:DeleteSecret"], names.countKeyArns),
  takeCountKey: ({ names }: Granted) => allow(["secretsmanager:GetSecretValue"], names.countKeyArns),
} satisfies Record<string, (granted: Granted) => PolicyStatement[]>;

/** Why some of these resources end in a star, by the name that cdk-nag gives each. */
export const starsOf = ({ names, settings }: Pick<Granted, "names" | "settings">): Record<string, string> => {
  const secret = `arn:<AWS::Partition>:secretsmanager:${settings.region}:<AWS::AccountId>:secret:${names.prefix}`;
  return {
    [`AwsSolutions-IAM5[Resource::${names.filesArnExport}/*]`]:
      "The files of one bucket that holds nothing else.",
    ...Object.fromEntries(
      Object.values(PLACES).map((place) => [
        `AwsSolutions-IAM5[Resource::${names.uploadsArnExport}/${place}*]`,
        "Files are named when they come; the prefix says of which kind they are.",
      ]),
    ),
    [`AwsSolutions-IAM5[Resource::${secret}/cycle/*]`]:
      "A cycle's secret is made with the cycle, long after this.",
    [`AwsSolutions-IAM5[Resource::${secret}/cycle/${PROBE}*]`]:
      "The canary's vote has a secret of its own each night.",
    [`AwsSolutions-IAM5[Resource::${secret}/count/*]`]:
      "The commission hands its key over when the vote is closed.",
  };
};

export type GrantName = keyof typeof grants;
