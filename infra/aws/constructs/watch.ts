import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type ILogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { type Figures, NAMESPACE } from "../../../shared/platform/meter.ts";
import type { ServicePromise } from "../../../shared/platform/promises.ts";
import type { Api } from "../stacks/api.ts";

export const minute = Duration.minutes(1);
export const fiveMinutes = Duration.minutes(5);

const ofApi = ({ api }: Api, metricName: string, statistic: string, dimensions = {}): Metric =>
  new Metric({
    namespace: "AWS/ApiGateway",
    metricName,
    statistic,
    period: minute,
    dimensionsMap: { ApiId: api.ref, ...dimensions },
  });

/** A figure of a promise, which our functions write with their logs. */
export const ofPromise = (
  service: string,
  promise: ServicePromise,
  figure: keyof Figures,
  statistic: string,
  period = fiveMinutes,
): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName: figure,
    statistic,
    period,
    dimensionsMap: { service, promise },
  });

/** Requests that failed through our fault, in percent of all. */
export const faultPercent = (api: Api): IMetric =>
  new MathExpression({
    label: "faults in %",
    expression: "IF(requests > 0, 100 * faults / requests, 0)",
    usingMetrics: { faults: ofApi(api, "5xx", Stats.SUM), requests: ofApi(api, "Count", Stats.SUM) },
    period: minute,
  });

/** Writes and reads that a table turned away. */
export const throttled = (table: ITable): IMetric => {
  // Ids of metrics are unique within a graph, and begin small.
  const [writes, reads] = [`writesOf${table.node.id}`, `readsOf${table.node.id}`];
  return new MathExpression({
    label: `${table.node.id}: turned away`,
    expression: `FILL(${writes}, 0) + FILL(${reads}, 0)`,
    usingMetrics: {
      [writes]: ofTable(table, "WriteThrottleEvents"),
      [reads]: ofTable(table, "ReadThrottleEvents"),
    },
    period: minute,
  });
};

export const ofTable = (table: ITable, metricName: string): Metric =>
  new Metric({
    namespace: "AWS/DynamoDB",
    metricName,
    statistic: Stats.SUM,
    period: minute,
    dimensionsMap: { TableName: table.tableName },
  });

/** How often a function wrote a log record of this event. */
export const toldBy = (
  scope: Construct,
  fn: IFunction & { readonly logGroup: ILogGroup },
  event: string,
): IMetric =>
  new MetricFilter(scope, `Told-${event.replace("/", "-")}`, {
    logGroup: fn.logGroup,
    filterPattern: FilterPattern.anyTerm(event),
    metricNamespace: "Rynek",
    metricName: `${fn.functionName}-${event.replace("/", "-")}`,
    metricValue: "1",
  }).metric({ statistic: Stats.SUM, period: fiveMinutes });

/** Share of the account's letters that bounced or were complained of; SES suspends senders over 10 % and 0.5 %. */
export const ofLetters = (what: "Bounce" | "Complaint"): Metric =>
  new Metric({
    namespace: "AWS/SES",
    metricName: `Reputation.${what}Rate`,
    statistic: Stats.MAXIMUM,
    period: Duration.minutes(15),
  });

/** What the account's texts have cost since the month began, in dollars. */
export const spentOnTexts = (): Metric =>
  new Metric({
    namespace: "AWS/SNS",
    metricName: "SMSMonthToDateSpentUSD",
    statistic: Stats.MAXIMUM,
    period: Duration.minutes(15),
  });
