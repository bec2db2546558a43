import { setTimeout as pause } from "node:timers/promises";
import {
  DescribeTableCommand,
  DynamoDBClient,
  PutResourcePolicyCommand,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
  type TableDescription,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { type TableName, tables } from "../../shared/store/shape.ts";
import { guardPolicy } from "../aws/ballots-guard.ts";
import { namesOf } from "../aws/names.ts";
import type { Settings } from "../aws/settings.ts";
import type { Names } from "./mend.ts";

/** A restoring takes from minutes to an hour: how often is looked. */
const LOOK_EVERY_MS = 10_000;

/** Tables of AWS in the region of a stage, with the credentials of the shell: those of the stage's restore role. */
export const openStageTables = (settings: Settings, lookEveryMs = LOOK_EVERY_MS) => {
  const client = new DynamoDBClient({ region: settings.region });
  const names = namesOf(settings);

  const described = async (TableName: string): Promise<TableDescription | undefined> => {
    try {
      return (await client.send(new DescribeTableCommand({ TableName }))).Table;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  };

  const active = async (name: string): Promise<TableDescription> => {
    for (;;) {
      const table = await described(name);
      if (!table) throw new Error(`there is no table ${name}`);
      const isActive = [table, ...(table.GlobalSecondaryIndexes ?? [])].every(
        (one) =>
          ("TableStatus" in one ? one.TableStatus : "IndexStatus" in one && one.IndexStatus) === "ACTIVE",
      );
      if (isActive) return table;
      await pause(lookEveryMs);
    }
  };

  return {
    namesAs: (label: string): Names => ({
      main: names.restoredTable(label, "main"),
      ballots: names.restoredTable(label, "ballots"),
    }),

    /** Restores both to the same second, each to a new table; what an earlier try has begun goes on. */
    restore: async (from: Names, to: Names, at: Date, say: (line: string) => void): Promise<void> => {
      for (const table of Object.keys(tables) as TableName[]) {
        if (await described(to[table])) continue;
        say(`${from[table]} as of ${at.toISOString()} → ${to[table]}`);
        await client.send(
          new RestoreTableToPointInTimeCommand({
            SourceTableName: from[table],
            TargetTableName: to[table],
            RestoreDateTime: at,
            BillingModeOverride: "PAY_PER_REQUEST",
            SSESpecificationOverride: { Enabled: true, SSEType: "KMS" },
          }),
        );
      }
    },

    /** Waits until both are there. */
    ready: async (to: Names): Promise<void> => {
      for (const name of Object.values(to)) await active(name);
    },

    /**
     * Gives restored tables what AWS does not restore: the stream, the time to live, their own recovery, protection; and, at last, the policy
     * by which nobody changes a ballot, the restoring role neither. Brings back the stream of the main table.
     */
    guard: async (to: Names): Promise<string> => {
      const { stream, ttl } = tables.main;
      const before = await active(to.main);
      if (!before.StreamSpecification?.StreamEnabled)
        await client.send(
          new UpdateTableCommand({
            TableName: to.main,
            StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
          }),
        );
      await active(to.main);
      await client
        .send(
          new UpdateTimeToLiveCommand({
            TableName: to.main,
            TimeToLiveSpecification: { AttributeName: ttl, Enabled: true },
          }),
        )
        .catch((error: unknown) => {
          // DynamoDB refuses to switch on what is on.
          if (!(error instanceof Error && /already enabled/i.test(error.message))) throw error;
        });
      for (const TableName of Object.values(to)) {
        await client.send(
          new UpdateContinuousBackupsCommand({
            TableName,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        );
        const { DeletionProtectionEnabled } = await active(TableName);
        if (settings.protect && DeletionProtectionEnabled !== true)
          await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true }));
      }
      const { TableArn = "" } = await active(to.ballots);
      const account = TableArn.split(":")[4];
      const casting = `arn:aws:iam::${account}:role/${names.fn("voting")}`;
      await client.send(
        new PutResourcePolicyCommand({
          ResourceArn: TableArn,
          Policy: JSON.stringify(guardPolicy(TableArn, { casting })),
        }),
      );
      const { LatestStreamArn } = await active(to.main);
      if (!LatestStreamArn) throw new Error(`${to.main} has no stream`);
      return LatestStreamArn;
    },
  };
};
