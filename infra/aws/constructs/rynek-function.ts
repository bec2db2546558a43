import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { COMPILE_CACHE } from "../compile-cache.ts";
import type { FunctionPlan } from "../functions.ts";
import { accept } from "../reasons.ts";

interface RynekFunctionProps {
  readonly name: string;
  readonly plan: FunctionPlan;
  readonly code: Code;
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
  /** Where an event goes that was tried in vain. */
  readonly failures: IQueue;
  readonly logRetention: RetentionDays;
  /** So many of it may always run, and no more. */
  readonly reserved?: number | undefined;
}

/** A Lambda function our way: one bundle, one role that can do what it needs, one log group that forgets. */
export const rynekFunction = (scope: Construct, id: string, props: RynekFunctionProps): LambdaFunction => {
  const { name, plan, code, environment, statements, failures, logRetention, reserved } = props;
  const logGroup = new LogGroup(scope, `${id}Log`, {
    retention: logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${id}Role`, {
    roleName: name,
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: plan.purpose,
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [logGroup.logGroupArn],
    }),
  );
  for (const statement of statements) role.addToPolicy(statement);
  accept(role, {
    "AwsSolutions-IAM5[Resource::*]": "X-Ray's segments and Step Functions' task tokens have no ARN.",
  });

  return new LambdaFunction(scope, id, {
    functionName: name,
    description: plan.purpose,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    tracing: Tracing.ACTIVE,
    memorySize: plan.memoryMb,
    timeout: Duration.seconds(plan.timeoutSeconds),
    environment: { ...environment, ...COMPILE_CACHE },
    deadLetterQueue: failures,
    ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
  });
};
