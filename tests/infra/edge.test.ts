import { expect, test } from "vitest";
import { z } from "zod";
import { AWAY, edgeCode } from "../../infra/edge-code.ts";
import { edgeOf } from "../../infra/local/gateway/edge.ts";
import { cityNamed } from "../../shared/cities/cities.ts";
import { publicFile } from "../../shared/platform/public-files.ts";
import { build, type Cloud, completion, settingsOf, trial } from "./cloud.ts";

const LANGUAGE = "x-rynek-language";

const FunctionProperties = z.object({
  FunctionCode: z.string(),
  FunctionConfig: z.object({ Runtime: z.string() }),
  AutoPublish: z.boolean(),
});

/** The one function at the edge, by its logical id. */
const edgeFunction = () => {
  const [one, ...others] = trial().all("AWS::CloudFront::Function");
  if (!one || others.length > 0) throw new Error("not one edge function");
  const [id, { Properties }] = one;
  return { id, ...FunctionProperties.parse(Properties) };
};

test.each([
  ["/", "/", undefined],
  ["/glosuj", "/glosuj", undefined],
  ["/en", "/", "en"],
  ["/en/glosuj", "/glosuj", "en"],
  ["/uk/glosuj", "/glosuj", "uk"],
  ["/uk/en/glosuj", "/en/glosuj", "uk"],
  ["/de/glosuj", "/de/glosuj", undefined],
  ["/pl/glosuj", "/pl/glosuj", undefined],
  ["/ukraina", "/ukraina", undefined],
  ["/en/glosuj/", "/glosuj/", "en"],
  ["/en/projekty/c%C5%82%2Fk", "/projekty/c%C5%82%2Fk", "en"],
  // Like every path with a slash at its end it leads to the one without; it is not the home page.
  ["/en/", "/en/", undefined],
  ["/english", "/english", undefined],
  ["/en-GB/glosuj", "/en-GB/glosuj", undefined],
  ["/EN", "/EN", undefined],
  ["/EN/glosuj", "/EN/glosuj", undefined],
  // Written in another way it is the same address, and not a copy of its own in the cache.
  ["/%65n/glos%75%6A", "/glosuj", "en"],
  ["/gl%6fsuj%2Dx%5F%7e%31", "/glosuj-x_~1", undefined],
  ["/glosuj%2e%2E/%3A%40%20", "/glosuj%2e%2E/%3A%40%20", undefined],
  ["//en/glosuj", "//en/glosuj", undefined],
  ["/en%2Fglosuj", "/en%2Fglosuj", undefined],
  ["/glosuj/en", "/glosuj/en", undefined],
  ["/en//", "//", "en"],
  ["/en//x", "//x", "en"],
  ["/en/en", "/en", "en"],
  ["/en/en/x", "/en/x", "en"],
  ["/v1/staff/cycles", "/v1/staff/cycles", undefined],
])("the edge takes the language off: %s goes on as %s, in %s", (asked, uri, language) => {
  const edge = edgeOf(edgeFunction().FunctionCode);
  const others = { accept: "text/html", "accept-language": "en", host: "bo.example.org" };
  const headers = { ...others, ...(language && { [LANGUAGE]: language }) };
  expect(edge({ uri: asked, headers: others })).toEqual({ uri, query: "", headers });
  for (const forged of ["en", "pl", "", "en, en"])
    expect(edge({ uri: asked, headers: { ...others, [LANGUAGE]: forged } })).toEqual({
      uri,
      query: "",
      headers,
    });
});

test.each([
  [["pl", "en"], "/en/glosuj", "/glosuj", "en"],
  [["pl", "en"], "/uk/glosuj", "/uk/glosuj", undefined],
  [["pl"], "/", "/", undefined],
  [["pl"], "/en/glosuj", "/en/glosuj", undefined],
  [["pl"], "/glosuj", "/glosuj", undefined],
] as const)("in a city of %j, %s goes on as %s, in %s", (spoken, asked, uri, language) => {
  const edge = edgeOf(edgeCode(spoken));
  expect(edge({ uri: asked, headers: { [LANGUAGE]: "uk" } })).toEqual({
    uri,
    query: "",
    headers: language ? { [LANGUAGE]: language } : {},
  });
});

test("the edge function is the file's, in the languages of the city", () => {
  expect(edgeFunction().FunctionCode).toBe(edgeCode(cityNamed(settingsOf("dev").city).languages));
});

test("the edge function is as small as CloudFront wants it", () => {
  expect(Buffer.byteLength(edgeFunction().FunctionCode)).toBeLessThanOrEqual(10_240);
});

test("the edge function is written in what its runtime knows", () => {
  const code = edgeFunction().FunctionCode.replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, "");
  // It reads none of these: an edge with one of them is not deployed.
  expect(code).not.toMatch(/\bfor \(.* of |\?\.\w|\?\?|\b(?:const|let) [[{]|\([[{]|\.\.\.|\bclass\b/);
});

test("the edge function runs in the newest runtime, as soon as it is there", () => {
  expect(edgeFunction()).toMatchObject({
    FunctionConfig: { Runtime: "cloudfront-js-2.0" },
    AutoPublish: true,
  });
});

const Behaviour = z.looseObject({
  PathPattern: z.string().optional(),
  FunctionAssociations: z.unknown().optional(),
  OriginRequestPolicyId: z.string().optional(),
});

const FILES = "/cycles/*/results/*";
/** What goes from the bucket reaches no function. */
const OF_BUCKET: readonly (string | undefined)[] = ["/media/*", FILES, AWAY];

test("whatever the path, nobody reaches the API with a language of their own saying", () => {
  const [distribution] = trial().properties(
    "AWS::CloudFront::Distribution",
    z.object({
      DistributionConfig: z.looseObject({
        DefaultCacheBehavior: Behaviour,
        CacheBehaviors: z.array(Behaviour).min(1),
      }),
    }),
  );
  const { DefaultCacheBehavior, CacheBehaviors } = distribution?.DistributionConfig ?? {};
  for (const behaviour of [DefaultCacheBehavior, ...(CacheBehaviors ?? [])]) {
    if (OF_BUCKET.includes(behaviour?.PathPattern)) continue;
    expect(behaviour?.FunctionAssociations, behaviour?.PathPattern).toEqual([
      { EventType: "viewer-request", FunctionARN: { "Fn::GetAtt": [edgeFunction().id, "FunctionARN"] } },
    ]);
    // AWS's own policy "all viewer headers but Host": those that the function sets among them.
    expect(behaviour?.OriginRequestPolicyId).toBe("b689b0a8-53d0-40ab-baf2-68738e2966ac");
  }
});

const Origins = z.object({
  DistributionConfig: z.looseObject({
    Origins: z.array(z.looseObject({ DomainName: z.unknown(), CustomOriginConfig: z.unknown().optional() })),
  }),
});

test("with a domain the gateway's own address is off, and it answers to CloudFront's certificate alone", () => {
  const live = build(settingsOf("prod", completion));
  const Api = z.looseObject({ DisableExecuteApiEndpoint: z.boolean() });
  expect(live.properties("AWS::ApiGatewayV2::Api", Api)).toMatchObject([{ DisableExecuteApiEndpoint: true }]);
  const host = `api.${completion.domain}`;
  expect(live.properties("AWS::ApiGatewayV2::DomainName", z.looseObject({}))).toMatchObject([
    {
      DomainName: host,
      MutualTlsAuthentication: { TruststoreUri: completion.frontCertificate.truststore },
      DomainNameConfigurations: [{ SecurityPolicy: "TLS_1_2" }],
    },
  ]);
  expect(live.properties("AWS::ApiGatewayV2::ApiMapping", z.looseObject({}))).toHaveLength(1);
  const [front] = live.properties("AWS::CloudFront::Distribution", Origins);
  const gateways = front?.DistributionConfig.Origins.filter(({ CustomOriginConfig }) => CustomOriginConfig);
  expect(gateways).toMatchObject([
    {
      DomainName: host,
      CustomOriginConfig: {
        OriginMtlsConfig: { ClientCertificateArn: completion.frontCertificate.arn },
        OriginProtocolPolicy: "https-only",
      },
      // The functions ask for it all the same.
      OriginCustomHeaders: [{ HeaderName: "x-rynek-front" }],
    },
  ]);
});

test("without a domain the gateway's own address serves, to whoever shows the front's secret", () => {
  const Api = z.looseObject({ DisableExecuteApiEndpoint: z.boolean() });
  expect(trial().properties("AWS::ApiGatewayV2::Api", Api)).toMatchObject([
    { DisableExecuteApiEndpoint: false },
  ]);
  expect(trial().all("AWS::ApiGatewayV2::DomainName")).toEqual([]);
  const Variables = z.looseObject({
    Environment: z.object({ Variables: z.looseObject({ FRONT_SECRET: z.unknown() }) }),
  });
  for (const { Environment } of trial().properties("AWS::Lambda::Function", Variables))
    expect(JSON.stringify(Environment.Variables.FRONT_SECRET)).toContain("resolve:secretsmanager");
});

/** The log of calls has a bucket of its own. */
const isOfTrails = (principal: unknown): boolean => JSON.stringify(principal).includes("cloudtrail");

test("public files go from the bucket alone: CloudFront reads those, signed, and nobody else or anything else", () => {
  const origins = trial()
    .properties(
      "AWS::CloudFront::Distribution",
      z.object({
        DistributionConfig: z.looseObject({ Origins: z.array(z.looseObject({ Id: z.string() })) }),
      }),
    )
    .flatMap(({ DistributionConfig }) => DistributionConfig.Origins);
  const files = origins.filter(({ S3OriginConfig }) => S3OriginConfig !== undefined);
  expect(files.map(({ OriginAccessControlId }) => OriginAccessControlId)).toEqual([
    expect.anything(),
    expect.anything(),
  ]);
  const policies = trial().properties(
    "AWS::S3::BucketPolicy",
    z.object({ PolicyDocument: z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) }) }),
  );
  const allowed = policies.flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.filter(({ Effect, Principal }) => Effect === "Allow" && !isOfTrails(Principal)),
  );
  const read = {
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
  };
  expect(allowed).toMatchObject([read, read]);
  const resources = allowed.map(({ Resource }) => JSON.stringify(Resource));
  expect([resources[0]?.includes(FILES), resources[1]?.includes('"/media/*"')]).toEqual([true, true]);
  expect(publicFile("media/upl_7k3m9x2qav5d8r1t/320-0123456789abcdef.webp")).toBeDefined();
  expect(publicFile("cycles/c/results/1-ab/package.zip")).toBeDefined();
  for (const other of [
    "cycles/c/counts/r/leaves.txt",
    "cycles/c/results/1/x/y.zip",
    "x/results/1/y.zip",
    "scans/u/1-a.webp",
    "media/u/x.html",
  ])
    expect(publicFile(other), other).toBeUndefined();
});

test("a page in one language and in another are never mixed in the cache", () => {
  const policies = trial().properties(
    "AWS::CloudFront::CachePolicy",
    z.object({
      CachePolicyConfig: z.looseObject({
        ParametersInCacheKeyAndForwardedToOrigin: z.looseObject({
          HeadersConfig: z.object({ HeaderBehavior: z.literal("whitelist"), Headers: z.array(z.string()) }),
        }),
      }),
    }),
  );
  expect(policies.length).toBeGreaterThan(0);
  for (const { CachePolicyConfig } of policies)
    expect(CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.Headers).toContain(
      LANGUAGE,
    );
});

test("two stages stand in one account: what the account knows by name bears the stage's", () => {
  const live = build(settingsOf("prod", completion));
  const Named = z.object({ Name: z.string() });
  for (const [cloud, prefix] of [
    [trial(), "rynek-dev-"],
    [live, "rynek-prod-"],
  ] as const) {
    const policies = cloud.properties("AWS::CloudFront::CachePolicy", z.object({ CachePolicyConfig: Named }));
    const functions = cloud.properties("AWS::CloudFront::Function", Named);
    const names = [...policies.map(({ CachePolicyConfig }) => CachePolicyConfig), ...functions];
    for (const { Name } of names) expect(Name.startsWith(prefix), Name).toBe(true);
  }
});

const Rule = z.looseObject({
  Name: z.string(),
  Priority: z.number(),
  Statement: z.looseObject({}),
  Action: z.looseObject({}).optional(),
  OverrideAction: z.looseObject({}).optional(),
});
const Acl = z.looseObject({
  Rules: z.array(Rule),
  CustomResponseBodies: z.record(z.string(), z.object({ Content: z.string(), ContentType: z.string() })),
});

const firewall = () => {
  const [acl, ...others] = trial().properties("AWS::WAFv2::WebACL", Acl);
  if (!acl || others.length > 0) throw new Error("not one web ACL");
  return acl;
};

test("the firewall looks at a header by the name that CloudFormation knows it by: the constructs pass it on as it is written", () => {
  const [acl] = trial().all("AWS::WAFv2::WebACL");
  const headers = [...JSON.stringify(acl).matchAll(/"SingleHeader":(\{[^}]*\})/g)].map(([, one = ""]) => one);
  expect(new Set(headers)).toEqual(new Set(['{"Name":"accept-language"}']));
});

test("the firewall answers in every language, pages as pages and programs as problems, and blocks in no other way", () => {
  const { Rules, CustomResponseBodies } = firewall();
  const blocks = Rules.filter(({ Action }) => Action !== undefined && "Block" in Action);
  const expected = [429, 403].flatMap((status) =>
    ["api", "page"].flatMap((kind) => ["en", "uk", "pl"].map((language) => `${status}-${kind}-${language}`)),
  );
  expect(blocks.map(({ Name }) => Name)).toEqual(expected);
  expect(Object.keys(CustomResponseBodies)).toEqual(expected);
  for (const { Name, Action } of blocks) {
    const { CustomResponse } = (Action as { Block: { CustomResponse: Record<string, unknown> } }).Block;
    const [status = "", kind, language = ""] = Name.split("-");
    expect(CustomResponse).toMatchObject({ ResponseCode: Number(status), CustomResponseBodyKey: Name });
    const headers = new Map(
      (CustomResponse.ResponseHeaders as { Name: string; Value: string }[]).map((one) => [
        one.Name,
        one.Value,
      ]),
    );
    expect([headers.get("content-language"), headers.get("retry-after")]).toEqual([
      language,
      status === "429" ? "60" : undefined,
    ]);
    const { Content = "", ContentType } = CustomResponseBodies[Name] ?? {};
    expect(Content).not.toMatch(/[\ufdd0\ufdd1]|<script|style/);
    expect(Buffer.byteLength(Content)).toBeLessThanOrEqual(4096);
    if (kind === "api") {
      expect(ContentType).toBe("APPLICATION_JSON");
      expect(JSON.parse(Content)).toMatchObject({
        status: Number(status),
        title: expect.stringMatching(/./),
      });
    } else {
      expect(ContentType).toBe("TEXT_HTML");
      expect(Content).toContain(`<html lang="${language}">`);
    }
  }
  // The template's own name of a header's name, which no type asks for.
  expect(JSON.stringify(blocks.find(({ Name }) => Name === "429-api-uk")?.Statement)).toContain(
    '"SingleHeader":{"Name":"accept-language"}',
  );
  // Polish is what is left: it asks for no language, and comes after those that do.
  expect(JSON.stringify(blocks.find(({ Name }) => Name === "429-page-pl")?.Statement)).not.toContain("Regex");
});

test("the firewall counts by address, and by path and address where something is sent; no script is asked for", () => {
  const { Rules } = firewall();
  const { throttle } = settingsOf("dev");
  const rates = Rules.filter(({ Statement }) => Statement.RateBasedStatement !== undefined);
  expect(rates.map(({ Statement }) => Statement.RateBasedStatement)).toMatchObject([
    { AggregateKeyType: "IP", Limit: throttle.perAddress, EvaluationWindowSec: 300 },
    {
      AggregateKeyType: "CUSTOM_KEYS",
      CustomKeys: [{ IP: {} }, { UriPath: { TextTransformations: [{ Priority: 0, Type: "URL_DECODE" }] } }],
      Limit: throttle.perPath,
      EvaluationWindowSec: 60,
    },
  ]);
  expect(JSON.stringify(Rules)).not.toMatch(/"(?:Captcha|Challenge)"/i);
  const [last] = rates.toReversed();
  for (const { Name, Priority } of Rules)
    if (Name.startsWith("429-")) expect(Priority).toBeGreaterThan(last?.Priority ?? Infinity);
});

test("no rule about bodies takes a resident's text: none of AWS's blocks by itself, and of bodies none is worded", () => {
  const { Rules } = firewall();
  const groups = Rules.filter(({ Statement }) => Statement.ManagedRuleGroupStatement !== undefined);
  expect(groups.map(({ OverrideAction }) => OverrideAction)).toEqual([{ Count: {} }, { Count: {} }]);
  const held = JSON.stringify(Rules.find(({ Name }) => Name === "403-page-pl")?.Statement);
  expect(held).toContain("core-rule-set:CrossSiteScripting_QueryArguments");
  expect(held).not.toMatch(/core-rule-set:\w+_Body/i);
});

test("a live stage keeps functions for the vote and for letters", () => {
  const Reserved = z.looseObject({
    FunctionName: z.string(),
    ReservedConcurrentExecutions: z.number().optional(),
  });
  const kept = (cloud: Cloud) =>
    cloud
      .properties("AWS::Lambda::Function", Reserved)
      .flatMap(({ FunctionName, ReservedConcurrentExecutions: most }) =>
        most ? [[FunctionName, most]] : [],
      );
  expect(kept(build(settingsOf("prod", completion)))).toEqual([
    ["rynek-prod-voting", 200],
    ["rynek-prod-notices", 20],
  ]);
  expect(kept(trial())).toEqual([]);
});
