import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import {
  AccountRootPrincipal,
  AnyPrincipal,
  ArnPrincipal,
  Effect,
  PolicyDocument,
  PolicyStatement,
  Role,
} from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { CfnResourcePolicy, CfnSecret } from "aws-cdk-lib/aws-secretsmanager";
import { accept } from "../reasons.ts";

const READ_AND_PUT_IN = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"];
const ENCRYPT_AND_DECRYPT = ["kms:Decrypt", "kms:GenerateDataKey"];

/** What becomes of a key, and nothing that uses it or lets others use it. */
const ADMINISTER = [
  "kms:CancelKeyDeletion",
  "kms:Describe*",
  "kms:DisableKey*",
  "kms:EnableKey*",
  "kms:Get*",
  "kms:List*",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateKeyDescription",
];

/** Encrypts the shares of one vault, for the roles of its holders and for nobody else: the account administers it, no more. */
const keyOf = (stack: Stack, holders: readonly Role[]): Key => {
  const through = { "kms:ViaService": `secretsmanager.${stack.region}.amazonaws.com` };
  const statement = (
    sid: string,
    principals: readonly ArnPrincipal[],
    actions: string[],
    equal?: Record<string, string>,
  ) =>
    new PolicyStatement({
      sid,
      principals: [...principals],
      actions,
      resources: ["*"],
      ...(equal && { conditions: { StringEquals: equal } }),
    });
  const account = [new AccountRootPrincipal()];
  return new Key(stack, "Key", {
    description: "Encrypts the shares of one key of the electoral commission",
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    policy: new PolicyDocument({
      statements: [
        statement("TheAccountAdministers", account, ADMINISTER),
        statement(
          "HoldersUse",
          holders.map(({ roleArn }) => new ArnPrincipal(roleArn)),
          ENCRYPT_AND_DECRYPT,
          through,
        ),
        // Who makes a secret has to show that the key serves, on a text that Secrets Manager throws away. No share has this version's name.
        statement("WhoeverMakesASecretTries", account, ENCRYPT_AND_DECRYPT, {
          ...through,
          "kms:EncryptionContext:SecretVersionId": "RequestToValidateKeyAccess",
        }),
      ],
    }),
  });
};

/** An empty secret, without the value and the rights for the whole account that CDK's own construct would add. */
const secretOf = (
  stack: Stack,
  id: string,
  { name, key, role }: { name: string; key: Key; role: Role },
): string => {
  const secret = new CfnSecret(stack, id, {
    description: `${name}: one share of a key of the electoral commission; put in by its holder`,
    kmsKeyId: key.keyArn,
  });
  secret.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  accept(secret, {
    "AwsSolutions-SMG4": "A share is made once, in the ceremony; another value would be another key.",
  });
  role.addToPolicy(new PolicyStatement({ actions: READ_AND_PUT_IN, resources: [secret.ref] }));
  new CfnResourcePolicy(stack, `${id}Guard`, {
    secretId: secret.ref,
    blockPublicPolicy: true,
    resourcePolicy: new PolicyDocument({
      statements: [
        new PolicyStatement({
          sid: "NobodyButItsHolder",
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: READ_AND_PUT_IN,
          resources: ["*"],
          conditions: { ArnNotEquals: { "aws:PrincipalArn": role.roleArn } },
        }),
      ],
    }),
  });
  return secret.ref;
};

/**
 * The shares of one key of the commission, named `{name}/share-1` and on. Each is a secret that one role alone may read, whatever else is
 * granted in the account, and each role is taken by one person, with a second factor. Their names on AWS are AWS's, so that shares that outlive
 * their stack do not stand in the way of the next one. Brings back where each is.
 */
export const vault = (stack: Stack, name: string, holders: readonly string[]): string[] => {
  const shares = holders.map((person, index) => {
    const share = `${name}/share-${index + 1}`;
    const id = `Share${index + 1}`;
    const role = new Role(stack, `${id}Holder`, {
      roleName: share.replaceAll("/", "-"),
      description: `Holds the share ${share}`,
      assumedBy: new ArnPrincipal(person).withConditions({ Bool: { "aws:MultiFactorAuthPresent": "true" } }),
    });
    return { id, name: share, role };
  });
  const key = keyOf(
    stack,
    shares.map(({ role }) => role),
  );
  return shares.map((share) => secretOf(stack, share.id, { ...share, key }));
};
