import { z } from "zod";
import { CycleId, LetterId, MatterId, MeetingId, ProjectId, StatementId } from "../ids.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { Owner, Work } from "../office/work.ts";
import { dayOf, endOfDay, Instant } from "../time.ts";

/** What a letter is about that tells somebody of a decision: the page where the office finds it, and whom it concerns. */
export const LetterSubject = z.discriminatedUnion("of", [
  z.object({ of: z.literal("project"), cycleId: CycleId, projectId: ProjectId }),
  /** A proposal that came too late, by its number in the register. */
  z.object({ of: z.literal("late"), cycleId: CycleId, number: z.int() }),
  z.object({ of: z.literal("statement"), cycleId: CycleId, statementId: StatementId }),
  z.object({ of: z.literal("meeting"), meetingId: MeetingId }),
  z.object({ of: z.literal("matter"), matterId: MatterId }),
]);
export type LetterSubject = z.infer<typeof LetterSubject>;

export const LetterState = z.enum(["waiting", "sent-again", "dealt-with"]).meta({ id: "LetterState" });
export type LetterState = z.infer<typeof LetterState>;

/** What somebody of the office does about a letter that was given up, once. */
export const GIVEN_UP: Lifecycle<LetterState, "send" | "deal"> = {
  waiting: { send: "sent-again", deal: "dealt-with" },
  "sent-again": {},
  "dealt-with": {},
};

/** Why no more is tried: the address or message was refused, nobody took it for days, or no answer came and it may have arrived. */
export const LetterOutcome = z.enum(["rejected", "postponed", "unknown"]);

/** A letter about a decision that was given up. Who it was for stands with what it is about, and on the letter while that is kept. */
export const GivenUpLetter = z.object({
  id: LetterId,
  /** Names the letter in the outbox. */
  event: z.string(),
  subject: LetterSubject,
  outcome: LetterOutcome,
  at: Instant,
  state: LetterState,
  settled: z.object({ by: z.string(), byName: z.string(), at: Instant }).optional(),
});
export type GivenUpLetter = z.infer<typeof GivenUpLetter>;

const OWNERS: { readonly [K in LetterSubject["of"]]: Owner } = {
  project: "queue#coordinator",
  late: "queue#coordinator",
  statement: "queue#points",
  meeting: "queue#editor",
  matter: "queue#desk",
};

export const ownerOfLetter = ({ subject }: Pick<GivenUpLetter, "subject">): Owner => OWNERS[subject.of];

/** Somebody finds another way to tell, on the day on which the letter was given up. */
export const workOfLetter = (letter: GivenUpLetter): Work => ({
  kind: "given-up-letter",
  id: letter.id,
  owner: ownerOfLetter(letter),
  dueAt: endOfDay(dayOf(letter.at)),
  about: { letterId: letter.id, of: letter.subject.of },
});
