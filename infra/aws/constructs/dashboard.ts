import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { Watched } from "./alarms.ts";
import { faultPercent, fiveMinutes, minute, ofLetters, ofRoute, ofTable, throttled } from "./watch.ts";

const graph = (title: string, ...left: IMetric[]): IWidget =>
  new GraphWidget({ title, left, width: 8, height: 6 });

/** One page for the night of the vote, from the voter's first step to the count. */
export const dashboard = (
  scope: Construct,
  name: string,
  watched: Watched,
  alarms: readonly Alarm[],
): Dashboard => {
  const { api, kept, machine } = watched;
  const { notices, voting } = api.functions;
  const steps = (["postVoterSession", "postCode", "postBallot"] as const).map((route) =>
    ofRoute(api, route, "Count", "Sum").with({ label: route }),
  );
  return new Dashboard(scope, "Dashboard", {
    dashboardName: name,
    widgets: [
      [new AlarmStatusWidget({ title: "Alarms", alarms: [...alarms], width: 24, height: 4 })],
      [
        graph("From identity to ballot, a minute", ...steps),
        graph(
          "Time to a receipt, ms",
          ofRoute(api, "postBallot", "Latency", "p50"),
          ofRoute(api, "postBallot", "Latency", "p99"),
        ),
        graph("Faults, %", faultPercent(api)),
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
          "Cycles: started and failed",
          machine.metricStarted({ period: fiveMinutes }),
          machine.metricFailed({ period: fiveMinutes }),
        ),
      ],
    ],
  });
};
