import { type App, Stack, Stage } from "aws-cdk-lib";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { type CallAlarmProps, callAlarm } from "../constructs/call-alarm.ts";
import { callTrail } from "../constructs/call-trail.ts";
import { lockedVault } from "../constructs/copies.ts";
import { failuresQueue } from "../constructs/failures.ts";
import { teller } from "../constructs/outputs.ts";
import { topic } from "../constructs/topic.ts";
import type { Place } from "../place.ts";

/** Whoever does one of these wants copies gone, or out. */
export const COPIES_TOUCHED: CallAlarmProps = {
  service: "backup",
  calls: [
    "DeleteRecoveryPoint",
    "UpdateRecoveryPointLifecycle",
    "DeleteBackupVault",
    "DeleteBackupVaultLockConfiguration",
    "DeleteBackupVaultAccessPolicy",
    "PutBackupVaultAccessPolicy",
    "DeleteBackupPlan",
    "DeleteBackupSelection",
    "StartRestoreJob",
    "StartCopyJob",
  ],
  impact: "Somebody takes a copy of the tables out of its vault, or wants copies gone or made no more.",
  todo: "A table was copied",
};

/** The second vault, in an account of other people. A stage apart: they put it up with their own credentials, and no deployment of the house touches it. */
export const copiesStage = (app: App, { names, home, settings }: Place): void => {
  const { copies, stage, region, protect } = settings;
  if (!copies?.account) return;
  const stack = new Stack(new Stage(app, "copies"), "vault", {
    env: { region, account: copies.account },
    stackName: names.stack("copies"),
    description: "Rynek: copies of the tables that nobody deletes",
    terminationProtection: protect,
  });
  lockedVault(stack, { ...copies, from: home.account });
  callTrail(stack);
  const deadLetterQueue = failuresQueue(stack, "NotTold");
  const bell = topic(stack, "Bell", `Rynek ${stage}: the vault of copies`);
  if (copies.alarmAddress)
    bell.addSubscription(new EmailSubscription(copies.alarmAddress, { deadLetterQueue }));
  callAlarm(stack, "CopiesTouched", COPIES_TOUCHED, { topic: bell, deadLetterQueue });
  teller(stack)("CopiesIn", "The vault of copies", copies.vault);
};
