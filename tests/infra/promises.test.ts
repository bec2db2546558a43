/** What people rely on has figures, an alarm for each way of breaking it, and somebody whom it rings for. */
import { expect, test } from "vitest";
import { z } from "zod";
import { functions } from "../../functions/all.ts";
import { routes } from "../../functions/routes.ts";
import { accessLogFormat } from "../../infra/aws/constructs/access-log.ts";
import { SWEPT } from "../../infra/aws/constructs/sweep.ts";
import { embeddedMetrics } from "../../shared/platform/embedded-metrics.ts";
import { logWithin } from "../../shared/platform/log.ts";
import { NAMESPACE } from "../../shared/platform/meter.ts";
import { promiseOf, type ServicePromise } from "../../shared/platform/promises.ts";
import type { Route } from "../../shared/platform/route.ts";
import { keepLogs } from "../kit/logged.ts";
import { trial } from "./cloud.ts";

const Alarm = z.object({
  Namespace: z.string().optional(),
  MetricName: z.unknown().optional(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
  AlarmActions: z.array(z.unknown()),
  OKActions: z.array(z.unknown()),
  TreatMissingData: z.string(),
});

/** What is watched of each promise: `ballot Broken`. */
const watched = () =>
  trial()
    .properties("AWS::CloudWatch::Alarm", Alarm)
    .filter(({ Namespace }) => Namespace === NAMESPACE)
    .flatMap(({ MetricName, Dimensions, TreatMissingData }) =>
      Dimensions.flatMap(({ Name, Value }) =>
        Name === "promise"
          ? [{ promise: String(Value), figure: String(MetricName), missing: TreatMissingData }]
          : [],
      ),
    );

const rows = Object.values<Route>(routes);

test("whatever a door serves is watched: an answer that fails, and one that takes too long", () => {
  const names = new Set(rows.map(promiseOf));
  expect([...names].sort()).toEqual(["ballot", "identity", "office", "participation", "receipt", "site"]);
  for (const promise of names)
    for (const figure of ["Broken", "Milliseconds"])
      expect(watched(), `${promise} ${figure}`).toContainEqual({ promise, figure, missing: "notBreaching" });
});

test("every door to the box is one: the API, the pages, and the clerk at a point", () => {
  const serving = (promise: ServicePromise) =>
    rows.filter((row) => promiseOf(row) === promise).map(({ name }) => name);
  expect(serving("ballot")).toEqual(
    expect.arrayContaining(["postBallot", "postCastPage", "postBallotPage", "postPointVoter"]),
  );
  expect(serving("identity")).toEqual(
    expect.arrayContaining([
      "postVoterSession",
      "postCode",
      "postIdentityPage",
      "postCodePage",
      "getEidCallback",
    ]),
  );
});

test("every function that looks for what was left lying is let look, and its silence is a fault", () => {
  const looking = Object.entries(functions).flatMap(([name, { sweep, consume }]) =>
    sweep || consume ? [name] : [],
  );
  expect(Object.keys(SWEPT).sort()).toEqual(looking.sort());
  for (const name of looking)
    expect(watched()).toContainEqual({
      promise: `sweep of rynek-dev-${name}`,
      figure: "Kept",
      missing: "breaching",
    });
});

test("whom the gateway turns away, before any function could count it, is told from whom a function turns away", () => {
  const [filter, ...others] = trial()
    .all("AWS::Logs::MetricFilter")
    .flatMap(([, { Properties }]) =>
      JSON.stringify(Properties).includes("GatewayTurnedAway") ? [Properties] : [],
    );
  expect(others).toEqual([]);
  expect(filter?.FilterPattern).toBe('{ ($.status = "429") && ($.functionStatus = "-") }');
  const logs = trial()
    .all("AWS::Logs::LogGroup")
    .flatMap(([Ref, { Properties }]) =>
      JSON.stringify(filter?.LogGroupName) === JSON.stringify({ Ref }) ? [Properties.LogGroupName] : [],
    );
  expect(logs).toEqual(["/aws/vendedlogs/rynek-dev/api"]);
  // The names of the filter are those of the line that the gateway writes.
  expect(JSON.parse(accessLogFormat)).toMatchObject({
    status: "$context.status",
    functionStatus: "$context.integrationStatus",
  });
  expect(trial().properties("AWS::CloudWatch::Alarm", Alarm)).toContainEqual(
    expect.objectContaining({
      Namespace: "rynek-dev",
      MetricName: "GatewayTurnedAway",
      TreatMissingData: "notBreaching",
    }),
  );
});

test("who is rung for is told when it is over; what can wait rings in the morning", () => {
  const all = trial().properties("AWS::CloudWatch::Alarm", Alarm);
  for (const { AlarmActions, OKActions } of all) expect(OKActions).toEqual(AlarmActions);
  expect(new Set(all.map(({ AlarmActions }) => JSON.stringify(AlarmActions))).size).toBe(2);
});

test("figures are a record of the log that CloudWatch reads, found by the request", async () => {
  const logged = keepLogs();
  await logWithin({ requestId: "r-1", isColdStart: true }, () =>
    embeddedMetrics("rynek-dev").note("ballot", { Kept: 1, Milliseconds: 12 }),
  );
  const [record] = logged.flatMap((line) => (line.includes('"figures"') ? [JSON.parse(line)] : []));
  expect(record).toMatchObject({
    level: "info",
    event: "figures",
    requestId: "r-1",
    isColdStart: true,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    service: "rynek-dev",
    promise: "ballot",
    Kept: 1,
    Milliseconds: 12,
  });
  const [{ Namespace, Dimensions, Metrics }] = record._aws.CloudWatchMetrics;
  expect([Namespace, Dimensions.map((one: string[]) => one.toSorted())]).toEqual([
    NAMESPACE,
    [["promise", "service"]],
  ]);
  expect(Metrics).toEqual([
    { Name: "Kept", Unit: "Count" },
    { Name: "Milliseconds", Unit: "Milliseconds" },
  ]);
});
