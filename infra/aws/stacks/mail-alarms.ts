import { type App, CfnOutput, Stack } from "aws-cdk-lib";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { alarms, type Watched } from "../constructs/alarms.ts";
import { type CallAlarmProps, callAlarm } from "../constructs/call-alarm.ts";
import { callTrail } from "../constructs/call-trail.ts";
import { dashboard } from "../constructs/dashboard.ts";
import { failuresQueue } from "../constructs/failures.ts";
import { mail } from "../constructs/mail.ts";
import { topic } from "../constructs/topic.ts";
import type { Place } from "../place.ts";
import { COPIES_TOUCHED } from "./copies.ts";

/** Two states of the tables, a moment apart, tell which marker came with which ballot: nobody copies them unseen. */
const tablesCopied: CallAlarmProps = {
  service: "dynamodb",
  calls: [
    "RestoreTableToPointInTime",
    "RestoreTableFromBackup",
    "ExportTableToPointInTime",
    "CreateBackup",
    "UpdateContinuousBackups",
    "EnableKinesisStreamingDestination",
    "PutResourcePolicy",
    "DeleteResourcePolicy",
  ],
  impact: "Somebody copies a table, or changes who may: two copies a moment apart join voters with ballots.",
  todo: "A table was copied",
};

/** What watches over the house and speaks for it. */
export const mailAlarmsStack = (app: App, place: Place, watched: Watched): void => {
  const { home, names, settings } = place;
  const stack = new Stack(app, "mail-alarms", {
    env: home,
    stackName: names.stack("mail-alarms"),
    description: "Rynek: the sender of letters, alarms and the dashboard",
  });
  mail(stack, names, settings);

  const bell = topic(stack, "Alarms", `Rynek ${settings.stage}: alarms, at once`);
  const morning = topic(stack, "AlarmsInTheMorning", `Rynek ${settings.stage}: alarms, in the morning`);
  const deadLetterQueue = failuresQueue(stack, "AlarmsNotTold");
  if (settings.alarmAddress)
    for (const one of [bell, morning])
      one.addSubscription(new EmailSubscription(settings.alarmAddress, { deadLetterQueue }));
  callTrail(stack);
  callAlarm(stack, "TablesCopied", tablesCopied, { topic: bell, deadLetterQueue });
  if (settings.copies) callAlarm(stack, "CopiesTouched", COPIES_TOUCHED, { topic: bell, deadLetterQueue });
  const bells = { urgent: new SnsAction(bell), inTheMorning: new SnsAction(morning) };
  const made = alarms(stack, place, watched, bells);
  const page = dashboard(stack, place, watched, made);
  new CfnOutput(stack, "DashboardUrl", {
    value: `https://console.aws.amazon.com/cloudwatch/home?region=${settings.region}#dashboards:name=${page.dashboardName}`,
  });
};
