import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { StartFault } from "./start-fault.ts";

/** Milliseconds of 2100-01-01: the last moment the clock can be set to. */
const LAST = Date.UTC(2100, 0, 1);

type Moved =
  | { readonly ok: true; readonly now: number }
  | { readonly ok: false; readonly fault: "backwards" | "too-far"; readonly now: number };

/** The time of the whole house. Times are milliseconds since 1970-01-01 UTC. */
export interface LocalClock {
  now(): number;
  /**
   * Moves forward to a moment and answers when every listener has done what fell due. Moves run one after the other;
   * a moment given as a function is reckoned from the time at which its turn comes.
   * Time never goes back: `backwards`; nor beyond the year 2099: `too-far`. Both leave the clock as it was.
   */
  moveTo(moment: number | ((now: number) => number)): Promise<Moved>;
  /** Is called after each move, in the order of listening, one at a time. Returns the way to stop listening. */
  onMove(listener: (now: number) => Promise<void> | void): () => void;
}

const Kept = z.strictObject({ offsetMilliseconds: z.int() });

/**
 * Real time plus an offset that is kept in `clock.json` of the data folder; without a folder it is forgotten. A clock that
 * keeps none yet starts at `startsAt`, where that is given.
 */
export const openClock = (folder?: string, startsAt?: number): LocalClock => {
  const file = folder === undefined ? null : join(folder, "clock.json");
  const kept = file === null ? undefined : readOffset(file);
  let offset = kept ?? (startsAt === undefined ? 0 : startsAt - Date.now());
  if (file !== null && startsAt !== undefined && kept === undefined) writeOffset(file, offset);
  const listeners = new Set<(now: number) => Promise<void> | void>();
  const now = () => Date.now() + offset;

  const move = async (to: number | ((now: number) => number)): Promise<Moved> => {
    const moment = typeof to === "number" ? to : to(now());
    if (moment < now()) return { ok: false, fault: "backwards", now: now() };
    if (moment > LAST) return { ok: false, fault: "too-far", now: now() };
    offset = moment - Date.now();
    if (file !== null) writeOffset(file, offset);
    for (const listener of [...listeners]) await listener(now());
    return { ok: true, now: now() };
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    now,
    moveTo: (to) => {
      const moved = last.then(() => move(to));
      last = moved.catch(() => undefined);
      return moved;
    },
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const readOffset = (file: string): number | undefined => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  try {
    return Kept.parse(JSON.parse(text)).offsetMilliseconds;
  } catch {
    throw new StartFault("unreadable-file", `${file} cannot be read. Delete it to go back to the real time.`);
  }
};

const writeOffset = (file: string, offsetMilliseconds: number): void => {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ offsetMilliseconds }));
  renameSync(`${file}.new`, file);
};
