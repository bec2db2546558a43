import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { CompositePrincipal, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Code, Function as LambdaFunction, Runtime, type Version } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Spoken } from "../../../shared/domain/languages.ts";
import { responseCode } from "../../edge-code.ts";
import { accept } from "../reasons.ts";

/**
 * Words what the gateway and the bucket say by themselves (Lambda@Edge: of what CloudFront runs it alone hears of answers from 400 on, and may
 * give them another body). It may do nothing, not even write a log: it would lie in every region in which somebody reads us, for ever.
 */
export const edgeWords = (scope: Construct, id: string, spoken: Spoken): Version => {
  const own = new Construct(scope, id);
  own.node.setContext("@aws-cdk/aws-lambda:useCdkManagedLogGroup", false);
  const role = new Role(own, "Role", {
    assumedBy: new CompositePrincipal(
      new ServicePrincipal("lambda.amazonaws.com"),
      new ServicePrincipal("edgelambda.amazonaws.com"),
    ),
    description: "Words what AWS says by itself",
  });
  const words = new LambdaFunction(own, "Function", {
    description: "Words what AWS says by itself",
    runtime: Runtime.NODEJS_24_X,
    handler: "index.handler",
    code: Code.fromInline(`${responseCode(spoken)}\nexports.handler = async (event) => handler(event);\n`),
    role,
    memorySize: 128,
    timeout: Duration.seconds(5),
    // Copies of a version outlive its use by hours, and none can be deleted while they do.
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
  });
  accept(words, {
    "Serverless-LambdaTracing": "Lambda@Edge cannot be traced.",
    "Serverless-LambdaDLQ": "CloudFront waits for its answer; there is no event to put aside.",
    "Serverless-LambdaLogging": "It writes no log.",
  });
  return words.currentVersion;
};
