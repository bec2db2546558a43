import type { IAlarmAction } from "aws-cdk-lib/aws-cloudwatch";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import type { Api } from "../stacks/api.ts";
import { type AlarmProps, alarm } from "./alarm.ts";
import {
  faultPercent,
  fiveMinutes,
  minute,
  ofLetters,
  ofRoute,
  ofTable,
  spentOnTexts,
  throttled,
  toldBy,
} from "./watch.ts";

export interface Watched {
  readonly api: Api;
  readonly kept: { readonly main: ITable; readonly ballots: ITable };
  readonly machine: StateMachine;
}

const perMinute = { period: minute, statistic: "Sum" };

/** The vote: whoever is turned away in the last hours does not come back. */
const vote = ({ api, kept: { main, ballots } }: Watched): Record<string, AlarmProps> => ({
  BallotsFail: {
    metric: ofRoute(api, "postBallot", "5xx", "Sum"),
    from: 5,
    impact: "Voters press the last button and see an error; they do not know whether they have voted.",
    todo: "Vote path down",
  },
  BallotsSlow: {
    metric: ofRoute(api, "postBallot", "Latency", "p99"),
    from: 3_000,
    periods: 5,
    impact: "Voters wait more than 3 seconds for their receipt and press again.",
    todo: "Vote path down",
  },
  VotingTurnedAway: {
    metric: api.functions.voting.metricThrottles(perMinute),
    from: 1,
    impact: "Voters are turned away because the account runs no more functions at once.",
    todo: "Vote path down",
  },
  LettersTurnedAway: {
    metric: api.functions.notices.metricThrottles(perMinute),
    from: 1,
    periods: 3,
    impact:
      "Codes are late because no more functions may send letters at once; without a code nobody can vote.",
    todo: "Mail does not go out",
  },
  BallotsTableBusy: {
    metric: throttled(ballots),
    from: 1,
    periods: 3,
    impact: "Ballots are refused for a while; voters have to come back.",
    todo: "Vote path down",
  },
  MainTableBusy: {
    metric: throttled(main),
    from: 1,
    periods: 3,
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
  { api: { functions, failures }, machine }: Watched,
): Record<string, AlarmProps> => ({
  NoticesFail: {
    metric: functions.notices.metricErrors({ period: fiveMinutes }),
    from: 3,
    impact: "Codes for voting and confirmations are late; without a code nobody can vote.",
    todo: "Mail does not go out",
  },
  NoticesLate: {
    metric: functions.notices.metric("IteratorAge", { period: fiveMinutes, statistic: "Maximum" }),
    from: 15 * 60_000,
    impact: "People are told of what happened more than a quarter of an hour later.",
    todo: "Mail does not go out",
  },
  LettersKept: {
    metric: toldBy(scope, functions.notices, "letters/quota"),
    from: 1,
    impact: "What is left of the day's letters is kept for codes; everybody else is told tomorrow.",
    todo: "Mail does not go out",
  },
  SweepStands: {
    metric: functions.workflow.metricInvocations({ period: fiveMinutes }),
    from: 0,
    below: true,
    whenSilent: true,
    impact: "A phase that should open or close by itself may not; a vote may start late.",
    todo: "A phase does not move",
  },
  StepsFail: {
    metric: functions.workflow.metricErrors({ period: fiveMinutes }),
    from: 3,
    impact:
      "A phase does not open or close at its time; residents stand before a closed door, or an open one.",
    todo: "A phase does not move",
  },
  CycleStopped: {
    metric: machine.metricFailed({ period: fiveMinutes }),
    from: 1,
    impact:
      "A cycle no longer moves by itself; its next phase will not open until the reconciler starts it again.",
    todo: "A phase does not move",
  },
  AccountsUnread: {
    // A function that does not run makes no figures of errors either.
    metric: functions.directory.metricErrors({ period: fiveMinutes }),
    from: 1,
    periods: 3,
    whenSilent: true,
    impact:
      "The directory no longer follows the accounts of staff: who is new gets no work and no letter, and who has left may still get both.",
    todo: "The directory stands still",
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
  SiteFails: {
    metric: faultPercent(api),
    from: 1,
    periods: 5,
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

export const alarms = (
  scope: Construct,
  watched: Watched,
  { sender }: Settings,
  actions: readonly IAlarmAction[],
) =>
  Object.entries({ ...vote(watched), ...behind(scope, watched), ...around(watched), ...texts(sender) }).map(
    ([id, props]) => alarm(scope, id, props, actions),
  );
