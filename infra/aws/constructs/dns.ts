import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import { AaaaRecord, ARecord, HostedZone, type IHostedZone, RecordTarget } from "aws-cdk-lib/aws-route53";
import { CloudFrontTarget } from "aws-cdk-lib/aws-route53-targets";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** The stage's hosted zone, if Route 53 holds the domain: one of a stack, whoever asks for it. */
export const zoneOf = (scope: Construct, { hostedZone }: Settings): IHostedZone | undefined =>
  hostedZone &&
  ((scope.node.tryFindChild("Zone") as (Construct & IHostedZone) | undefined) ??
    HostedZone.fromHostedZoneAttributes(scope, "Zone", {
      hostedZoneId: hostedZone.id,
      zoneName: hostedZone.name,
    }));

/** Records of the domain that lead to CloudFront. */
export const pointAt = (scope: Construct, distribution: Distribution, settings: Settings): void => {
  const zone = zoneOf(scope, settings);
  if (!zone || !settings.domain) return;
  const record = {
    zone,
    recordName: `${settings.domain}.`,
    target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
  };
  new ARecord(scope, "DomainV4", record);
  new AaaaRecord(scope, "DomainV6", record);
};
