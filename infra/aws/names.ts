import { Arn, ArnFormat, Aws } from "aws-cdk-lib";
import { PROBE } from "../../shared/domain/ids.ts";
import type { FunctionName } from "../../shared/platform/route.ts";
import type { Settings } from "./settings.ts";

/** The alias of every function. Whoever calls one calls this, and so the version that it names. */
export const LIVE = "live";

/**
 * Names that stacks know of each other without a reference. Where two stacks need each other (functions start the machine, the machine
 * calls functions; functions send mail, alarms watch functions) a name given beforehand takes the knot out.
 */
export const namesOf = ({ stage, region, sender }: Settings) => {
  const prefix = `rynek-${stage}`;
  const arn = (service: string, resource: string, resourceName: string, arnFormat: ArnFormat) =>
    Arn.format({
      partition: Aws.PARTITION,
      region: service === "iam" ? "" : region,
      account: Aws.ACCOUNT_ID,
      service,
      resource,
      resourceName,
      arnFormat,
    });
  const secret = (name: string) =>
    arn("secretsmanager", "secret", `${prefix}/${name}`, ArnFormat.COLON_RESOURCE_NAME);
  const mailIdentity =
    sender.proves === "domain" ? sender.address.slice(sender.address.indexOf("@") + 1) : sender.address;
  const machine = `${prefix}-cycle`;
  const rollMachine = `${prefix}-roll`;
  const mailConfigurationSet = `${prefix}-mail`;
  return {
    prefix,
    stack: (what: string) => `${prefix}-${what}`,
    /** The name of a function and of its role. */
    fn: (name: FunctionName) => `${prefix}-${name}`,
    fnArn: (name: FunctionName) =>
      arn("lambda", "function", `${prefix}-${name}`, ArnFormat.COLON_RESOURCE_NAME),
    roleArn: (name: FunctionName) => arn("iam", "role", `${prefix}-${name}`, ArnFormat.SLASH_RESOURCE_NAME),
    restoreRole: `${prefix}-restore`,
    restoreRoleArn: arn("iam", "role", `${prefix}-restore`, ArnFormat.SLASH_RESOURCE_NAME),
    /** A table that was restored, by the label of the restoring. */
    restoredTable: (label: string, table: string) => `${prefix}-restored-${label}-${table}`,
    /** The name of an alarm, by the id that it stands under. */
    alarm: (id: string) => `${prefix}-${id}`,
    machine,
    rollMachine,
    /** The data stack's export of the bucket's ARN; named, so that a reason in writing can name it too. */
    filesArnExport: `${prefix}-files-arn`,
    uploadsArnExport: `${prefix}-uploads-arn`,
    rollMachineArn: arn("states", "stateMachine", rollMachine, ArnFormat.COLON_RESOURCE_NAME),
    machineArn: arn("states", "stateMachine", machine, ArnFormat.COLON_RESOURCE_NAME),
    mailIdentity,
    mailIdentityArn: arn("ses", "identity", mailIdentity, ArnFormat.SLASH_RESOURCE_NAME),
    mailConfigurationSet,
    mailConfigurationSetArn: arn(
      "ses",
      "configuration-set",
      mailConfigurationSet,
      ArnFormat.SLASH_RESOURCE_NAME,
    ),
    cycleSecretArns: secret("cycle/*"),
    probeSecretArns: secret(`cycle/${PROBE}*`),
    countKeyArns: secret("count/*"),
  };
};
export type Names = ReturnType<typeof namesOf>;
