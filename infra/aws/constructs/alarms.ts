import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { Place } from "../place.ts";
import type { Settings } from "../settings.ts";
import type { Api } from "../stacks/api.ts";
import type { Machines } from "../stacks/workflow.ts";
import { type AlarmProps, alarm, type Bells } from "./alarm.ts";
import { promiseAlarms } from "./promises.ts";
import {
  faultPercent,
  fiveMinutes,
  minute,
  ofLetters,
  ofTable,
  spentOnTexts,
  throttled,
  toldBy,
} from "./watch.ts";

export interface Watched {
  readonly api: Api;
  readonly kept: { readonly main: ITable; readonly ballots: ITable };
  readonly machines: Machines;
}

const perMinute = { period: minute, statistic: "Sum" };

/** The vote: whoever is turned away in the last hours does not come back. */
const vote = ({ api, kept: { main, ballots } }: Watched): Record<string, AlarmProps> => ({
  VotingFails: {
    // What ends a function before it can answer makes no figures of its own.
    metric: api.functions.voting.metricErrors(perMinute),
    from: 1,
    isUrgent: true,
    impact: "The function of the vote broke off; who was with it sees an error and tries again.",
    todo: "Vote path down",
  },
  VotingTurnedAway: {
    metric: api.functions.voting.metricThrottles(perMinute),
    from: 1,
    isUrgent: true,
    impact: "Voters are turned away because the account runs no more functions at once.",
    todo: "Vote path down",
  },
  GatewayTurnedAway: {
    // A row's bucket is the whole city's, and the last resort: whoever meets it is nobody's flood.
    metric: api.turnedAway,
    from: 20,
    isUrgent: true,
    impact: "Everybody, voters among them, reads that too many people are on the site at once.",
    todo: "Residents are turned away",
  },
  LettersTurnedAway: {
    metric: api.functions.notices.metricThrottles(perMinute),
    from: 1,
    periods: 3,
    isUrgent: true,
    impact:
      "Codes are late because no more functions may send letters at once; without a code nobody can vote.",
    todo: "Mail does not go out",
  },
  BallotsTableBusy: {
    metric: throttled(ballots),
    from: 1,
    periods: 3,
    isUrgent: true,
    impact: "Ballots are refused for a while; voters have to come back.",
    todo: "Vote path down",
  },
  MainTableBusy: {
    metric: throttled(main),
    from: 1,
    periods: 3,
    isUrgent: true,
    impact: 'Residents and staff see "try again" on anything they save, the vote included.',
    todo: "Vote path down",
  },
  WritesCollide: {
    metric: ofTable(main, "TransactionConflict"),
    from: 200,
    periods: 5,
    impact: "Ballots and sign-ups meet each other and are tried again; some people are asked to come back.",
    todo: "Vote path down",
  },
});

/** What happens by itself, and nobody sees when it stops. */
const behind = (
  scope: Construct,
  { api: { functions, failures }, machines }: Watched,
): Record<string, AlarmProps> => ({
  LettersKept: {
    metric: toldBy(scope, functions.notices, "letters/quota"),
    from: 1,
    impact: "What is left of the day's letters is kept for codes; everybody else is told tomorrow.",
    todo: "Mail does not go out",
  },
  StepsFail: {
    metric: functions.workflow.metricErrors({ period: fiveMinutes }),
    from: 3,
    isUrgent: true,
    impact:
      "A phase does not open or close at its time; residents stand before a closed door, or an open one.",
    todo: "A phase does not move",
  },
  CycleStopped: {
    metric: machines.cycle.metricFailed({ period: fiveMinutes }),
    from: 1,
    isUrgent: true,
    impact:
      "A cycle no longer moves by itself; its next phase will not open until the reconciler starts it again.",
    todo: "A phase does not move",
  },
  RollStopped: {
    metric: machines.roll.metricFailed({ period: fiveMinutes }),
    from: 1,
    impact: "A roll that was uploaded is read no further; the office waits for what it would change.",
    todo: "A roll is not read",
  },
  CountFails: {
    metric: functions.count.metricErrors({ period: fiveMinutes }),
    from: 2,
    impact: "The count does not get on; the city waits for its results.",
    todo: "The count does not finish",
  },
  BoxDiffers: {
    metric: toldBy(scope, functions.count, "box-differs"),
    from: 1,
    isUrgent: true,
    impact: "Votes cast, ballots and the signed list of ballots do not agree; the result is not published.",
    todo: "The box does not agree",
  },
  EventsGivenUp: {
    metric: failures.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
    from: 1,
    impact: "Work was tried in vain and put aside; somebody may not have been told something.",
    todo: "Mail does not go out",
  },
});

/** Everything else that residents notice. */
const around = ({ api }: Watched): Record<string, AlarmProps> => ({
  EdgeFails: {
    // Counted by the gateway, whatever became of the function behind it.
    metric: faultPercent(api),
    from: 1,
    periods: 5,
    isUrgent: true,
    impact: "More than one request in a hundred ends in an error page.",
    todo: "Site down",
  },
  ClustersFound: {
    metric: api.clusters,
    from: 1,
    impact:
      "Voters were let in as one person could have let them in, on the web or at a voting point; the commission may want to look before the count.",
    todo: "Voters who look like one person's doing",
  },
  LettersBounce: {
    metric: ofLetters("Bounce"),
    from: 0.02,
    impact: "Many letters do not arrive; SES may stop all of them, codes for voting included.",
    todo: "Mail does not go out",
  },
  LettersComplained: {
    metric: ofLetters("Complaint"),
    from: 0.0005,
    impact: "People call our letters spam; SES may stop all of them, codes for voting included.",
    todo: "Mail does not go out",
  },
});

/** Texts, where the operator has told SNS's limit: at the limit SNS sends no more until the month is over. */
const texts = ({ smsMonthlyUsd }: Settings["sender"]): Record<string, AlarmProps> =>
  smsMonthlyUsd === undefined
    ? {}
    : {
        TextsCost: {
          metric: spentOnTexts(),
          from: smsMonthlyUsd * 0.8,
          impact:
            "Four fifths of the month's money for texts is spent; when it is gone no code goes to a phone.",
          todo: "Texts cost more than planned",
        },
      };

export const alarms = (scope: Construct, place: Place, watched: Watched, bells: Bells) =>
  Object.entries({
    ...promiseAlarms(place),
    ...vote(watched),
    ...behind(scope, watched),
    ...around(watched),
    ...texts(place.settings.sender),
  }).map(([id, props]) => alarm(scope, id, { name: place.names.alarm(id), ...props }, bells));
