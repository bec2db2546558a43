import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type LogGroup } from "aws-cdk-lib/aws-logs";
import { fiveMinutes } from "./watch.ts";

/**
 * How many the gateway itself turned away. Its own figures know 4xx alone, refusals of functions among them; its log says 429 and, since no
 * function was called, a dash where a function's status stands.
 */
export const gatewayTurnedAway = (accessLog: LogGroup, metricNamespace: string): Metric =>
  accessLog
    .addMetricFilter("TurnedAway", {
      metricNamespace,
      metricName: "GatewayTurnedAway",
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue("$.status", "=", "429"),
        FilterPattern.stringValue("$.functionStatus", "=", "-"),
      ),
    })
    .metric({ period: fiveMinutes, statistic: "Sum" });
