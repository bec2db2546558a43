import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { type Language, MEASURE, prefixOf, type Spoken } from "../../../shared/domain/languages.ts";
import { RATES } from "../../../shared/platform/aws-limits.ts";
import { type FirewallStatus, firewallAnswer, measuredLast } from "../../edge-words.ts";
import type { Settings } from "../settings.ts";

type Statement = CfnWebACL.StatementProperty;

/** Samples are off: they keep addresses and paths of residents for hours. The counters stay. */
const counted = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

/** What a rate rule puts on a request that is one too many; a rule of its own words it. */
const MANY = "many";

const rate = (
  name: string,
  of: Omit<CfnWebACL.RateBasedStatementProperty, "evaluationWindowSec">,
  evaluationWindowSec: number,
): Rule => ({
  name,
  action: { count: {} },
  ruleLabels: [{ name: MANY }],
  statement: { rateBasedStatement: { ...of, evaluationWindowSec } },
});

type Rule = Omit<CfnWebACL.RuleProperty, "priority" | "visibilityConfig">;

/** A group of AWS's rules that only puts its labels on a request: what they say is worded, and answered, below. */
const managed = (name: string): Rule => ({
  name,
  overrideAction: { count: {} },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
});

const CORE = "awswaf:managed:aws:core-rule-set:";

/**
 * What of the common rules holds. Those of bodies do not: every body here is free text or beside it (a proposal, a reason, a question), is parsed by
 * its row's schema and limits, and encoded wherever it is shown; a resident who writes of `<script>` or `../` would lose the text.
 */
const HOLDS = [
  "NoUserAgent_Header",
  "BadBots_Header",
  "SizeRestrictions_QueryString",
  "SizeRestrictions_Cookie_Header",
  "SizeRestrictions_URIPath",
  "EC2MetaDataSSRF_Cookie",
  "EC2MetaDataSSRF_URIPath",
  "EC2MetaDataSSRF_QueryArguments",
  "GenericLFI_QueryArguments",
  "GenericLFI_URIPath",
  "RestrictedExtensions_URIPath",
  "RestrictedExtensions_QueryArguments",
  "GenericRFI_QueryArguments",
  "GenericRFI_URIPath",
  "CrossSiteScripting_Cookie",
  "CrossSiteScripting_QueryArguments",
  "CrossSiteScripting_URIPath",
];

const labelled = (key: string, scope = "LABEL"): Statement => ({ labelMatchStatement: { key, scope } });

const WHEN: Readonly<Record<FirewallStatus, Statement>> = {
  429: labelled(MANY),
  403: {
    orStatement: {
      statements: [
        ...HOLDS.map((rule) => labelled(CORE + rule)),
        labelled("awswaf:managed:aws:known-bad-inputs:", "NAMESPACE"),
      ],
    },
  },
};

const matches = (regexString: string, fieldToMatch: CfnWebACL.FieldToMatchProperty): Statement => ({
  regexMatchStatement: {
    regexString,
    fieldToMatch,
    textTransformations: [{ priority: 0, type: "LOWERCASE" }],
  },
});

const IS_API = matches("^/v1(/|$)", { uriPath: {} });

/** In which language somebody asks: a page by its path, the API by its header. Polish is what is left. */
const asksIn = (language: Language, isApi: boolean): Statement[] =>
  language === MEASURE
    ? []
    : isApi
      ? [matches(`^ *${language}`, { singleHeader: { Name: "accept-language" } })]
      : [matches(`^${prefixOf(language)}(/|$)`, { uriPath: {} })];

const keyOf = (status: FirewallStatus, isApi: boolean, language: Language): string =>
  `${status}-${isApi ? "api" : "page"}-${language}`;

const worded = (status: FirewallStatus, isApi: boolean, language: Language): Rule => {
  const when = [WHEN[status], ...(isApi ? [IS_API] : []), ...asksIn(language, isApi)];
  const [only] = when;
  // The type is a setting of the body.
  const { "content-type": _type, ...headers } = firewallAnswer(status, isApi, language).headers;
  return {
    name: keyOf(status, isApi, language),
    statement: when.length === 1 && only ? only : { andStatement: { statements: when } },
    action: {
      block: {
        customResponse: {
          responseCode: status,
          customResponseBodyKey: keyOf(status, isApi, language),
          responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
        },
      },
    },
  };
};

const STATUSES = [429, 403] as const;

/** Every answer of the firewall: programs' first, a language's before Polish. */
const answersIn = (spoken: Spoken): [FirewallStatus, boolean, Language][] =>
  STATUSES.flatMap((status) =>
    [true, false].flatMap((isApi) =>
      measuredLast(spoken).map((language): [FirewallStatus, boolean, Language] => [status, isApi, language]),
    ),
  );

const bodyOf = (
  status: FirewallStatus,
  isApi: boolean,
  language: Language,
): CfnWebACL.CustomResponseBodyProperty => ({
  contentType: isApi ? "APPLICATION_JSON" : "TEXT_HTML",
  content: firewallAnswer(status, isApi, language).body,
});

interface WebAclProps {
  readonly name: string;
  readonly spoken: Spoken;
  readonly throttle: Pick<Settings["throttle"], "perAddress" | "perPath">;
}

/**
 * Keeps floods and known attacks away from the API, in words of ours and in the reader's language. Nobody has to run a script: whoever is one too
 * many waits. Limits per person are the functions' own.
 */
export const webAcl = (
  scope: Construct,
  id: string,
  { name, spoken, throttle: { perAddress, perPath } }: WebAclProps,
): CfnWebACL => {
  const rules: Rule[] = [
    rate("PerAddress", { aggregateKeyType: "IP", limit: perAddress }, RATES.perAddress.windowMs / 1000),
    rate(
      "PerPath",
      {
        aggregateKeyType: "CUSTOM_KEYS",
        // As the gateway reads it: written in another way (`/%76ote`), a path would have a count of its own.
        customKeys: [{ ip: {} }, { uriPath: { textTransformations: [{ priority: 0, type: "URL_DECODE" }] } }],
        limit: perPath,
        scopeDownStatement: matches("^post$", { method: {} }),
      },
      RATES.perPath.windowMs / 1000,
    ),
    managed("AWSManagedRulesCommonRuleSet"),
    managed("AWSManagedRulesKnownBadInputsRuleSet"),
    ...answersIn(spoken).map((answer) => worded(...answer)),
  ];
  return new CfnWebACL(scope, id, {
    name,
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: counted("all"),
    customResponseBodies: Object.fromEntries(
      answersIn(spoken).map((answer) => [keyOf(...answer), bodyOf(...answer)]),
    ),
    rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: counted(rule.name) })),
  });
};
