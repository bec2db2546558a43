import type { Lane } from "../../shared/domain/notice/lanes.ts";
import type { Notice } from "../../shared/domain/notice/notice.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { OwnPromise } from "../../shared/platform/promises.ts";
import type { Key } from "../../shared/store/keys.ts";
import type { PendingOf } from "../../shared/store/notices.ts";
import type { Attributes, Write } from "../../shared/store/write.ts";
import type { Run } from "./run.ts";

/** An item that waited and is now ours alone to tell of. */
export interface Claimed {
  readonly key: Key;
  readonly item: Attributes;
}

/** A letter that was put off: what it tells, if that is known, when it is due again, and how often it was tried. */
interface Wait {
  readonly about: Notice | undefined;
  readonly due: Instant;
  readonly tries: number;
}

/** One kind of item that waits for a letter. */
export interface Source {
  readonly of: PendingOf;
  /** What people rely on that it serves. */
  readonly promise: OwnPromise;
  /** Whether its pending keys are times, at which a letter is due. */
  readonly isTimed: boolean;
  readonly lane: Lane;
  /** Whether an item is held while it is told: one whose teller is killed is found. */
  readonly isHeld?: true;
  /** What to tell and whom; null when there is nothing left to tell. */
  readonly noticeOf: (claimed: Claimed, run: Run) => Promise<Notice | null>;
  /** Where its letter waits again, if not in the item itself: the letter is named by it. */
  readonly waitsAs?: (key: Key) => Key;
  /** Until when the address may be kept, and with it what became of a letter that lives as long. */
  readonly keptUntil: (claimed: Claimed, to: string, run: Run) => Instant | Promise<Instant>;
  /** Whose letter there is no more to send, of which kind. */
  readonly lapsed?: (claimed: Claimed) => Pick<Notice, "kind" | "to"> | undefined;
  /** What changes when the letter has left. */
  readonly told?: (claimed: Claimed) => Write;
  /** Lets the letter wait until it is due again. */
  readonly waitAgain: (claimed: Claimed, wait: Wait, run: Run) => Write | Promise<Write>;
}
