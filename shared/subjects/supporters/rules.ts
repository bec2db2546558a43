import { z } from "zod";
import { CycleId, ProjectId, SupportId } from "../../domain/ids.ts";
import { calledName, line, mayBeEmpty } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";

/** Why a line does not count. `duplicate` is found by the system; whatever else, a clerk saw. */
export const StrikeReason = z.enum([
  "not-resident",
  "no-signature",
  "unreadable",
  "false-data",
  "author",
  "taken-back",
]);
export type StrikeReason = z.infer<typeof StrikeReason>;

const Struck = z.enum([...StrikeReason.options, "duplicate"]);

/** A name and an address as they are signed. */
export const SignedName = calledName(120);
export const SignedAddress = line(160);

/** One line of the list of who supports a proposal: confirmed on line, or read off a paper list. */
export const SupportLine = z.object({
  id: SupportId,
  cycleId: CycleId,
  projectId: ProjectId,
  origin: z.enum(["online", "paper"]).default("online"),
  name: z.string(),
  /** None where the edition knows people by their mailbox. */
  address: z.string().optional(),
  /** Where on paper it stands: the sheet, and the line on it. */
  sheet: z.string().optional(),
  row: z.int().optional(),
  at: Instant,
  /** Keyed hashes of the person, each of which counts once for a proposal. */
  people: z.array(z.string()),
  /** Why it does not count; null where it counts. */
  struck: Struck.nullable().default(null),
  note: z.string().optional(),
  version: z.int().default(1),
  fingerprint: z.string().optional(),
});
export type SupportLine = z.infer<typeof SupportLine>;

type LineState = "valid" | "struck";

export const lineStateOf = ({ struck }: Pick<SupportLine, "struck">): LineState =>
  struck === null ? "valid" : "struck";

/** A line of a paper list as a clerk reads it. */
export const PaperLine = z.strictObject({
  name: SignedName,
  address: SignedAddress,
  sheet: line(20),
  row: z.int().min(1).max(999),
});
export type PaperLine = z.infer<typeof PaperLine>;

/** As many as one sheet of a paper list has, and one transaction bears. */
export const MOST_LINES = 45;

export const Strike = z.strictObject({ reason: StrikeReason, note: mayBeEmpty(line(300)) });

/** For what somebody of the office reads names and addresses; the journal keeps it. */
export const ReadingPurpose = z.enum(["check", "own-data", "complaint", "audit"]);
export type ReadingPurpose = z.infer<typeof ReadingPurpose>;

const byPaper = ({ origin, sheet = "", row = 0, at, id }: SupportLine): (string | number)[] => [
  origin,
  sheet,
  row,
  at,
  id,
];

/** Lines as a clerk checks them: those of paper by sheet and line, after those from the site as they came. */
export const inListOrder = (lines: readonly SupportLine[]): SupportLine[] =>
  lines.toSorted((one, other) => {
    const pairs = byPaper(one).map((part, n) => [part, byPaper(other)[n] as string | number] as const);
    const [a, b] = pairs.find(([part, against]) => part !== against) ?? [0, 0];
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), "pl", { numeric: true });
  });
