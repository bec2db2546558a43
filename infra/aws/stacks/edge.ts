import { type App, CfnOutput, Fn, Stack } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { HostedZone } from "aws-cdk-lib/aws-route53";
import { webAcl } from "../constructs/web-acl.ts";
import { EDGE_REGION, type Place } from "../place.ts";

/** What CloudFront wants from us-east-1, as values that the stacks at home read from this stack's outputs. */
export interface Edge {
  readonly stack: Stack;
  readonly webAclArn: string;
  readonly certificateArn?: string;
}

/** The web ACL and the certificate. The distribution itself stands at home, with the API that it fronts. */
export const edgeStack = (app: App, { names, home, settings }: Place): Edge => {
  const { domain, hostedZone } = settings;
  const stack = new Stack(app, "edge", {
    env: { ...home, region: EDGE_REGION },
    stackName: names.stack("edge"),
    description: "Rynek: web ACL and certificate of the edge",
  });
  const read = (output: CfnOutput) => Fn.getStackOutput(stack.stackName, output.node.id, EDGE_REGION);
  const acl = webAcl(stack, "WebAcl", { name: names.prefix, perAddress: settings.throttle.perAddress });
  const webAclArn = read(new CfnOutput(stack, "WebAclArn", { value: acl.attrArn }));
  if (!domain) return { stack, webAclArn };

  const zone =
    hostedZone &&
    HostedZone.fromHostedZoneAttributes(stack, "Zone", {
      hostedZoneId: hostedZone.id,
      zoneName: hostedZone.name,
    });
  const certificate = new Certificate(stack, "Certificate", {
    domainName: domain,
    validation: CertificateValidation.fromDns(zone),
  });
  const certificateArn = read(new CfnOutput(stack, "CertificateArn", { value: certificate.certificateArn }));
  return { stack, webAclArn, certificateArn };
};
