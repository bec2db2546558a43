import { Stack } from "aws-cdk-lib";
import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnPermission, type IFunction } from "aws-cdk-lib/aws-lambda";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { GatewayRow } from "../../../shared/platform/gateway.ts";
import type { FunctionName } from "../../../shared/platform/route.ts";
import { accept } from "../reasons.ts";
import type { Settings } from "../settings.ts";
import { accessLogFormat } from "./access-log.ts";
import { STAFF_SCOPE } from "./staff-pool.ts";

/** Why the gateway lets a caller through to the function without looking. */
const LET_THROUGH =
  "Public, or the function checks what the gateway cannot read: a resident's token or link, or the cookie of a page.";

interface RoutedProps {
  readonly rows: readonly GatewayRow[];
  readonly functions: Readonly<Record<FunctionName, IFunction>>;
  readonly issuer: string;
  readonly clientId: string;
  readonly throttle: Settings["throttle"];
  readonly accessLog: ILogGroup;
}

/** The bare API. Its address is known before any function is, so that functions can be told where the site is. */
export const httpApi = (scope: Construct, id: string, name: string, { domain }: Settings): CfnApi =>
  new CfnApi(scope, id, {
    name,
    protocolType: "HTTP",
    description: "Rynek",
    // Everybody can find that address: with a name of our own there is no need for it.
    disableExecuteApiEndpoint: domain !== undefined,
  });

/** Hangs every row of the gateway's table on the API, and opens its one stage. */
export const routed = (scope: Construct, api: CfnApi, props: RoutedProps): CfnStage => {
  const authorizer = new CfnAuthorizer(scope, "StaffToken", {
    apiId: api.ref,
    name: "staff-token",
    authorizerType: "JWT",
    identitySource: ["$request.header.Authorization"],
    jwtConfiguration: { issuer: props.issuer, audience: [props.clientId] },
  });
  const targets = new Map<FunctionName, string>();
  const targetOf = (name: FunctionName): string => {
    const known = targets.get(name);
    if (known) return known;
    const target = `integrations/${integration(scope, api, name, props.functions[name]).ref}`;
    targets.set(name, target);
    return target;
  };
  const limited: CfnRoute[] = [];
  for (const row of props.rows) {
    const route = new CfnRoute(scope, row.key, {
      apiId: api.ref,
      routeKey: row.key,
      target: targetOf(row.fn),
      ...(row.guard === "staff-token"
        ? {
            authorizationType: "JWT",
            authorizerId: authorizer.ref,
            // A required scope refuses identity tokens, which have none.
            authorizationScopes: [STAFF_SCOPE],
          }
        : { authorizationType: "NONE" }),
    });
    if (row.guard === "none") accept(route, { "AwsSolutions-APIG4": LET_THROUGH });
    if (row.limit) limited.push(route);
  }
  const stage = new CfnStage(scope, "Stage", {
    apiId: api.ref,
    stageName: "$default",
    autoDeploy: true,
    defaultRouteSettings: {
      throttlingRateLimit: props.throttle.rate,
      throttlingBurstLimit: props.throttle.burst,
    },
    routeSettings: limitsOf(props.rows),
    accessLogSettings: { destinationArn: props.accessLog.logGroupArn, format: accessLogFormat },
  });
  // Limits name their routes, so the routes have to be there first.
  for (const route of limited) stage.addResourceDependency(route);
  return stage;
};

const integration = (scope: Construct, api: CfnApi, name: FunctionName, fn: IFunction): CfnIntegration => {
  const permission = new CfnPermission(scope, `${name}-may-be-called`, {
    action: "lambda:InvokeFunction",
    functionName: fn.functionArn,
    principal: "apigateway.amazonaws.com",
    sourceArn: Stack.of(scope).formatArn({ service: "execute-api", resource: api.ref, resourceName: "*/*" }),
  });
  const made = new CfnIntegration(scope, `${name}-integration`, {
    apiId: api.ref,
    integrationType: "AWS_PROXY",
    integrationUri: fn.functionArn,
    payloadFormatVersion: "2.0",
  });
  // The gateway opens at once: nobody is sent where it may not call yet.
  made.addResourceDependency(permission);
  return made;
};

/**
 * Limits of single routes. These routes have metrics of their own too, for alarms and the dashboard; on every route they would cost more
 * than all the rest. It goes into the template as it is, so the names are CloudFormation's.
 */
const limitsOf = (rows: readonly GatewayRow[]): Record<string, unknown> =>
  Object.fromEntries(
    rows.flatMap((row) =>
      row.limit
        ? [
            [
              row.key,
              {
                ThrottlingRateLimit: row.limit.rate,
                ThrottlingBurstLimit: row.limit.burst,
                DetailedMetricsEnabled: true,
              },
            ],
          ]
        : [],
    ),
  );
