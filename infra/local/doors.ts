import type { LocalClock } from "./clock.ts";
import { clockDoor } from "./clock-door.ts";
import { firstOf, type LocalDoor } from "./http/door.ts";
import { styleDoor } from "./http/style.ts";
import type { Issuer } from "./issuer.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Pool } from "./pool.ts";

interface Behind {
  readonly clock: LocalClock;
  readonly mailbox: Mailbox;
  readonly issuer: Issuer;
  readonly pool: Pool;
}

/** Everything that answers under `/local/`, and in no deployed system. */
export const localDoors = ({ clock, mailbox, issuer, pool }: Behind): LocalDoor =>
  firstOf(mailbox.door, issuer.door, pool.door, clockDoor(clock), styleDoor);
