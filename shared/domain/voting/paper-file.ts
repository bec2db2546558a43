import { z } from "zod";
import { BatchId, CycleId } from "../ids.ts";
import { PROBLEMS, REPAIRS } from "../import/cells.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { Refusal } from "../refusals.ts";
import { Instant } from "../time.ts";
import { UploadId } from "../upload/upload.ts";
import { SaidOfFile } from "./roll-preview.ts";

export const PaperFileState = z
  .enum(["reading", "read", "faulty", "entering", "entered", "dropped"])
  .meta({ id: "PaperFileState" });
export type PaperFileState = z.infer<typeof PaperFileState>;

/** Every row is read before a card is keyed, and whoever sent the file says that it is to be entered. */
export const PAPER_FILE: Lifecycle<PaperFileState, "find" | "fault" | "enter" | "finish" | "drop"> = {
  reading: { find: "read", fault: "faulty", drop: "dropped" },
  read: { enter: "entering", drop: "dropped" },
  faulty: {},
  entering: { finish: "entered", drop: "dropped" },
  entered: {},
  dropped: {},
};

/** Whether the rows of a file are being worked off. */
export const isAtWork = ({ state }: Pick<PaperFile, "state">): boolean =>
  state === "reading" || state === "entering";

/** Whether nobody needs the file itself any more. */
export const isOver = ({ state }: Pick<PaperFile, "state">): boolean =>
  Object.keys(PAPER_FILE[state]).length === 0;

const Why = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) });

/** What is noted of a row: of one of its cells, or what the paper desk says of such a card. */
export const PaperNote = z.object({
  line: z.int(),
  column: z.string().nullable(),
  says: z.enum([...PROBLEMS, ...REPAIRS]).optional(),
  why: Why.optional(),
});
export type PaperNote = z.infer<typeof PaperNote>;

export const whyOf = ({ code, facts }: Refusal): z.infer<typeof Why> => ({ code, facts: { ...facts } });

/**
 * What nobody can see on a card: what became of it, what another person keyed, who has voted, who is on the roll. Such a card is left for the
 * desk; whatever else is wrong is wrong with the file.
 */
const SEEN_HERE: readonly Refusal["code"][] = [
  "paper/settled",
  "paper/differs",
  "paper/closed",
  "voting/already-voted",
  "roll/not-listed",
  "roll/birth-date",
];
export const isLeftToDesk = ({ code }: Pick<Refusal, "code">): boolean => SEEN_HERE.includes(code);

/** Cards by what a keying makes of them: keyed first, settled as the second of two, or left for the desk. */
const Cards = z.object({ keyed: z.int(), settled: z.int(), left: z.int() });

/** So many notes are kept; all are counted. */
export const MOST_NOTES = 300;

/** A table in which somebody has keyed the cards of a batch: one of two keyings. What is on the cards is in the file alone, and goes with it. */
export const PaperFile = z.object({
  id: UploadId,
  cycleId: CycleId,
  batchId: BatchId,
  name: z.string(),
  by: z.string(),
  byName: z.string(),
  at: Instant,
  digest: z.string(),
  path: z.string(),
  bytes: z.int(),
  said: SaidOfFile,
  state: PaperFileState,
  /** How many rows there are, once that is known, and how many of them are done in this state. */
  rows: z.int().optional(),
  done: z.int(),
  /** What its rows would come to, as they were read. */
  found: Cards.extend({ faults: z.int(), repaired: z.int() }),
  /** What they have come to. */
  entered: Cards,
  noted: z.array(PaperNote),
  /** Why it is no table of such cards, or why it ended. */
  failed: Why.optional(),
});
export type PaperFile = z.infer<typeof PaperFile>;
