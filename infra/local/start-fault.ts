/**
 * Why the house cannot stand on this machine, or cannot stand any longer, in words for the person at the keyboard.
 * The starter prints the message without a stack and exits with status 1.
 */
export class StartFault extends Error {
  readonly code: StartFaultCode;

  constructor(code: StartFaultCode, message: string) {
    super(message);
    this.name = "StartFault";
    this.code = code;
  }
}

type StartFaultCode =
  | "port-taken"
  | "no-engine"
  | "engine-silent"
  | "engine-gone"
  | "unreadable-file"
  | "folder-in-use"
  | "newer-data"
  | "damaged-data";
