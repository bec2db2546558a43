import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { CreateStateMachineCommand, SFNClient } from "@aws-sdk/client-sfn";
import { z } from "zod";
import { calledThrough } from "./assembly.ts";
import type { Config } from "./beforehand.ts";
import type { cloudFormation } from "./cloudformation.ts";
import type { Deployed } from "./deployed.ts";
import type { Template } from "./pruned.ts";

const Machine = z.object({
  StateMachineName: z.string(),
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.object({ "Fn::ImportValue": z.string() })),
});

/**
 * The state machine once more, in the engine that runs it: what CloudFormation makes stands in another, which only keeps it. Its functions
 * are put in as CloudFormation would put them.
 */
export const runMachine = async (
  { Resources }: Template,
  { exported }: Pick<ReturnType<typeof cloudFormation>, "exported">,
  config: Config,
): Promise<string> => {
  const machine = Object.values(Resources).find(
    ({ Type, Properties }) =>
      Type === "AWS::StepFunctions::StateMachine" && String(Properties?.StateMachineName).endsWith("-cycle"),
  );
  const { StateMachineName, DefinitionString, DefinitionSubstitutions } = Machine.parse(machine?.Properties);
  let definition = DefinitionString;
  for (const [name, value] of Object.entries(DefinitionSubstitutions))
    definition = definition.replaceAll(`\${${name}}`, await exported(value["Fn::ImportValue"]));
  await fetch(`${config.endpoint}/moto-api/config`, {
    method: "POST",
    body: JSON.stringify({ stepfunctions: { execute_state_machine: true } }),
  });
  const { stateMachineArn = "" } = await new SFNClient(config).send(
    new CreateStateMachineCommand({
      name: StateMachineName,
      definition,
      roleArn: "arn:aws:iam::123456789012:role/cycle",
    }),
  );
  return stateMachineArn;
};

const Rule = z.object({
  Targets: z.array(z.object({ Arn: z.object({ Ref: z.string() }), Input: z.string() })),
});

/** Calls what the template's schedules call, with what they hand over: nothing comes by itself here. */
export const sweeper = (template: Template, deployed: Deployed) => async (): Promise<void> => {
  for (const { Type, Properties } of Object.values(template.Resources)) {
    if (Type !== "AWS::Events::Rule") continue;
    for (const { Arn, Input } of Rule.parse(Properties).Targets) {
      const fn = calledThrough(template, Arn.Ref);
      await deployed.invoke(fn, JSON.parse(Input));
    }
  }
};

/** An account for somebody of the staff, and the token that the pool gives for it. */
export const tokenFor = async (
  { username, role }: { readonly username: string; readonly role: string },
  { STAFF_POOL: UserPoolId, STAFF_CLIENT_ID: ClientId }: Readonly<Record<string, string>>,
  config: Config,
): Promise<string> => {
  const cognito = new CognitoIdentityProviderClient(config);
  const Password = "a password of one person 1!A";
  const of = { UserPoolId, Username: username };
  const UserAttributes = [
    { Name: "email", Value: `${username}@urzad.example` },
    { Name: "name", Value: username },
  ];
  await cognito.send(new AdminCreateUserCommand({ ...of, UserAttributes }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...of, Password, Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ ...of, GroupName: role }));
  const { AuthenticationResult } = await cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: username, PASSWORD: Password },
    }),
  );
  return AuthenticationResult?.AccessToken ?? "";
};
