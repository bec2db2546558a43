import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";

export interface AlarmProps {
  readonly metric: IMetric;
  /** By which other stacks know it. */
  readonly name?: string;
  /** Who is hurt and how, in words for whoever is woken. */
  readonly impact: string;
  /** The paragraph of docs/deploy.md that says what to do. */
  readonly todo: string;
  /** Somebody is woken: it does not wait until the morning. */
  readonly isUrgent?: true;
  /** Alarms at this value and above. */
  readonly from: number;
  /** For so many periods of the metric. */
  readonly periods?: number;
  /** Silence is the fault: the thing watched should happen all the time. */
  readonly whenSilent?: true;
  /** Alarms at this value and below instead. */
  readonly below?: true;
}

/** Where an alarm rings: for who is on duty, or for who comes in the morning. */
export interface Bells {
  readonly urgent: IAlarmAction;
  readonly inTheMorning: IAlarmAction;
}

/** An alarm says whom it hurts, or it is not worth waking anybody. */
export const alarm = (
  scope: Construct,
  id: string,
  props: AlarmProps,
  { urgent, inTheMorning }: Bells,
): Alarm => {
  const made = new Alarm(scope, id, {
    metric: props.metric,
    ...(props.name !== undefined && { alarmName: props.name }),
    threshold: props.from,
    evaluationPeriods: props.periods ?? 1,
    comparisonOperator: props.below
      ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: props.whenSilent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    alarmDescription: `${props.impact}\nHow soon: ${props.isUrgent ? "at once" : "in the morning"}\nWhat to do: ${props.todo}`,
  });
  const bell = props.isUrgent ? urgent : inTheMorning;
  made.addAlarmAction(bell);
  // Who was woken is told that it is over.
  made.addOkAction(bell);
  return made;
};
