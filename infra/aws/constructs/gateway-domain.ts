import { CfnOutput } from "aws-cdk-lib";
import { type CfnApi, CfnApiMapping, CfnDomainName, type CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { ARecord, RecordTarget } from "aws-cdk-lib/aws-route53";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { zoneOf } from "./dns.ts";

/** Where CloudFront finds the gateway of a stage that has a domain; the gateway's own address is off then. */
export const gatewayHost = (domain: string): string => `api.${domain}`;

/**
 * The gateway's name under the stage's domain. With a certificate of the front it answers to CloudFront alone, which shows that certificate;
 * without one the secret header is what keeps others out.
 */
export const gatewayDomain = (scope: Construct, settings: Settings): CfnDomainName | undefined => {
  const { domain, frontCertificate } = settings;
  if (domain === undefined) return undefined;
  const host = gatewayHost(domain);
  const zone = zoneOf(scope, settings);
  const certificate = new Certificate(scope, "GatewayCertificate", {
    domainName: host,
    validation: CertificateValidation.fromDns(zone),
  });
  const name = new CfnDomainName(scope, "GatewayDomain", {
    domainName: host,
    domainNameConfigurations: [
      {
        certificateArn: certificate.certificateArn,
        endpointType: "REGIONAL",
        securityPolicy: "TLS_1_2",
      },
    ],
    ...(frontCertificate && { mutualTlsAuthentication: { truststoreUri: frontCertificate.truststore } }),
  });
  if (zone)
    new ARecord(scope, "GatewayRecord", {
      zone,
      recordName: `${host}.`,
      target: RecordTarget.fromAlias({
        bind: () => ({
          dnsName: name.attrRegionalDomainName,
          hostedZoneId: name.attrRegionalHostedZoneId,
        }),
      }),
    });
  else
    new CfnOutput(scope, "GatewayDns", {
      description: `Where a CNAME of ${host} leads, for DNS that is not Route 53`,
      value: name.attrRegionalDomainName,
    });
  return name;
};

/** The stage of the API under its name. */
export const mapped = (scope: Construct, api: CfnApi, stage: CfnStage, name: CfnDomainName): void => {
  new CfnApiMapping(scope, "GatewayMapping", {
    apiId: api.ref,
    domainName: name.ref,
    stage: stage.ref,
  });
};
