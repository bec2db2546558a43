/** `arn:aws:states:<region>:<account>:stateMachine:<name>`. */
export const machineName = (machineArn: string): string | undefined =>
  /^arn:aws[\w-]*:states:[\w-]*:\d{12}:stateMachine:([\w-]{1,80})$/.exec(machineArn)?.[1];

export const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;

/** The ARN of a workflow on this machine. */
export const localMachineArn = (name: string): string =>
  `arn:aws:states:eu-central-1:000000000000:stateMachine:${name}`;
