import { z } from "zod";
import { CycleId, LetterId, ProjectId } from "../ids.ts";
import { Language } from "../languages.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { Owner, Work } from "../office/work.ts";
import { dayOf, endOfDay, Instant, LocalDate, plusWorkingDays } from "../time.ts";
import { PostalAddress } from "./postal.ts";

export const PrintedState = z
  .enum(["to-print", "printed", "posted", "returned", "to-tell", "settled"])
  .meta({ id: "PrintedState" });
type PrintedState = z.infer<typeof PrintedState>;

/**
 * A letter on paper, from the step that it tells of to the post. One that came back is sent anew, or the person is told otherwise; so is
 * somebody who has no address at all.
 */
export const PRINTED: Lifecycle<PrintedState, "print" | "post" | "return" | "again" | "settle"> = {
  "to-print": { print: "printed" },
  printed: { print: "printed", post: "posted" },
  posted: { return: "returned" },
  returned: { again: "to-print", settle: "settled" },
  "to-tell": { settle: "settled" },
  settled: {},
};

/** Why the post brought a letter back. */
export const ReturnReason = z
  .enum(["not-collected", "moved", "unknown-address", "refused", "other"])
  .meta({ id: "ReturnReason" });

/** Who has no address is called, or gets it by hand. */
const Addressee = PostalAddress.partial().extend({ name: z.string(), phone: z.string().optional() });

/** A letter to somebody whose mailbox nobody knows. */
export const PrintedLetter = z.object({
  id: LetterId,
  cycleId: CycleId,
  projectId: ProjectId,
  /** The case in the office's register. */
  mark: z.string().nullable(),
  to: Addressee,
  /** A keyed hash of who it is to, by which staff find it; those of releases before have none. */
  foundBy: z.string().optional(),
  /** What it tells, as a notice does. */
  about: z.object({ kind: z.string(), language: Language, facts: z.unknown() }),
  writtenAt: Instant,
  state: PrintedState,
  printedAt: Instant.optional(),
  /** As the post has it. */
  posting: z.object({ number: z.string(), on: LocalDate }).optional(),
  returned: z.object({ reason: ReturnReason, on: LocalDate }).optional(),
  /** How the person was told otherwise. */
  note: z.string().optional(),
  version: z.int(),
});
export type PrintedLetter = z.infer<typeof PrintedLetter>;

type Asked = "to-print" | "printed" | "returned" | "to-tell";

/** Whose work a letter is where it stands, and within how many working days. */
const ASKS: { readonly [S in Asked]: { readonly owner: Owner; readonly days: number } } = {
  "to-print": { owner: "queue#clerk", days: 1 },
  printed: { owner: "queue#clerk", days: 1 },
  returned: { owner: "queue#coordinator", days: 2 },
  "to-tell": { owner: "queue#clerk", days: 2 },
};

const TEXTS: { readonly [S in Asked]: { readonly pl: string; readonly en: string } } = {
  "to-print": { pl: "List do wydruku", en: "A letter to print" },
  printed: { pl: "List do wysłania pocztą", en: "A letter to post" },
  returned: { pl: "List wrócił z poczty", en: "A letter that the post brought back" },
  "to-tell": { pl: "Powiadom autora bez adresu", en: "Tell an author who has no address" },
};

/** What a letter waits for, in words that name nobody; undefined once it is posted, or the person told otherwise. */
export const workOfPrinted = (
  { id, mark, state }: Pick<PrintedLetter, "id" | "mark" | "state">,
  path: string,
  now: Instant,
): Work | undefined => {
  if (state === "posted" || state === "settled") return undefined;
  const { owner, days } = ASKS[state];
  const { pl, en } = TEXTS[state];
  const of = mark === null ? "" : `: ${mark}`;
  return {
    kind: "of-subject",
    id,
    owner,
    dueAt: endOfDay(plusWorkingDays(dayOf(now), days)),
    about: { text: { pl: pl + of, en: en + of }, path },
  };
};
