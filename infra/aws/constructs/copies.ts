import { Arn, ArnFormat, Duration, RemovalPolicy, type Stack, TimeZone } from "aws-cdk-lib";
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupSelection,
  BackupVault,
} from "aws-cdk-lib/aws-backup";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Schedule } from "aws-cdk-lib/aws-events";
import {
  AccountPrincipal,
  AnyPrincipal,
  Effect,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Copies } from "../copies-settings.ts";

/** For so long a lock may still be taken back; after that nobody can, AWS included. Its least is three days. */
const CHANGEABLE = Duration.days(7);

/** Encrypts a vault. Another account may read through it what is copied there. */
const keyOf = (stack: Stack, reader: string | undefined): Key => {
  const key = new Key(stack, "CopiesKey", {
    description: "Encrypts copies of the tables",
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  if (reader === undefined) return key;
  const allow = (sid: string, actions: string[], conditions?: Record<string, unknown>) =>
    key.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [new AccountPrincipal(reader)],
        actions,
        resources: ["*"],
        ...(conditions && { conditions }),
      }),
    );
  allow("TheOtherAccountReads", ["kms:Decrypt", "kms:DescribeKey"]);
  allow("AndLetsAwsBackupRead", ["kms:CreateGrant"], { Bool: { "kms:GrantIsForAWSResource": true } });
  return key;
};

interface VaultProps extends Pick<Copies, "vault" | "days"> {
  /** The account that copies into it. */
  readonly from?: string | undefined;
  /** The account that copies out of it. */
  readonly to?: string | undefined;
}

/** Keeps each copy for its days: nobody deletes one before, nobody keeps one longer, and after a week nobody changes that. */
export const lockedVault = (stack: Stack, { vault, days, from, to }: VaultProps): BackupVault =>
  new BackupVault(stack, "Vault", {
    backupVaultName: vault,
    encryptionKey: keyOf(stack, to),
    lockConfiguration: {
      // CDK wants a day between the two.
      minRetention: Duration.days(days - 1),
      maxRetention: Duration.days(days),
      changeableFor: CHANGEABLE,
    },
    accessPolicy: new PolicyDocument({
      statements: [
        new PolicyStatement({
          sid: "NobodyDeletesACopy",
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
          resources: ["*"],
        }),
        ...(from === undefined
          ? []
          : [
              new PolicyStatement({
                sid: "TheHouseCopiesIn",
                principals: [new AccountPrincipal(from)],
                actions: ["backup:CopyIntoBackupVault"],
                resources: ["*"],
              }),
            ]),
        ...(to === undefined
          ? []
          : [
              new PolicyStatement({
                sid: "TheOtherVaultCopiesBack",
                principals: [new AccountPrincipal(to)],
                actions: ["backup:CopyIntoBackupVault"],
                resources: ["*"],
              }),
            ]),
      ],
    }),
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });

interface PlanProps {
  readonly copies: Copies;
  /** Whose midnight it is. */
  readonly zone: string;
  readonly tables: readonly ITable[];
}

/** The role in which AWS Backup reads the tables and copies what it has read: the fewest actions for that. */
const backupRole = (stack: Stack, vaults: string[], key: Key, tables: readonly ITable[]): Role => {
  const role = new Role(stack, "CopiesRole", {
    assumedBy: new ServicePrincipal("backup.amazonaws.com"),
    description: "Copies the tables into the vaults",
  });
  const may = (actions: string[], resources: string[]) =>
    role.addToPolicy(new PolicyStatement({ actions, resources }));
  may(
    ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
    tables.map(({ tableArn }) => tableArn),
  );
  may(["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"], vaults);
  may(["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], [key.keyArn]);
  return role;
};

/**
 * Copies both tables each midnight, and no oftener: two states tell which ballots came in between, and a marker tells its day anyway. One vault
 * is here, the other in an account of other people.
 */
export const nightlyCopies = (stack: Stack, { copies, zone, tables }: PlanProps): void => {
  const { vault, days, account } = copies;
  const here = lockedVault(stack, { vault, days, to: account });
  const thereArn = Arn.format(
    {
      service: "backup",
      resource: "backup-vault",
      resourceName: vault,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      ...(account && { account }),
    },
    stack,
  );
  const there = account ? BackupVault.fromBackupVaultArn(stack, "VaultElsewhere", thereArn) : undefined;
  const plan = new BackupPlan(stack, "Nightly", {
    backupPlanRules: [
      new BackupPlanRule({
        ruleName: "midnight",
        backupVault: here,
        scheduleExpression: Schedule.cron({ minute: "0", hour: "0" }),
        scheduleExpressionTimezone: TimeZone.of(zone),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(6),
        deleteAfter: Duration.days(days),
        ...(there && {
          copyActions: [{ destinationBackupVault: there, deleteAfter: Duration.days(days) }],
        }),
      }),
    ],
  });
  const key = stack.node.findChild("CopiesKey") as Key;
  const role = backupRole(stack, [here.backupVaultArn, ...(there ? [thereArn] : [])], key, tables);
  new BackupSelection(stack, "Tables", {
    backupPlan: plan,
    resources: tables.map(({ tableArn }) => BackupResource.fromArn(tableArn)),
    role,
    disableDefaultBackupPolicy: true,
  });
};
