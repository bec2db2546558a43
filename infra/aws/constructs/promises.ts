import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { ServicePromise } from "../../../shared/platform/promises.ts";
import type { FunctionName } from "../../../shared/platform/route.ts";
import type { Place } from "../place.ts";
import type { Settings } from "../settings.ts";
import type { AlarmProps } from "./alarm.ts";
import { SWEPT } from "./sweep.ts";
import { fiveMinutes, minute, ofPromise } from "./watch.ts";

/** When a promise counts as broken, and who is hurt by it. */
interface Watch {
  readonly impact: string;
  readonly todo: string;
  /** Somebody is woken: during a vote minutes count. */
  readonly isUrgent?: true;
  /** Alarms when it is broken so often in five minutes. */
  readonly broken?: number;
  /** It is tried every so many minutes: alarms when of two tries none was kept, or nothing is heard of them. */
  readonly everyMinutes?: number;
  /** Alarms when so many are turned away in five minutes. */
  readonly turnedAway?: number;
  /** Alarms when one in a hundred takes so many milliseconds, for five minutes; of what is tried now and then, three in turn. */
  readonly slowMs?: number;
  /** Alarms when something comes so many seconds after it was due. */
  readonly lateSeconds?: number;
}

const WATCHED = {
  identity: {
    impact: "Voters do not get in: who they are is not found out, or their code is not taken.",
    todo: "Vote path down",
    isUrgent: true,
    broken: 5,
    turnedAway: 50,
    slowMs: 3_000,
  },
  ballot: {
    impact:
      "Voters press the last button and see an error or wait; they do not know whether they have voted.",
    todo: "Vote path down",
    isUrgent: true,
    broken: 3,
    turnedAway: 20,
    slowMs: 3_000,
  },
  receipt: {
    impact: "Voters who check their receipt see an error, and doubt that their ballot is in the box.",
    todo: "A receipt is not found",
    broken: 5,
    slowMs: 3_000,
  },
  participation: {
    impact: "What residents file is not taken: proposals, support, statements, places at meetings, answers.",
    todo: "Site down",
    broken: 5,
    slowMs: 5_000,
  },
  site: {
    impact: "Residents see error pages instead of what they look for.",
    todo: "Site down",
    broken: 20,
    slowMs: 5_000,
  },
  office: {
    impact: "Staff see error pages; what residents wait for is not done.",
    todo: "Site down",
    broken: 5,
    slowMs: 10_000,
  },
  code: {
    impact: "Codes for voting do not leave or leave late; without a code nobody can vote.",
    todo: "Mail does not go out",
    isUrgent: true,
    broken: 1,
    turnedAway: 10,
    lateSeconds: 60,
  },
  letter: {
    impact: "People are not told of what happened, or late.",
    todo: "Mail does not go out",
    broken: 1,
    turnedAway: 50,
    lateSeconds: 15 * 60,
  },
  deadline: {
    impact: "A phase began late; residents stood before a closed door, or an open one.",
    todo: "A phase does not move",
    isUrgent: true,
    broken: 1,
    lateSeconds: 120,
  },
  canary: {
    impact: "The canary cannot vote, so perhaps nobody can: in by a code, a ballot, its receipt.",
    todo: "The canary does not vote",
    isUrgent: true,
    everyMinutes: 5,
    slowMs: 15_000,
  },
} as const satisfies Record<Exclude<ServicePromise, `sweep of ${string}`>, Watch>;

type Watched = keyof typeof WATCHED;

/** Promises that have a line on the dashboard of a stage, and alarms, in this order. */
export const promisesOf = ({ canary }: Pick<Settings, "canary">): Watched[] =>
  (Object.keys(WATCHED) as Watched[]).filter((promise) => promise !== "canary" || canary);

const named = (promise: string, what: string): string =>
  `${promise.charAt(0).toUpperCase()}${promise.slice(1)}${what}`;

const alarmsOf = (service: string, promise: Watched): Record<string, AlarmProps> => {
  const { impact, todo, isUrgent, ...when }: Watch = WATCHED[promise];
  const { broken, everyMinutes, turnedAway, slowMs, lateSeconds } = when;
  const of = (figure: Parameters<typeof ofPromise>[2], statistic: string, period = fiveMinutes) =>
    ofPromise(service, promise, figure, statistic, period);
  const said = { impact, todo, ...(isUrgent && { isUrgent }) };
  return {
    ...(broken !== undefined && {
      [named(promise, "Broken")]: { ...said, metric: of("Broken", Stats.SUM), from: broken },
    }),
    ...(everyMinutes !== undefined && {
      [named(promise, "Silent")]: {
        ...said,
        metric: of("Kept", Stats.SUM, Duration.minutes(2 * everyMinutes)),
        from: 0,
        below: true,
        whenSilent: true,
      },
    }),
    ...(turnedAway !== undefined && {
      [named(promise, "TurnedAway")]: { ...said, metric: of("TurnedAway", Stats.SUM), from: turnedAway },
    }),
    ...(slowMs !== undefined && {
      [named(promise, "Slow")]: {
        ...said,
        metric: of("Milliseconds", "p99", everyMinutes ? Duration.minutes(everyMinutes) : minute),
        from: slowMs,
        periods: everyMinutes ? 3 : 5,
      },
    }),
    ...(lateSeconds !== undefined && {
      [named(promise, "Late")]: { ...said, metric: of("LateSeconds", Stats.MAXIMUM), from: lateSeconds },
    }),
  };
};

/**
 * The alarms that a bad release of doors rings which serve these promises, the worst first: what is broken, then what is slow. Not who is turned
 * away: a flood from outside would stop every release.
 */
export const badRelease = (served: ReadonlySet<ServicePromise>): string[] => {
  const watched = (Object.keys(WATCHED) as Watched[]).filter((promise) => served.has(promise));
  return ["Broken", "Slow"].flatMap((what) => watched.map((promise) => named(promise, what)));
};

const LEFT_LYING: Readonly<Record<keyof typeof SWEPT, Pick<AlarmProps, "impact" | "todo" | "isUrgent">>> = {
  notices: {
    impact: "Letters and codes whose first try was lost are looked for by nobody.",
    todo: "Mail does not go out",
    isUrgent: true,
  },
  workflow: {
    impact: "A phase that should open or close by itself may not; a vote may start late.",
    todo: "A phase does not move",
    isUrgent: true,
  },
  consultations: {
    impact: "Announcements of meetings and surveys wait; who gave a place back frees none.",
    todo: "Mail does not go out",
  },
  proposals: {
    impact: "Calls to authors do not end at their time; letters of a published list wait.",
    todo: "Mail does not go out",
  },
  voting: {
    impact: "Acts that wait for a second person stay on desks after their time.",
    todo: "A phase does not move",
  },
  arrivals: {
    impact:
      "Files whose arrival nobody was told of stay unlooked at, and files that nothing took stay longer.",
    todo: "Files are not looked at",
  },
  staff: { impact: "The office gets no letter of its work in the morning.", todo: "Mail does not go out" },
  directory: {
    impact:
      "The directory no longer follows the accounts of staff: who is new gets no work and no letter, and who has left may still get both.",
    todo: "The directory stands still",
  },
};

/** Each sweep tells that it came through; silence for five times its pace is the fault. */
const sweeps = ({ names }: Place): Record<string, AlarmProps> =>
  Object.fromEntries(
    (Object.entries(SWEPT) as [keyof typeof SWEPT & FunctionName, Duration][]).map(([fn, every]) => [
      named(fn, "SweepStands"),
      {
        ...LEFT_LYING[fn],
        metric: ofPromise(
          names.prefix,
          `sweep of ${names.fn(fn)}`,
          "Kept",
          Stats.SUM,
          Duration.minutes(every.toMinutes() * 5),
        ),
        from: 0,
        below: true,
        whenSilent: true,
      },
    ]),
  );

/** Nothing is deployed while it rings. */
export const VOTE_IS_OPEN = "VoteIsOpen";

/** An alarm for each way in which a promise can be broken, and one that is itself a promise: who votes meets the release that they began with. */
export const promiseAlarms = (place: Place): Record<string, AlarmProps> => ({
  ...Object.assign({}, ...promisesOf(place.settings).map((promise) => alarmsOf(place.names.prefix, promise))),
  ...sweeps(place),
  [VOTE_IS_OPEN]: {
    metric: ofPromise(place.names.prefix, "ballot", "Open", Stats.MAXIMUM),
    from: 1,
    impact: "A vote is open: until it is over no new version comes before voters, unless somebody says why.",
    todo: "A vote is open",
  },
});
