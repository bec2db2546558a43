/** What moto's CloudFormation does not make, and why the city's cycle can be played without it. A type that no template has any more is taken off. */
export const PRUNED: Readonly<Record<string, string>> = {
  "AWS::ApiGatewayV2::Api": "the local gateway stands in",
  "AWS::ApiGatewayV2::Authorizer": "the local gateway checks the pool's tokens by its issuer and audience",
  "AWS::ApiGatewayV2::Integration": "the local gateway reads them from the template",
  "AWS::ApiGatewayV2::Route": "the local gateway reads them from the template",
  "AWS::ApiGatewayV2::Stage": "throttles of the gateway are not played",
  "AWS::CloudFront::CachePolicy": "nothing is cached",
  "AWS::CloudFront::Distribution": "the local gateway shows the front's secret",
  "AWS::CloudFront::Function": "the local gateway runs the same code",
  "AWS::CloudFront::OriginAccessControl": "the local gateway reads the bucket",
  "AWS::CloudFront::ResponseHeadersPolicy": "edge.test.ts holds it",
  "AWS::CloudTrail::Trail": "moto records no calls",
  "AWS::CloudWatch::Alarm": "moto measures nothing",
  "AWS::CodeDeploy::Application": "moto shifts no traffic: what is newest is called",
  "AWS::CodeDeploy::DeploymentGroup": "moto shifts no traffic: what is newest is called",
  "AWS::Cognito::UserPool": "made beforehand",
  "AWS::Cognito::UserPoolClient": "made beforehand",
  "AWS::Cognito::UserPoolDomain": "no sign-in pages: staff show a token that the pool gave them",
  "AWS::Cognito::UserPoolGroup": "made beforehand",
  "AWS::Cognito::UserPoolResourceServer": "moto's tokens have no scopes of our own",
  "AWS::Lambda::Alias": "its callers call the function itself: moto knows one version",
  "AWS::Lambda::EventSourceMapping":
    "moto would call a function in Docker, and forget the records: event-sources.ts reads the stream as the mapping says",
  "AWS::Logs::MetricFilter": "moto measures nothing",
  "AWS::S3::BucketPolicy": "moto asks nobody for permission",
  "AWS::SES::ConfigurationSet": "made beforehand",
  "AWS::SES::ConfigurationSetEventDestination": "moto tells of no bounces",
  "AWS::SES::EmailIdentity": "made beforehand",
  "AWS::SNS::TopicPolicy": "moto asks nobody for permission",
  "AWS::SQS::QueuePolicy": "moto asks nobody for permission",
  "AWS::SecretsManager::ResourcePolicy": "moto asks nobody for permission",
  "AWS::SecretsManager::Secret": "made beforehand",
  "AWS::WAFv2::WebACL": "floods are not played",
};

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: object;
}

/** What another resource reads of one that is not in the template: `Ref`, or the name of an attribute. */
export type StandIn = (attribute: string) => string;

/** A template without what moto does not know; what is read of that, stands in. The version of CDK's own stack is asked for by its command alone. */
export const pruned = (
  { Resources, Outputs = {} }: Template,
  standIns: ReadonlyMap<string, StandIn>,
): Template => {
  const isGone = (id: unknown): id is string =>
    typeof id === "string" && Resources[id] !== undefined && Resources[id].Type in PRUNED;
  const standIn = (id: string, attribute: string): string =>
    standIns.get(id)?.(attribute) ?? `${id}.${attribute}`;
  const read = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(read);
    if (typeof value !== "object" || value === null) return value;
    const { Ref, "Fn::GetAtt": attribute } = value as Record<string, unknown>;
    if (isGone(Ref)) return standIn(Ref, "Ref");
    if (Array.isArray(attribute) && isGone(attribute[0])) return standIn(attribute[0], String(attribute[1]));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, read(inner)]));
  };
  const kept = Object.entries(Resources).flatMap(([id, resource]) => {
    if (isGone(id)) return [];
    const { DependsOn, ...rest } = resource;
    const needs = [DependsOn ?? []].flat().filter((one) => !isGone(one));
    return [[id, { ...(read(rest) as Resource), ...(needs.length > 0 && { DependsOn: needs }) }] as const];
  });
  return { Resources: Object.fromEntries(kept), Outputs: read(Outputs) as object };
};
