import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { Figures } from "../../../shared/platform/meter.ts";
import type { ServicePromise } from "../../../shared/platform/promises.ts";
import type { Place } from "../place.ts";
import type { Watched } from "./alarms.ts";
import { promisesOf } from "./promises.ts";
import { faultPercent, fiveMinutes, minute, ofLetters, ofPromise, ofTable, throttled } from "./watch.ts";

const graph = (title: string, ...left: IMetric[]): IWidget =>
  new GraphWidget({ title, left, width: 8, height: 6 });

/** One page for the night of the vote, from the voter's first step to the count. */
export const dashboard = (
  scope: Construct,
  { names: { prefix: service }, settings }: Place,
  watched: Watched,
  alarms: readonly Alarm[],
): Dashboard => {
  const { api, kept, machines } = watched;
  const { notices, voting } = api.functions;
  const promises = promisesOf(settings);
  const line = (promise: ServicePromise, figure: keyof Figures, statistic = "Sum") =>
    ofPromise(service, promise, figure, statistic, minute).with({ label: promise });
  return new Dashboard(scope, "Dashboard", {
    dashboardName: service,
    widgets: [
      [new AlarmStatusWidget({ title: "Alarms", alarms: [...alarms], width: 24, height: 4 })],
      [
        graph(
          "From identity to ballot: kept, a minute",
          ...(["identity", "code", "ballot"] as const).map((promise) => line(promise, "Kept")),
        ),
        graph(
          "Time to a receipt, ms",
          line("ballot", "Milliseconds", "p50"),
          line("ballot", "Milliseconds", "p99"),
          ...(settings.canary ? [line("canary", "Milliseconds", "Maximum")] : []),
        ),
        graph("Faults at the gateway, %", faultPercent(api)),
      ],
      [
        graph("Promises broken", ...promises.map((promise) => line(promise, "Broken"))),
        graph(
          "Turned away",
          ...promises.map((promise) => line(promise, "TurnedAway")),
          api.turnedAway.with({ label: "by the gateway", period: minute }),
        ),
        graph(
          "Seconds late",
          ...(["code", "letter", "deadline"] as const).map((promise) =>
            line(promise, "LateSeconds", "Maximum"),
          ),
        ),
      ],
      [
        graph(
          "Voting at once",
          voting.metric("ConcurrentExecutions", { period: minute, statistic: "Maximum" }),
        ),
        graph("Tables turn away", throttled(kept.main), throttled(kept.ballots)),
        graph("Writes collide", ofTable(kept.main, "TransactionConflict")),
      ],
      [
        graph(
          "Notices: runs and errors",
          notices.metricInvocations({ period: fiveMinutes }),
          notices.metricErrors({ period: fiveMinutes }),
        ),
        graph("Letters bounced, complained of", ofLetters("Bounce"), ofLetters("Complaint")),
        graph(
          "Cycles and rolls: started and failed",
          ...Object.values(machines).flatMap((machine) => [
            machine.metricStarted({ period: fiveMinutes }),
            machine.metricFailed({ period: fiveMinutes }),
          ]),
        ),
      ],
    ],
  });
};
