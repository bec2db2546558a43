import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";

/** Samples are off: they keep addresses and paths of residents for hours. The counters stay. */
const counted = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const managed = (
  priority: number,
  name: string,
  onlyCounted: readonly string[] = [],
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name,
      ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: counted(name),
});

/** Keeps floods and known attacks away from the API. Limits per person are the functions' own. */
export const webAcl = (
  scope: Construct,
  id: string,
  { name, perAddress }: { name: string; perAddress: number },
): CfnWebACL =>
  new CfnWebACL(scope, id, {
    name,
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: counted("all"),
    rules: [
      {
        name: "PerAddress",
        priority: 0,
        action: { block: { customResponse: { responseCode: 429 } } },
        statement: {
          rateBasedStatement: { aggregateKeyType: "IP", limit: perAddress, evaluationWindowSec: 300 },
        },
        visibilityConfig: counted("PerAddress"),
      },
      // Bodies over 8 kB are everyday here: a proposal's text, a roll of voters. The endpoints have their own limits.
      managed(1, "AWSManagedRulesCommonRuleSet", ["SizeRestrictions_BODY"]),
      managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
    ],
  });
