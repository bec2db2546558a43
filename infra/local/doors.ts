import type { LocalClock } from "./clock.ts";
import { clockDoor } from "./clock-door.ts";
import { firstOf, type LocalDoor } from "./http/door.ts";
import { styleDoor } from "./http/style.ts";
import type { Issuer } from "./issuer.ts";
import type { Mailbox } from "./mailbox.ts";

interface Behind {
  readonly clock: LocalClock;
  readonly mailbox: Mailbox;
  readonly issuer: Issuer;
}

/** Everything that answers under `/local/`, and in no deployed system. */
export const localDoors = ({ clock, mailbox, issuer }: Behind): LocalDoor =>
  firstOf(mailbox.door, issuer.door, clockDoor(clock), styleDoor);
