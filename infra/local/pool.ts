import { addressOf, firstOf, type LocalDoor } from "./http/door.ts";
import { reply } from "./http/reply.ts";
import { DEMO_STAFF } from "./issuer/staff.ts";
import { cognitoDoor } from "./pool/cognito.ts";
import { type LocalAccount, readStaff, STAFF_FILE, textOf, writeStaff } from "./pool/staff-file.ts";
import { StartFault } from "./start-fault.ts";

/** What the client of Cognito calls the pool of this machine. */
export const POOL_ID = "local_staff";

/** The accounts of staff, in the place of a Cognito user pool. */
export interface Pool {
  /** Cognito at `/local/cognito`, and the accounts as a file at `/local/staff.json`, to begin one from. */
  readonly door: LocalDoor;
  /** The accounts of the file; while it does not hold, those of the last time that it held. */
  readonly accounts: () => readonly LocalAccount[];
  readonly isMadeUp: boolean;
}

/** Accounts of a file, which is read each time that they are asked for; the made-up ones where there is none, until they are changed. */
export const openPool = (file: string | null): Pool => {
  let unfiled: readonly LocalAccount[] = DEMO_STAFF;
  const read = (): readonly LocalAccount[] => (file === null ? undefined : readStaff(file)) ?? unfiled;
  const write = (all: readonly LocalAccount[]): void => {
    if (file === null) unfiled = all;
    else writeStaff(file, all);
  };
  let known = read();
  const accounts = (): readonly LocalAccount[] => {
    try {
      known = read();
    } catch (error) {
      if (!(error instanceof StartFault)) throw error;
    }
    return known;
  };
  const fileDoor: LocalDoor = async (request, response) =>
    addressOf(request).pathname === `/local/${STAFF_FILE}` &&
    reply(response, "application/json", textOf(accounts()));
  return { door: firstOf(cognitoDoor({ read, write }), fileDoor), accounts, isMadeUp: known === DEMO_STAFF };
};
