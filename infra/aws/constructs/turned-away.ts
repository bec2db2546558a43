import { Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { alarm } from "./alarm.ts";
import { failuresQueue } from "./failures.ts";
import { topic } from "./topic.ts";
import { fiveMinutes } from "./watch.ts";

/** So many in five minutes are no single script any more: a carrier's or a school's whole address may be among them. */
const MANY_TURNED_AWAY = 200;

/** Figures of the edge are in the edge's region alone, and so is what they ring. */
export const turnedAway = (scope: Construct, webAcl: string, { stage, alarmAddress }: Settings): void => {
  const bell = topic(scope, "Alarms", `Rynek ${stage}: alarms of the edge`);
  const deadLetterQueue = failuresQueue(scope, "AlarmsNotTold");
  if (alarmAddress) bell.addSubscription(new EmailSubscription(alarmAddress, { deadLetterQueue }));
  for (const [id, rule, impact] of [
    ["AddressTurnedAway", "PerAddress", "Everybody behind an address reads that they have to wait a minute."],
    [
      "FormTurnedAway",
      "PerPath",
      "Whoever sends a form, the ballot too, from an address reads that they have to wait a minute.",
    ],
  ] as const)
    alarm(
      scope,
      id,
      {
        metric: new Metric({
          namespace: "AWS/WAFV2",
          metricName: "CountedRequests",
          statistic: Stats.SUM,
          period: fiveMinutes,
          dimensionsMap: { WebACL: webAcl, Rule: rule },
        }),
        from: MANY_TURNED_AWAY,
        isUrgent: true,
        impact,
        todo: "Residents are turned away",
      },
      { urgent: new SnsAction(bell), inTheMorning: new SnsAction(bell) },
    );
};
