import { CfnApplication, CfnDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Alias, CfnAlias } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { routes } from "../../../functions/routes.ts";
import { promiseOf, type ServedPromise } from "../../../shared/platform/promises.ts";
import type { FunctionName, Route } from "../../../shared/platform/route.ts";
import { functionNames } from "../functions.ts";
import { LIVE } from "../names.ts";
import type { Place } from "../place.ts";
import { accept } from "../reasons.ts";
import { badRelease, VOTE_IS_OPEN } from "./promises.ts";

/** So many alarms CodeDeploy takes for one function. */
const MOST_ALARMS = 10;

/** Ten minutes: two windows of the alarms of promises, and in quiet hours a tenth of the requests would show nothing. */
const GRADUALLY = "CodeDeployDefault.LambdaLinear10PercentEvery1Minute";
const AT_ONCE = "CodeDeployDefault.LambdaAllAtOnce";

const served = (fn: FunctionName): ReadonlySet<ServedPromise> =>
  new Set(
    Object.values<Route>(routes)
      .filter((row) => row.fn === fn)
      .map(promiseOf),
  );

/** By the alarms' names: they stand in a stack that needs this one, and watch every release but the first. */
const alarmsOf = ({ names, release }: Place, fn: FunctionName): string[] =>
  [
    ...(release.duringAVote === undefined ? [VOTE_IS_OPEN] : []),
    ...(release.isAtOnce ? [] : badRelease(served(fn))),
  ]
    .slice(0, MOST_ALARMS)
    .map(names.alarm);

/**
 * How a new version takes the place of the old one. Functions behind doors take requests over bit by bit, on stages that residents rely on;
 * what works by itself (steps, letters, the count) takes all at once: a step is tried again, and a count is of one version. An alarm that rings
 * meanwhile puts everybody back on the old version.
 */
export const shifted = (
  scope: Construct,
  place: Place,
  live: Readonly<Record<FunctionName, Alias>>,
): void => {
  const { names, settings, release } = place;
  const application = new CfnApplication(scope, "Shift", {
    applicationName: names.prefix,
    computePlatform: "Lambda",
  });
  const role = new Role(scope, "ShiftRole", {
    assumedBy: new ServicePrincipal("codedeploy.amazonaws.com"),
    description: "Moves aliases to new versions of functions, and back",
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"],
      resources: functionNames.flatMap((name) => [names.fnArn(name), `${names.fnArn(name)}:${LIVE}`]),
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ["cloudwatch:DescribeAlarms"], resources: ["*"] }));
  accept(role, { "AwsSolutions-IAM5[Resource::*]": "Alarms are asked for by name, all in one call." });
  for (const name of functionNames) {
    const alarms = alarmsOf(place, name);
    const isGradual = settings.live && !release.isAtOnce && served(name).size > 0;
    const group = new CfnDeploymentGroup(scope, `Shift-${name}`, {
      applicationName: application.ref,
      deploymentGroupName: name,
      serviceRoleArn: role.roleArn,
      deploymentConfigName: isGradual ? GRADUALLY : AT_ONCE,
      deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
      alarmConfiguration: { enabled: alarms.length > 0, alarms: alarms.map((alarm) => ({ name: alarm })) },
      autoRollbackConfiguration: {
        enabled: true,
        events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
      },
    });
    group.node.addDependency(role);
    (live[name].node.defaultChild as CfnAlias).cfnOptions.updatePolicy = {
      codeDeployLambdaAliasUpdate: { applicationName: application.ref, deploymentGroupName: group.ref },
    };
  }
};
