import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern } from "aws-cdk-lib/aws-logs";
import { fiveMinutes } from "./watch.ts";

/** How often the vote's log says that one more voter was let in to a cluster; the line bears a number and nobody's name. */
export const clustersFound = (voting: LambdaFunction, metricNamespace: string): Metric =>
  voting.logGroup
    .addMetricFilter("Clusters", {
      metricNamespace,
      metricName: "Clusters",
      filterPattern: FilterPattern.stringValue("$.event", "=", "cluster"),
    })
    .metric({ period: fiveMinutes, statistic: "Sum" });
