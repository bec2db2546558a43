import { CfnOutput, type Stack } from "aws-cdk-lib";
import type { CfnApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import type { Settings } from "../settings.ts";
import type { StaffPool } from "./staff-pool.ts";

/** Outputs of a stack, each with the words that say what it is. */
export const teller = (stack: Stack) => (id: string, description: string, value: string) =>
  new CfnOutput(stack, id, { description, value });

interface Told {
  readonly api: CfnApi;
  readonly distribution: Distribution;
  readonly siteUrl: string;
  readonly staff: StaffPool;
  readonly settings: Settings;
}

/** What an operator needs after a deployment, ready to copy. */
export const tellOperator = (stack: Stack, told: Told): void => {
  const { api, distribution, siteUrl, staff, settings } = told;
  const tell = teller(stack);
  const poolId = staff.pool.userPoolId;
  const inPool = `--region ${settings.region} --user-pool-id ${poolId} --username`;

  tell("SiteUrl", "The site", siteUrl);
  tell("ConsoleUrl", "Where staff sign in", `${siteUrl}/urzad`);
  tell("ApiUrl", "The gateway's own address, at which nobody is answered", api.attrApiEndpoint);
  tell("StaffPoolId", "Accounts of staff", poolId);
  tell("StaffSignInUrl", "Cognito's sign-in pages", staff.domain.baseUrl());
  tell(
    "FirstAdmin",
    "Makes the first account; put in a name and an address",
    `aws cognito-idp admin-create-user ${inPool} NAME --user-attributes Name=email,Value=ADDRESS Name=email_verified,Value=true && aws cognito-idp admin-add-user-to-group ${inPool} NAME --group-name admin`,
  );
  if (settings.domain && !settings.hostedZone) {
    tell(
      "SiteDnsRecord",
      "Enter it where the domain is kept",
      `${settings.domain} CNAME ${distribution.distributionDomainName}`,
    );
  }
};
