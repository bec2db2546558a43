import { type App, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { CfnApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import type { IMetric, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Alias, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { routes } from "../../../functions/routes.ts";
import { gatewayRows } from "../../../shared/platform/gateway.ts";
import type { FunctionName } from "../../../shared/platform/route.ts";
import { tellOfArrivals } from "../constructs/arrivals.ts";
import { canary } from "../constructs/canary.ts";
import { clustersFound } from "../constructs/clusters-found.ts";
import { pointAt } from "../constructs/dns.ts";
import { failuresQueue } from "../constructs/failures.ts";
import { front } from "../constructs/front.ts";
import { frontSecret } from "../constructs/front-secret.ts";
import { gatewayDomain, mapped } from "../constructs/gateway-domain.ts";
import { gatewayTurnedAway } from "../constructs/gateway-turned-away.ts";
import { httpApi, routed } from "../constructs/http-api.ts";
import { teller, tellOperator } from "../constructs/outputs.ts";
import { rynekFunction } from "../constructs/rynek-function.ts";
import { shifted } from "../constructs/shift.ts";
import { staffPool } from "../constructs/staff-pool.ts";
import { wakeOnWrites } from "../constructs/stream.ts";
import { sweepAll } from "../constructs/sweep.ts";
import { environmentOf } from "../environment.ts";
import { functionNames, functions } from "../functions.ts";
import { grants, starsOf } from "../grants.ts";
import { LIVE } from "../names.ts";
import type { Place } from "../place.ts";
import { accept } from "../reasons.ts";
import type { Kept } from "./data.ts";
import type { Edge } from "./edge.ts";

export interface Api {
  readonly api: CfnApi;
  /** As they are watched: each with all its versions. */
  readonly functions: Readonly<Record<FunctionName, LambdaFunction>>;
  /** As they are called: by the version that an alias names. */
  readonly live: Readonly<Record<FunctionName, Alias>>;
  readonly failures: Queue;
  readonly distribution: Distribution;
  /** Clusters of voters, for the commission to look at. */
  readonly clusters: IMetric;
  /** Requests that the gateway turned away before any function. */
  readonly turnedAway: Metric;
}

/**
 * Everything that answers. The order takes the knot out of "functions want the site's address, the site wants the API, the API wants
 * functions": first the bare API, then CloudFront before it, then the functions, and the routes last.
 */
export const apiStack = (app: App, place: Place, kept: Kept, edge: Edge): Api => {
  const { names, home, settings, release } = place;
  const stack = new Stack(app, "api", {
    env: home,
    stackName: names.stack("api"),
    description: "Rynek: CloudFront, API, functions and staff accounts",
  });
  stack.addStackDependency(edge.stack);
  const api = httpApi(stack, "Api", names.prefix, settings);
  const gatewayName = gatewayDomain(stack, settings);
  const secret = frontSecret(stack, "FrontSecret");
  const distribution = front(stack, "Front", {
    api,
    edge,
    prefix: names.prefix,
    settings,
    secret,
    filesBucket: kept.files.bucketName,
    uploadsBucket: kept.uploads.bucketName,
  });
  pointAt(stack, distribution, settings);
  const siteUrl = `https://${settings.domain ?? distribution.distributionDomainName}`;
  const staff = staffPool(stack, "Staff", { prefix: names.prefix, siteUrl, protect: settings.protect });

  const failures = failuresQueue(stack, "Failures");
  accept(stack, starsOf(place));
  const environment = environmentOf(place, {
    kept,
    siteUrl,
    pool: staff.pool,
    client: staff.client,
    frontSecret: secret,
  });
  const made = Object.fromEntries(
    functionNames.map((name) => [
      name,
      rynekFunction(stack, name, {
        name: names.fn(name),
        plan: functions[name],
        code: place.codeOf(name),
        environment,
        statements: functions[name].may.flatMap((grant) =>
          grants[grant]({
            ...kept,
            staffPoolArn: staff.pool.userPoolArn,
            names,
            settings,
            writes: functions[name].writes ?? [],
          }),
        ),
        failures,
        logRetention: settings.logRetentionDays,
        reserved: name === "voting" || name === "notices" ? settings.reserved?.[name] : undefined,
      }),
    ]),
  ) as Record<FunctionName, LambdaFunction>;
  const live = Object.fromEntries(functionNames.map((name) => [name, made[name].addAlias(LIVE)])) as Record<
    FunctionName,
    Alias
  >;
  wakeOnWrites(made.notices, live.notices, { table: kept.main, failures });
  tellOfArrivals(stack, live.arrivals, { uploads: kept.uploads, failures });
  sweepAll(stack, live, failures);
  shifted(stack, place, live);
  if (settings.canary) canary(stack, live, failures);

  const accessLog = new LogGroup(stack, "AccessLog", {
    // The gateway's own prefix keeps its log policy from growing with every API of the account.
    logGroupName: `/aws/vendedlogs/${names.prefix}/api`,
    retention: settings.logRetentionDays,
    // Its name is taken for ever otherwise, and the stage could not be put up again.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const opened = routed(stack, api, {
    rows: gatewayRows(routes),
    functions: live,
    issuer: staff.pool.userPoolProviderUrl,
    clientId: staff.client.userPoolClientId,
    throttle: settings.throttle,
    accessLog,
  });
  if (gatewayName) mapped(stack, api, opened, gatewayName);
  if (release.duringAVote)
    teller(stack)("DuringAVote", "Why it was deployed though a vote was open", release.duringAVote);
  tellOperator(stack, { api, distribution, siteUrl, staff, settings });
  const clusters = clustersFound(made.voting, names.prefix);
  const turnedAway = gatewayTurnedAway(accessLog, names.prefix);
  return { api, functions: made, live, failures, distribution, clusters, turnedAway };
};
