import { type CfnRule, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { SnsTopic } from "aws-cdk-lib/aws-events-targets";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

export interface CallAlarmProps {
  /** `dynamodb`, as in `dynamodb.amazonaws.com`. */
  readonly service: string;
  readonly calls: readonly string[];
  /** Who may be hurt and how, in words for whoever is woken. */
  readonly impact: string;
  /** The paragraph of docs/deploy.md that says what to do. */
  readonly todo: string;
}

interface Bell {
  readonly topic: ITopic;
  /** Where a message goes that the topic did not take. */
  readonly deadLetterQueue: IQueue;
}

/** Tells somebody, whoever it was and whether or not it was allowed, that one of these calls was made in this account. */
export const callAlarm = (
  scope: Construct,
  id: string,
  { service, calls, impact, todo }: CallAlarmProps,
  { topic, deadLetterQueue }: Bell,
): Rule => {
  const rule = new Rule(scope, id, {
    description: `${impact}\nWhat to do: ${todo}`,
    eventPattern: {
      source: [`aws.${service}`],
      detailType: ["AWS API Call via CloudTrail"],
      detail: { eventSource: [`${service}.amazonaws.com`], eventName: [...calls] },
    },
    targets: [
      new SnsTopic(topic, {
        deadLetterQueue,
        message: RuleTargetInput.fromText(`${impact}\nWhat to do: docs/deploy.md, ${todo}`),
      }),
    ],
  });
  // Reading a secret is a read-only call: a rule that is merely enabled does not hear of those.
  (rule.node.defaultChild as CfnRule).state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
  return rule;
};
