import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { logFigures } from "./log.ts";
import { type Figures, type Meter, NAMESPACE } from "./meter.ts";

const UNITS = {
  Kept: MetricUnit.Count,
  Broken: MetricUnit.Count,
  TurnedAway: MetricUnit.Count,
  Milliseconds: MetricUnit.Milliseconds,
  LateSeconds: MetricUnit.Seconds,
  Open: MetricUnit.Count,
} as const satisfies Record<keyof Figures, string>;

/** Figures as log records in CloudWatch's embedded metric format: written with the log, read from there, no call of an API. */
export const embeddedMetrics = (service: string): Meter => ({
  note: async (promise, figures) => {
    const metrics = new Metrics({ namespace: NAMESPACE, serviceName: service });
    metrics.addDimension("promise", promise);
    for (const [name, value] of Object.entries(figures))
      metrics.addMetric(name, UNITS[name as keyof Figures], value);
    logFigures({ ...metrics.serializeMetrics() });
  },
});
