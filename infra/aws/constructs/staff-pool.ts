import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import { ROLES } from "../../../shared/domain/office/roles.ts";
import { accept } from "../reasons.ts";

const SERVER = "rynek";
export const STAFF_SCOPE = `${SERVER}/staff`;

/** Where staff sign in. */
const OFFICE = "/urzad";

/** Where Cognito sends staff back to; the page of the same path takes the code. */
const CALLBACK = "/urzad/powrot";

export interface StaffPool {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;
}

/** Accounts of the city's staff: made by an admin, guarded by a second factor; groups are the roles. */
export const staffPool = (
  scope: Construct,
  id: string,
  { prefix, siteUrl, protect }: { prefix: string; siteUrl: string; protect: boolean },
): StaffPool => {
  const pool = new UserPool(scope, id, {
    userPoolName: `${prefix}-staff`,
    selfSignUpEnabled: false,
    // The user name stands in the records that staff leave, so it is a name and not a number.
    signInAliases: { username: true, email: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: true, mutable: true } },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireDigits: false,
      requireLowercase: false,
      requireSymbols: false,
      requireUppercase: false,
      tempPasswordValidity: Duration.days(3),
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    userInvitation: {
      emailSubject: "Rynek: konto / account",
      emailBody: [
        "Masz konto w systemie Rynek. Nazwa użytkownika: {username}. Hasło na trzy dni: {####}",
        "You have an account in Rynek. User name: {username}. Password for three days: {####}",
        `${siteUrl}${OFFICE}`,
      ].join("<br>\n"),
    },
    deletionProtection: protect,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  accept(pool, {
    "AwsSolutions-COG1":
      "OWASP ASVS 6.2.5: at least 12 characters and no composition rules, which make passwords worse.",
    "AwsSolutions-COG8":
      "The Plus plan rates risks of strangers; here an admin makes every account and all use a second factor.",
  });
  for (const role of ROLES) {
    new CfnUserPoolGroup(scope, `${id}-${role}`, { userPoolId: pool.userPoolId, groupName: role });
  }
  const staff = new ResourceServerScope({ scopeName: "staff", scopeDescription: "Work of the city office" });
  const server = pool.addResourceServer("Rynek", { identifier: SERVER, scopes: [staff] });
  const client = pool.addClient("Console", {
    generateSecret: false,
    // Refreshing aside, no flow takes a password past the sign-in pages.
    authFlows: { userSrp: false },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.resourceServer(server, staff)],
      callbackUrls: [`${siteUrl}${CALLBACK}`],
      logoutUrls: [siteUrl],
    },
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(8),
    preventUserExistenceErrors: true,
  });
  const domain = pool.addDomain("SignIn", {
    // Unique among all customers of AWS.
    cognitoDomain: { domainPrefix: `${prefix}-${Aws.ACCOUNT_ID}` },
  });
  return { pool, client, domain };
};
