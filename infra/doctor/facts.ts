import {
  CognitoIdentityProviderClient,
  paginateListUsersInGroup,
} from "@aws-sdk/client-cognito-identity-provider";
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import {
  GetAccountSettingsCommand,
  GetFunctionCommand,
  GetPolicyCommand,
  LambdaClient,
} from "@aws-sdk/client-lambda";
import { DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import {
  GetAccountSendingEnabledCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SESClient,
} from "@aws-sdk/client-ses";
import { paginateListSubscriptions, SNSClient } from "@aws-sdk/client-sns";
import { type Cycle, peopleOf } from "../../shared/domain/cycle/cycle.ts";
import { PHASES } from "../../shared/domain/cycle/phases.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { type Environment, readEnvironment } from "../../shared/platform/env.ts";
import { openStore } from "../../shared/store/store.ts";
import { openTable, type Table } from "../../shared/store/table.ts";
import { LIVE, namesOf } from "../aws/names.ts";
import type { Settings } from "../aws/settings.ts";

/** What a function of the stage knows of its surroundings, and in which account it stands. */
export interface Standing {
  readonly account: string;
  readonly environment: Environment;
}

export interface TableFacts {
  readonly name: string;
  readonly isProtected: boolean;
  readonly hasRecovery: boolean;
  /** Write units a second that it takes at once, by AWS's word. */
  readonly warmWriteUnits: number | undefined;
  readonly warmOfIndexes: Readonly<Record<string, number | undefined>>;
}

export interface MailFacts {
  readonly isEnabled: boolean;
  readonly isProved: boolean;
  readonly perDay: number;
  readonly perSecond: number;
  readonly sentToday: number;
}

/** The tables of a stage, with the rights of the shell. */
export const tablesOf = ({ environment }: Standing, { region }: Pick<Settings, "region">): Table =>
  openTable({ main: environment.MAIN_TABLE, ballots: environment.BALLOTS_TABLE }, { region });

/** Looks at AWS with the credentials of the shell. Each look is a call or two that change nothing. */
export const openFacts = (settings: Settings) => {
  const { region } = settings;
  const at = { region };
  const names = namesOf(settings);

  const table = async (name: string): Promise<TableFacts> => {
    const client = new DynamoDBClient(at);
    const [{ Table }, { ContinuousBackupsDescription: backups }] = await Promise.all([
      client.send(new DescribeTableCommand({ TableName: name })),
      client.send(new DescribeContinuousBackupsCommand({ TableName: name })),
    ]);
    return {
      name,
      isProtected: Table?.DeletionProtectionEnabled === true,
      hasRecovery: backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === "ENABLED",
      warmWriteUnits: Table?.WarmThroughput?.WriteUnitsPerSecond,
      warmOfIndexes: Object.fromEntries(
        (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName = "", WarmThroughput }) => [
          IndexName,
          WarmThroughput?.WriteUnitsPerSecond,
        ]),
      ),
    };
  };

  const cyclesOf = async (standing: Standing) =>
    (await openStore(tablesOf(standing, settings)).cycles.list()).items;

  return {
    /** Undefined where nothing is deployed. */
    standing: async (): Promise<Standing | undefined> => {
      try {
        const { Configuration } = await new LambdaClient(at).send(
          new GetFunctionCommand({ FunctionName: names.fn("voting") }),
        );
        return {
          account: Configuration?.FunctionArn?.split(":")[4] ?? "",
          environment: readEnvironment(Configuration?.Environment?.Variables ?? {}),
        };
      } catch (error) {
        if (error instanceof Error && error.name === "ResourceNotFoundException") return undefined;
        throw error;
      }
    },

    /** What the gateway's own address answers: it is found in what the function site may be called by. */
    roundTheFront: async (): Promise<number | "off"> => {
      const { Policy = "" } = await new LambdaClient(at).send(
        new GetPolicyCommand({ FunctionName: names.fn("site"), Qualifier: LIVE }),
      );
      const [, id] = /execute-api:[\w-]+:\d+:(\w+)\//.exec(Policy) ?? [];
      if (id === undefined) throw new Error("no gateway may call the function site");
      return await fetch(`https://${id}.execute-api.${region}.amazonaws.com/health`, {
        signal: AbortSignal.timeout(10_000),
      }).then(
        ({ status }) => status,
        () => "off",
      );
    },

    concurrency: async (): Promise<number> => {
      const { AccountLimit } = await new LambdaClient(at).send(new GetAccountSettingsCommand({}));
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },

    mail: async (): Promise<MailFacts> => {
      const client = new SESClient(at);
      const [quota, { Enabled }, { VerificationAttributes }] = await Promise.all([
        client.send(new GetSendQuotaCommand({})),
        client.send(new GetAccountSendingEnabledCommand({})),
        client.send(new GetIdentityVerificationAttributesCommand({ Identities: [names.mailIdentity] })),
      ]);
      return {
        isEnabled: Enabled === true,
        isProved: VerificationAttributes?.[names.mailIdentity]?.VerificationStatus === "Success",
        perDay: quota.Max24HourSend ?? 0,
        perSecond: quota.MaxSendRate ?? 0,
        sentToday: quota.SentLast24Hours ?? 0,
      };
    },

    table,

    /** How many are on the largest roll of a vote that is ahead or on; undefined where none is imported yet. */
    onRoll: async (standing: Standing): Promise<number | undefined> => {
      const sizes = (await cyclesOf(standing))
        .filter(({ phase, roll }) => roll !== undefined && PHASES.indexOf(phase) <= PHASES.indexOf("voting"))
        .map((cycle) => peopleOf(cycle).eligible);
      return sizes.length === 0 ? undefined : Math.max(...sizes);
    },

    /** Cycles in which people vote just now. */
    openVotes: async (standing: Standing): Promise<Cycle[]> =>
      (await cyclesOf(standing)).filter(({ phase }) => phase === "voting"),

    /** Whether a secret is there, and not on its way out. */
    hasSecret: async (SecretId: string): Promise<boolean> => {
      const { DeletedDate } = await new SecretsManagerClient(at).send(
        new DescribeSecretCommand({ SecretId }),
      );
      return DeletedDate === undefined;
    },

    /** Whether the address that alarms wake has said yes to them. */
    isAlarmHeard: async (): Promise<boolean> => {
      for await (const { Subscriptions = [] } of paginateListSubscriptions({ client: new SNSClient(at) }, {}))
        for (const { TopicArn = "", Endpoint, SubscriptionArn = "" } of Subscriptions)
          if (TopicArn.includes(names.prefix) && Endpoint === settings.alarmAddress)
            if (SubscriptionArn.startsWith("arn:")) return true;
      return false;
    },

    /** How many people have a role and may sign in. */
    staffWith: async (role: Role, pool: string): Promise<number> => {
      const client = new CognitoIdentityProviderClient(at);
      let count = 0;
      for await (const { Users = [] } of paginateListUsersInGroup(
        { client },
        { UserPoolId: pool, GroupName: role },
      ))
        count += Users.filter(({ Enabled }) => Enabled === true).length;
      return count;
    },
  };
};

export type Facts = ReturnType<typeof openFacts>;
