import { Annotations, Aws, Duration } from "aws-cdk-lib";
import type { CfnApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  type CfnDistribution,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersReferrerPolicy,
  HttpVersion,
  type ICachePolicy,
  LambdaEdgeEventType,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Version } from "aws-cdk-lib/aws-lambda";
import { Bucket } from "aws-cdk-lib/aws-s3";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { cityNamed } from "../../../shared/cities/cities.ts";
import { pathIn } from "../../../shared/domain/languages.ts";
import { FILE_HEADERS, PUBLIC_FILES, PUBLIC_PICTURES } from "../../../shared/platform/public-files.ts";
import { AWAY, edgeCode } from "../../edge-code.ts";
import { accept } from "../reasons.ts";
import type { Settings } from "../settings.ts";
import type { Edge } from "../stacks/edge.ts";
import { shownBy } from "./front-secret.ts";
import { gatewayHost } from "./gateway-domain.ts";

/** The header in which the edge says that a page is asked for in another language than Polish. */
const LANGUAGE = "x-rynek-language";

/**
 * Replies say themselves how long they may be kept (`Cache-Control`, `ETag`); what says nothing is not kept. A page has the same path in all languages by then: the language keeps them apart.
 */
const cached = (scope: Construct, id: string, cachePolicyName: string, ...headers: string[]): CachePolicy =>
  new CachePolicy(scope, id, {
    cachePolicyName,
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(1),
    cookieBehavior: CacheCookieBehavior.none(),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList(LANGUAGE, ...headers),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });

/** What a public file says of itself beside its type and how long it may be kept, which the bucket knows. */
const fileHeaders = (
  scope: Construct,
  id: string,
  responseHeadersPolicyName: string,
): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName,
    customHeadersBehavior: {
      customHeaders: Object.entries(FILE_HEADERS)
        .filter(([name]) => !MANAGED.has(name))
        .map(([header, value]) => ({ header, value, override: true })),
    },
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      contentSecurityPolicy: {
        contentSecurityPolicy: FILE_HEADERS["content-security-policy"],
        override: true,
      },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
    },
  });

/** Headers that CloudFront has settings of its own for. */
const MANAGED = new Set([
  "x-content-type-options",
  "content-security-policy",
  "strict-transport-security",
  "referrer-policy",
]);

/** CloudFront shows a certificate to the gateway, which answers to nobody else. The constructs know no word for it yet. */
const showCertificate = (distribution: Distribution, ClientCertificateArn: string): void => {
  // The gateway is the origin of the default behaviour, which comes first.
  (distribution.node.defaultChild as CfnDistribution).addPropertyOverride(
    "DistributionConfig.Origins.0.CustomOriginConfig.OriginMtlsConfig",
    { ClientCertificateArn },
  );
};

interface FrontProps {
  readonly api: CfnApi;
  readonly edge: Edge;
  readonly prefix: string;
  readonly settings: Settings;
  readonly secret: Secret;
  /** The name of the files' bucket. */
  readonly filesBucket: string;
  /** That of the bucket of files that come in. */
  readonly uploadsBucket: string;
}

/** CloudFront in front of everything: voting days are served from its cache, and what it lets through has passed the web ACL. */
export const front = (
  scope: Construct,
  id: string,
  { api, edge, prefix, settings, secret, filesBucket, uploadsBucket }: FrontProps,
): Distribution => {
  const { languages } = cityNamed(settings.city);
  const host = settings.domain
    ? gatewayHost(settings.domain)
    : `${api.ref}.execute-api.${settings.region}.${Aws.URL_SUFFIX}`;
  const origin = new HttpOrigin(host, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    customHeaders: { "x-rynek-front": shownBy(secret) },
  });
  const language = new EdgeFunction(scope, "Language", {
    functionName: `${prefix}-language`,
    comment: "Rynek: takes the language off the path",
    code: FunctionCode.fromInline(edgeCode(languages)),
    runtime: FunctionRuntime.JS_2_0,
  });
  // Whatever an origin answers, the gateway or the bucket, leaves in our words.
  const edgeLambdas = [
    {
      functionVersion: Version.fromVersionArn(scope, "Words", edge.wordsArn),
      eventType: LambdaEdgeEventType.ORIGIN_RESPONSE,
    },
  ];
  const through = (cachePolicy: ICachePolicy): BehaviorOptions => ({
    origin,
    cachePolicy,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    compress: true,
    functionAssociations: [{ function: language, eventType: FunctionEventType.VIEWER_REQUEST }],
    edgeLambdas,
  });
  // The API goes by what the caller accepts. Whoever shows a token gets a copy of their own.
  const pages = cached(scope, "CachePages", `${prefix}-pages`);
  const data = cached(scope, "CacheData", `${prefix}-data`, "Accept", "Accept-Language", "Authorization");
  const never = through(CachePolicy.CACHING_DISABLED);
  // What is in the files' bucket grows with the city, and goes through no function.
  const bucketAt = (id: string, bucketName: string) =>
    S3BucketOrigin.withOriginAccessControl(
      Bucket.fromBucketAttributes(scope, id, { bucketName, region: settings.region }),
    );
  const files: BehaviorOptions = {
    origin: bucketAt("Files", filesBucket),
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    responseHeadersPolicy: fileHeaders(scope, "FileHeaders", `${prefix}-files`),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    compress: true,
    edgeLambdas,
  };
  Annotations.of(scope).acknowledgeWarning(
    "@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac",
    "The bucket's own stack lets CloudFront read what is public.",
  );
  // Patterns are of paths as they came, before the edge function.
  const distribution = new Distribution(scope, id, {
    comment: `Rynek ${settings.stage}`,
    defaultBehavior: through(pages),
    additionalBehaviors: {
      [`/${PUBLIC_FILES}`]: files,
      [`/${PUBLIC_PICTURES}`]: { ...files, origin: bucketAt("Uploads", uploadsBucket) },
      // Nothing lies there: the words are put in its place, and CloudFront shows them when it reaches no gateway.
      [AWAY]: files,
      "/v1/staff/*": never,
      "/v1/uploads*": never,
      ...Object.fromEntries(languages.map((language) => [pathIn(language, "/urzad*"), never])),
      "/v1/*": through(data),
    },
    // CloudFront would keep these ten seconds for everybody, `no-store` or not: what is not there for one person, or fails once.
    errorResponses: [404, 500, 502, 503, 504].map((httpStatus) => ({
      httpStatus,
      ttl: Duration.seconds(0),
      // No origin answers with these two by then: CloudFront has reached none.
      ...((httpStatus === 502 || httpStatus === 504) && { responseHttpStatus: 503, responsePagePath: AWAY }),
    })),
    webAclId: edge.webAclArn,
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    ...(settings.domain &&
      edge.certificateArn && {
        domainNames: [settings.domain],
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        certificate: Certificate.fromCertificateArn(scope, "Certificate", edge.certificateArn),
      }),
  });
  if (settings.frontCertificate) showCertificate(distribution, settings.frontCertificate.arn);
  accept(distribution, {
    "AwsSolutions-CFR1": "Residents may vote while they are abroad.",
    "AwsSolutions-CFR3":
      "Access logs hold addresses and paths of residents; the gateway logs what operation needs, without them.",
  });
  if (!settings.domain) {
    accept(distribution, {
      "AwsSolutions-CFR4":
        "CloudFront's own domain name takes CloudFront's own TLS policy; a live stage has a domain.",
    });
  }
  return distribution;
};
