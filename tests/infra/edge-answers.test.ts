/** On AWS as here: whatever an origin answers passes the code that says it in our words. */
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { z } from "zod";
import { AWAY, responseCode } from "../../infra/edge-code.ts";
import { GATEWAY } from "../../infra/edge-stories.ts";
import { cityNamed } from "../../shared/cities/cities.ts";
import { settingsOf, trial } from "./cloud.ts";

const Associations = z.looseObject({
  PathPattern: z.string().optional(),
  LambdaFunctionAssociations: z.array(z.looseObject({ EventType: z.string() })),
});

test("what any origin answers passes the code that words it: on every way, in the version that is deployed", () => {
  const [distribution] = trial().properties(
    "AWS::CloudFront::Distribution",
    z.object({
      DistributionConfig: z.looseObject({
        DefaultCacheBehavior: Associations,
        CacheBehaviors: z.array(Associations),
        CustomErrorResponses: z.array(z.looseObject({})),
      }),
    }),
  );
  const { DefaultCacheBehavior, CacheBehaviors, CustomErrorResponses } =
    distribution?.DistributionConfig ?? {};
  const ways = [DefaultCacheBehavior, ...(CacheBehaviors ?? [])];
  expect(ways.length).toBeGreaterThan(5);
  for (const way of ways)
    expect(way?.LambdaFunctionAssociations, way?.PathPattern).toMatchObject([
      { EventType: "origin-response" },
    ]);
  // What CloudFront says because it reaches nobody gets a page, and nothing else: a status of ours would lose its words. None is kept.
  const away = { ResponseCode: 503, ResponsePagePath: AWAY };
  expect(CustomErrorResponses).toEqual([
    { ErrorCode: 404, ErrorCachingMinTTL: 0 },
    { ErrorCode: 500, ErrorCachingMinTTL: 0 },
    { ErrorCode: 502, ErrorCachingMinTTL: 0, ...away },
    { ErrorCode: 503, ErrorCachingMinTTL: 0 },
    { ErrorCode: 504, ErrorCachingMinTTL: 0, ...away },
  ]);
  expect(CacheBehaviors?.map(({ PathPattern }) => PathPattern)).toContain(AWAY);
});

test("the function that words is one that CloudFront takes: no surroundings, no rights, x86, versions that stay", () => {
  const edge = trial().templates.find(
    (template) => Object.keys(template.findResources("AWS::WAFv2::WebACL")).length,
  );
  const [[id, words] = [], ...others] = Object.entries(edge?.findResources("AWS::Lambda::Function") ?? {});
  expect([
    trial()
      .atEdge()
      .map(([one]) => one),
    others,
  ]).toEqual([[id], []]);
  const { Code, Environment, Architectures, Role, Handler } = words?.Properties ?? {};
  expect([Environment, Architectures, Handler]).toEqual([undefined, undefined, "index.handler"]);
  expect(Code.ZipFile).toContain(responseCode(cityNamed(settingsOf("dev").city).languages));
  expect(Code.ZipFile).toMatch(/exports\.handler = async/);
  const versions = Object.values(edge?.findResources("AWS::Lambda::Version") ?? {});
  expect(versions).toMatchObject([{ DeletionPolicy: "Retain", Properties: { FunctionName: { Ref: id } } }]);
  const role = edge?.findResources("AWS::IAM::Role")[Role["Fn::GetAtt"][0]];
  expect(role?.Properties).not.toHaveProperty("Policies");
  expect(role?.Properties).not.toHaveProperty("ManagedPolicyArns");
  expect(JSON.stringify(edge?.toJSON())).not.toContain("AWS::IAM::Policy");
  expect(JSON.stringify(role)).toContain("edgelambda.amazonaws.com");
});

test("as Lambda calls it, it answers in our words", async () => {
  const exports: { handler?: (event: unknown) => Promise<{ status: string; body: string }> } = {};
  const [code] = trial()
    .atEdge()
    .map(([, { Properties }]) => (Properties.Code as { ZipFile: string }).ZipFile);
  runInNewContext(code ?? "", { exports });
  const cf = {
    request: { uri: "/glosuj", method: "POST", headers: { "x-rynek-language": [{ value: "uk" }] } },
    response: { status: "429", statusDescription: "Too Many Requests", headers: {} },
  };
  const { status, body } = (await exports.handler?.({ Records: [{ cf }] })) ?? {};
  expect([status, body]).toEqual(["429", expect.stringContaining(GATEWAY[429].uk.title)]);
});
