import { type App, RemovalPolicy, Stack, Stage } from "aws-cdk-lib";
import { AccountRootPrincipal, AnyPrincipal, Effect, PolicyStatement, Role } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { callAlarm } from "../parts/call-alarm.ts";
import { callTrail } from "../parts/call-trail.ts";
import { failuresQueue } from "../parts/failures.ts";
import { teller } from "../parts/outputs.ts";
import { topic } from "../parts/topic.ts";
import type { Place } from "../place.ts";
import { accept } from "../reasons.ts";

const PURPOSES = ["ballots", "links"] as const;

/** One holder's share: a secret that this holder's role alone may read, whatever else is granted in the account. */
const share = (stack: Stack, name: string, encryptionKey: Key): void => {
  const id = name.replace(/(^|[-/])(\w)/g, (_, _between, letter: string) => letter.toUpperCase());
  const holder = new Role(stack, `${id}Holder`, {
    roleName: name.replaceAll("/", "-"),
    description: `Holds the share ${name}`,
    assumedBy: new AccountRootPrincipal().withConditions({ Bool: { "aws:MultiFactorAuthPresent": "true" } }),
  });
  const secret = new Secret(stack, id, {
    secretName: name,
    description: "One share of a key of the electoral commission; put in by its holder",
    encryptionKey,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  accept(secret, {
    "AwsSolutions-SMG4": "A share is made once, in the ceremony; another value would be another key.",
  });
  holder.addToPolicy(
    new PolicyStatement({
      actions: ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"],
      resources: [secret.secretArn],
    }),
  );
  encryptionKey.grant(holder, "kms:Decrypt", "kms:GenerateDataKey");
  secret.addToResourcePolicy(
    new PolicyStatement({
      sid: "NobodyButItsHolder",
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"],
      resources: ["*"],
      conditions: { ArnNotEquals: { "aws:PrincipalArn": holder.roleArn } },
    }),
  );
};

/**
 * The vault of the commission, for an account of its own: the application's account holds public keys only. A stage apart, so that a
 * deployment of the house never touches it; the commission's people put it up with their own credentials.
 */
export const commissionStage = (
  app: App,
  { names, settings: { commission, stage, region } }: Place,
): void => {
  if (!commission) return;
  const { account, alarmAddress, shares } = commission;
  const apart = new Stage(app, "commission", { env: { region, ...(account && { account }) } });
  const stack = new Stack(apart, "vault", {
    stackName: names.stack("commission"),
    description: "Rynek: shares of the electoral commission's keys",
    terminationProtection: true,
  });
  const key = new Key(stack, "Key", {
    description: "Encrypts the shares of the commission's keys",
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const purpose of PURPOSES)
    for (let number = 1; number <= shares; number++)
      share(stack, `${names.prefix}/${purpose}/share-${number}`, key);

  callTrail(stack);
  const deadLetterQueue = failuresQueue(stack, "NotTold");
  const bell = topic(stack, "Bell", `Rynek ${stage}: the commission's vault`);
  if (alarmAddress) bell.addSubscription(new EmailSubscription(alarmAddress, { deadLetterQueue }));
  const ring = { topic: bell, deadLetterQueue };
  callAlarm(
    stack,
    "ShareRead",
    {
      service: "secretsmanager",
      calls: ["GetSecretValue", "BatchGetSecretValue"],
      impact: "Somebody has read a share of the commission's keys, or tried to.",
      todo: "A share was read",
    },
    ring,
  );
  callAlarm(
    stack,
    "GuardChanged",
    {
      service: "secretsmanager",
      calls: ["PutSecretValue", "UpdateSecret", "PutResourcePolicy", "DeleteResourcePolicy", "DeleteSecret"],
      impact: "A share of the commission's keys was put in, changed or removed, or who may read it.",
      todo: "A share was read",
    },
    ring,
  );
  callAlarm(
    stack,
    "KeyChanged",
    {
      service: "kms",
      calls: ["PutKeyPolicy", "CreateGrant", "DisableKey", "ScheduleKeyDeletion"],
      impact: "Somebody changed the key that encrypts the commission's shares, or who may use it.",
      todo: "A share was read",
    },
    ring,
  );
  teller(stack)("SharesOf", "Names of the shares", `${names.prefix}/{ballots,links}/share-1 to -${shares}`);
};
