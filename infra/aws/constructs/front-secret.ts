import { RemovalPolicy } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { accept } from "../reasons.ts";

/** What CloudFront shows to the functions, so that they believe it whom it speaks for: the gateway's own address answers to everybody. */
export const frontSecret = (scope: Construct, id: string): Secret => {
  const secret = new Secret(scope, id, {
    description: "Rynek: shows that a request came through CloudFront",
    generateSecretString: { passwordLength: 40, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  accept(secret, {
    "AwsSolutions-SMG4":
      "It opens nothing: with it one can only pretend to be elsewhere on the internet. A new one is a deployment.",
  });
  return secret;
};

/** The secret as a reference that CloudFormation resolves: it is in no template. */
export const shownBy = (secret: Secret): string => secret.secretValue.unsafeUnwrap();
