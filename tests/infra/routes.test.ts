import { expect, test } from "vitest";
import { z } from "zod";
import { type Route, routes } from "../../functions/routes.ts";
import { gatewayRows } from "../../shared/platform/gateway.ts";
import { calledBy, trial } from "./cloud.ts";

/** The id of AWS's own cache policy that keeps nothing. */
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

/** What the gateway may know when everything is built that is to come; one HTTP API holds 300 without asking AWS for more. */
const MOST_ROUTES = 240;

const rows: readonly Route[] = Object.values(routes);
const table = gatewayRows(routes);

const RouteProperties = z.object({
  RouteKey: z.string(),
  Target: z.object({
    "Fn::Join": z.tuple([
      z.literal(""),
      z.tuple([z.literal("integrations/"), z.object({ Ref: z.string() })]),
    ]),
  }),
  AuthorizationType: z.enum(["JWT", "NONE"]),
  AuthorizationScopes: z.array(z.string()).optional(),
  AuthorizerId: z.object({ Ref: z.string() }).optional(),
});

/** Function of each integration, by the integration's logical id. */
const functionsBehind = (): Map<string, string> => {
  const names = calledBy(trial(), "rynek-dev");
  const Uri = z.object({ Ref: z.string() });
  return new Map(
    trial()
      .all("AWS::ApiGatewayV2::Integration")
      .map(([id, { Properties }]) => {
        expect(Properties).toMatchObject({ IntegrationType: "AWS_PROXY", PayloadFormatVersion: "2.0" });
        return [id, names.get(Uri.parse(Properties.IntegrationUri).Ref) ?? "nobody"];
      }),
  );
};

test("the gateway has the rows that are made from the route table, each with its function and its guard", () => {
  const behind = functionsBehind();
  const inTemplate = trial()
    .properties("AWS::ApiGatewayV2::Route", RouteProperties)
    .map((route) => ({
      key: route.RouteKey,
      fn: behind.get(route.Target["Fn::Join"][1][1].Ref),
      guard: route.AuthorizationType,
      scopes: route.AuthorizationScopes ?? [],
    }));
  const inTable = table.map(({ key, fn, guard }) => ({
    key,
    fn,
    guard: guard === "staff-token" ? "JWT" : "NONE",
    scopes: guard === "staff-token" ? ["rynek/staff"] : [],
  }));
  const byKey = (one: { key: string }, other: { key: string }) => one.key.localeCompare(other.key);
  expect(inTemplate.sort(byKey)).toEqual(inTable.sort(byKey));
});

const StageProperties = z.object({
  DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
  RouteSettings: z.record(
    z.string(),
    z.looseObject({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
  ),
  AccessLogSettings: z.object({ Format: z.string() }),
});
const stage = () => {
  const [only] = trial().properties("AWS::ApiGatewayV2::Stage", StageProperties);
  if (!only) throw new Error("no stage");
  return only;
};

test("routes that a flood would hurt have limits of their own, and all others a common one", () => {
  const limited = table.flatMap(({ key, limit }) =>
    limit
      ? [
          [
            key,
            {
              ThrottlingRateLimit: limit.rate,
              ThrottlingBurstLimit: limit.burst,
              DetailedMetricsEnabled: true,
            },
          ],
        ]
      : [],
  );
  expect(stage().RouteSettings).toEqual(Object.fromEntries(limited));
  expect(stage().DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
});

test("the access log names the route and never the path, the query, the address or the browser", () => {
  const { Format } = stage().AccessLogSettings;
  expect(JSON.parse(Format)).toMatchObject({
    routeKey: "$context.routeKey",
    status: "$context.status",
    requestId: "$context.requestId",
    latencyMs: "$context.responseLatency",
  });
  expect(Format).not.toMatch(/\$context\.(path|identity|rawQuery|httpMethod\.|domainName|authorizer)/);
});

test("what staff see is kept in no cache", () => {
  const Behaviours = z.object({
    DistributionConfig: z.looseObject({
      CacheBehaviors: z.array(z.looseObject({ PathPattern: z.string(), CachePolicyId: z.unknown() })),
    }),
  });
  const [distribution] = trial().properties("AWS::CloudFront::Distribution", Behaviours);
  // CloudFront takes the first pattern that fits.
  const behaviours = (distribution?.DistributionConfig.CacheBehaviors ?? []).map((behaviour) => ({
    pattern: new RegExp(`^${behaviour.PathPattern.replaceAll("*", ".*")}$`),
    policy: behaviour.CachePolicyId,
  }));
  const forStaff = rows.filter(({ who }) => who.by === "staff-token" || who.by === "staff-cookie");
  for (const { key, page } of forStaff) {
    const path = key.split(" ")[1] ?? "";
    for (const asked of page ? [path, `/en${path}`] : [path]) {
      const policy = behaviours.find(({ pattern }) => pattern.test(asked))?.policy;
      expect(policy, asked).toBe(CACHING_DISABLED);
    }
  }
});

test("the API stays within what one HTTP API holds, with room for what is to come", () => {
  const made = trial().all("AWS::ApiGatewayV2::Route").length;
  console.log(`${rows.length} rows behind ${made} gateway routes`);
  expect(made).toBe(table.length);
  expect(made).toBeLessThanOrEqual(MOST_ROUTES);
});
