import { expect, test } from "vitest";
import { z } from "zod";
import { edgeCode } from "../../infra/edge-code.ts";
import { edgeOf } from "../../infra/local/gateway/edge.ts";
import { publicFile } from "../../shared/platform/public-files.ts";
import { build, completion, settingsOf, trial } from "./cloud.ts";

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
  ["/%65n/glosuj", "/%65n/glosuj", undefined],
  ["//en/glosuj", "//en/glosuj", undefined],
  ["/en%2Fglosuj", "/en%2Fglosuj", undefined],
  ["/glosuj/en", "/glosuj/en", undefined],
  ["/en//", "//", "en"],
  ["/en//x", "//x", "en"],
  ["/en/en", "/en", "en"],
  ["/en/en/x", "/en/x", "en"],
  ["/en/v1/cycles", "/v1/cycles", "en"],
  ["/v1/cycles", "/v1/cycles", undefined],
  ["/v1/staff/cycles", "/v1/staff/cycles", undefined],
])("the edge takes the language off: %s goes on as %s, in %s", (asked, uri, language) => {
  const edge = edgeOf(edgeFunction().FunctionCode);
  const others = { accept: "text/html", "accept-language": "en", host: "bo.example.org" };
  const headers = { ...others, ...(language && { [LANGUAGE]: language }) };
  expect(edge({ uri: asked, headers: others })).toEqual({ uri, headers });
  for (const forged of ["en", "pl", "", "en, en"])
    expect(edge({ uri: asked, headers: { ...others, [LANGUAGE]: forged } })).toEqual({ uri, headers });
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
    headers: language ? { [LANGUAGE]: language } : {},
  });
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

/** What goes from the bucket reaches no function. */
const FILES = "/cycles/*/results/*";

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
    if (behaviour?.PathPattern === FILES) continue;
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
  expect(files.map(({ OriginAccessControlId }) => OriginAccessControlId)).toEqual([expect.anything()]);
  const [policy] = trial().properties(
    "AWS::S3::BucketPolicy",
    z.object({ PolicyDocument: z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) }) }),
  );
  const allowed = policy?.PolicyDocument.Statement.filter(({ Effect }) => Effect === "Allow") ?? [];
  expect(allowed).toMatchObject([
    {
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
    },
  ]);
  expect(JSON.stringify(allowed[0]?.Resource)).toContain(FILES);
  expect(publicFile("cycles/c/results/1-ab/package.zip")).toBeDefined();
  for (const other of ["cycles/c/counts/r/leaves.txt", "cycles/c/results/1/x/y.zip", "x/results/1/y.zip"])
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
