import { type App, Stack, Stage } from "aws-cdk-lib";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { PURPOSES } from "../commission-settings.ts";
import { type CallAlarmProps, callAlarm } from "../constructs/call-alarm.ts";
import { callTrail } from "../constructs/call-trail.ts";
import { failuresQueue } from "../constructs/failures.ts";
import { teller } from "../constructs/outputs.ts";
import { topic } from "../constructs/topic.ts";
import { vault } from "../constructs/vault.ts";
import type { Place } from "../place.ts";

/** Whoever does one of these is either a holder at a ceremony, or to be asked. */
const calls: Record<string, Omit<CallAlarmProps, "todo">> = {
  ShareRead: {
    service: "secretsmanager",
    calls: ["GetSecretValue", "BatchGetSecretValue"],
    impact: "Somebody has read a share of the commission's keys, or tried to.",
  },
  GuardChanged: {
    service: "secretsmanager",
    calls: ["PutSecretValue", "UpdateSecret", "PutResourcePolicy", "DeleteResourcePolicy", "DeleteSecret"],
    impact: "A share of the commission's keys was put in, changed or removed, or who may read it.",
  },
  KeyChanged: {
    service: "kms",
    calls: ["PutKeyPolicy", "CreateGrant", "DisableKey", "ScheduleKeyDeletion"],
    impact: "Somebody changed the key that encrypts the commission's shares, or who may use it.",
  },
};

/**
 * The vaults of the commission, one for each of its keys, each for an account of its own: the application's account holds public keys only,
 * and no account holds shares of both. A stage apart, so that a deployment of the house never touches it; the people of each key put
 * theirs up with their own credentials.
 */
export const commissionStage = (
  app: App,
  { names, settings: { commission, stage, region, protect } }: Place,
): void => {
  if (!commission) return;
  const apart = new Stage(app, "commission");
  for (const purpose of PURPOSES) {
    const { account, alarmAddress, holders } = commission[purpose];
    const stack = new Stack(apart, purpose, {
      env: { region, ...(account && { account }) },
      stackName: names.stack(`commission-${purpose}`),
      description: `Rynek: shares of the electoral commission's key of ${purpose}`,
      terminationProtection: protect,
    });
    const name = `${names.prefix}/${purpose}`;
    const shares = vault(stack, name, holders);
    callTrail(stack);
    const deadLetterQueue = failuresQueue(stack, "NotTold");
    const bell = topic(stack, "Bell", `Rynek ${stage}: the commission's vault of ${purpose}`);
    if (alarmAddress) bell.addSubscription(new EmailSubscription(alarmAddress, { deadLetterQueue }));
    for (const [id, call] of Object.entries(calls))
      callAlarm(stack, id, { ...call, todo: "A share was read" }, { topic: bell, deadLetterQueue });
    const tell = teller(stack);
    for (const [index, share] of shares.entries())
      tell(`SecretOfShare${index + 1}`, `Where ${name}/share-${index + 1} is put in`, share);
  }
};
