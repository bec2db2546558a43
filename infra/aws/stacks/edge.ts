import { type App, CfnOutput, Fn, Stack } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { cityNamed } from "../../../shared/cities/cities.ts";
import { zoneOf } from "../constructs/dns.ts";
import { edgeWords } from "../constructs/edge-words.ts";
import { turnedAway } from "../constructs/turned-away.ts";
import { webAcl } from "../constructs/web-acl.ts";
import { EDGE_REGION, type Place } from "../place.ts";

/** What CloudFront wants from us-east-1, as values that the stacks at home read from this stack's outputs. */
export interface Edge {
  readonly stack: Stack;
  readonly webAclArn: string;
  /** The version of the function that words what AWS says by itself. */
  readonly wordsArn: string;
  readonly certificateArn?: string;
}

/** The web ACL, the words of what is no answer of ours, and the certificate. The distribution itself stands at home, with the API that it fronts. */
export const edgeStack = (app: App, { names, home, settings }: Place): Edge => {
  const { domain } = settings;
  const stack = new Stack(app, "edge", {
    env: { ...home, region: EDGE_REGION },
    stackName: names.stack("edge"),
    description: "Rynek: web ACL, words and certificate of the edge",
  });
  const read = (output: CfnOutput) => Fn.getStackOutput(stack.stackName, output.node.id, EDGE_REGION);
  const { languages: spoken } = cityNamed(settings.city);
  const acl = webAcl(stack, "WebAcl", { name: names.prefix, spoken, throttle: settings.throttle });
  turnedAway(stack, names.prefix, settings);
  const webAclArn = read(new CfnOutput(stack, "WebAclArn", { value: acl.attrArn }));
  const words = edgeWords(stack, "Words", spoken);
  const wordsArn = read(new CfnOutput(stack, "WordsArn", { value: words.functionArn }));
  if (!domain) return { stack, webAclArn, wordsArn };

  const zone = zoneOf(stack, settings);
  const certificate = new Certificate(stack, "Certificate", {
    domainName: domain,
    validation: CertificateValidation.fromDns(zone),
  });
  const certificateArn = read(new CfnOutput(stack, "CertificateArn", { value: certificate.certificateArn }));
  return { stack, webAclArn, wordsArn, certificateArn };
};
