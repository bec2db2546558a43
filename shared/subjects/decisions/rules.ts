import { z } from "zod";
import { idOf, MeetingId } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import type { Lifecycle } from "../../domain/lifecycle.ts";
import { median } from "../../domain/median.ts";
import { UnitId } from "../../domain/office/directory.ts";
import { paragraphs } from "../../domain/text.ts";
import { dayOf, endOfDay, Instant, LocalDate } from "../../domain/time.ts";

export const DecisionId = idOf("dec", "A decision of a meeting: what the city promised to do");
export type DecisionId = z.infer<typeof DecisionId>;

const STATES = ["new", "under-way", "changed", "done", "not-done"] as const;
const DecisionState = z.enum(STATES).meta({ id: "DecisionState" });
type DecisionState = z.infer<typeof DecisionState>;

/** The life of a decision: what is done stays done; what was given up can be taken up again by a change. */
export const DECISIONS: Lifecycle<DecisionState, "start" | "finish" | "give-up" | "change"> = {
  new: { start: "under-way", finish: "done", "give-up": "not-done", change: "changed" },
  "under-way": { start: "under-way", finish: "done", "give-up": "not-done", change: "changed" },
  changed: { start: "under-way", finish: "done", "give-up": "not-done", change: "changed" },
  done: {},
  "not-done": { change: "changed" },
};

const STEPS = ["start", "finish", "give-up"] as const;

export const DecisionFields = z.strictObject({
  text: paragraphs(1000),
  unit: UnitId,
  dueOn: LocalDate,
});
export const Progress = z.strictObject({
  step: z.enum(STEPS),
  /** What was done; of one that is given up the reason. */
  note: paragraphs(1000),
  /** Where everybody can see that it is done. */
  proof: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
});
export const Change = DecisionFields.extend({ reason: paragraphs(1000) });

/** A decision as it is now. Its history is beside it, a step each. */
export const Decision = z.object({
  ...DecisionFields.shape,
  id: DecisionId,
  number: z.string(),
  meetingId: MeetingId,
  meetingTitle: z.string(),
  unitName: z.string(),
  /** By when it was promised at first: a change does not make it in time. */
  promisedOn: LocalDate,
  state: DecisionState,
  decidedAt: Instant,
  /** When it was done or given up. */
  endedAt: Instant.optional(),
  proof: z.string().optional(),
  version: Version,
  fingerprint: z.string(),
});
export type Decision = z.infer<typeof Decision>;

/** A step of its history, as everybody reads it. */
export const DecisionStep = z
  .object({
    at: Instant,
    state: DecisionState,
    note: z.string().optional(),
    proof: z.string().optional(),
    /** What stood there before a change. */
    before: z.object({ text: z.string(), unitName: z.string(), dueOn: LocalDate }).optional(),
  })
  .meta({ id: "DecisionStep" });
export type DecisionStep = z.infer<typeof DecisionStep>;

export const isOpen = ({ state }: Pick<Decision, "state">): boolean =>
  state !== "done" && state !== "not-done";

export const dueAt = ({ dueOn }: Pick<Decision, "dueOn">): Instant => endOfDay(dueOn);

export const isOverdue = (decision: Pick<Decision, "state" | "dueOn">, now: Instant): boolean =>
  isOpen(decision) && now >= dueAt(decision);

/** As the public list has them: overdue, the longest first; then what is open, the next term first; then what ended, the latest first. */
export const inOrder = (all: readonly Decision[], now: Instant): Decision[] => {
  // Of one day they stand by their ids, so that a page goes on where the one before it ended.
  const due = ({ dueOn, id }: Decision): string => `${dueOn} ${id}`;
  const when = ({ endedAt, decidedAt, id }: Decision): string => `${endedAt ?? decidedAt} ${id}`;
  const open = all.filter(isOpen).toSorted((a, b) => (due(a) < due(b) ? -1 : 1));
  const ended = all.filter((one) => !isOpen(one));
  return [
    ...open.filter((one) => isOverdue(one, now)),
    ...open.filter((one) => !isOverdue(one, now)),
    ...ended.toSorted((a, b) => (when(a) < when(b) ? 1 : -1)),
  ];
};

const isLate = ({ endedAt, promisedOn }: Pick<Decision, "endedAt" | "promisedOn">): boolean =>
  endedAt !== undefined && endedAt >= endOfDay(promisedOn);

const DAY_MS = 86_400_000;
const daysOf = ({ decidedAt, endedAt }: Decision): number =>
  Math.round((Date.parse(dayOf(endedAt ?? decidedAt)) - Date.parse(dayOf(decidedAt))) / DAY_MS);

export const Figures = z
  .object({
    promised: z.int(),
    kept: z.int().meta({ description: "Done by the day that was promised at first" }),
    keptLate: z.int().meta({ description: "Done, and later than was promised at first" }),
    notDone: z.int(),
    open: z.int(),
    overdue: z.int(),
    medianDays: z.number().nullable().meta({ description: "From the decision until it was done" }),
  })
  .meta({ id: "DecisionFigures" });
export type Figures = z.infer<typeof Figures>;

/** How the city keeps its promises; each number can be counted anew from the public list. */
export const figuresOf = (all: readonly Decision[], now: Instant): Figures => {
  const done = all.filter(({ state }) => state === "done");
  return {
    promised: all.length,
    kept: done.filter((one) => !isLate(one)).length,
    keptLate: done.filter(isLate).length,
    notDone: all.filter(({ state }) => state === "not-done").length,
    open: all.filter(isOpen).length,
    overdue: all.filter((one) => isOverdue(one, now)).length,
    medianDays: median(done.map(daysOf)),
  };
};

/** The same for each unit that was given one, the one with the most overdue first. */
export const figuresByUnit = (
  all: readonly Decision[],
  now: Instant,
): { readonly unitName: string; readonly figures: Figures }[] =>
  [...new Set(all.map(({ unitName }) => unitName))]
    .map((unitName) => ({
      unitName,
      figures: figuresOf(
        all.filter((one) => one.unitName === unitName),
        now,
      ),
    }))
    .toSorted((a, b) => b.figures.overdue - a.figures.overdue || (a.unitName < b.unitName ? -1 : 1));

export const PublicDecision = Decision.omit({ version: true, fingerprint: true, meetingTitle: true })
  .extend({
    meeting: z.string(),
    isOverdue: z.boolean(),
    endedAt: Instant.nullable(),
    proof: z.string().nullable(),
  })
  .meta({ id: "Decision" });
export type PublicDecision = z.infer<typeof PublicDecision>;

export const publicDecision = (
  { version: _v, fingerprint: _f, meetingTitle, ...one }: Decision,
  now: Instant,
): PublicDecision => ({
  ...one,
  meeting: meetingTitle,
  isOverdue: isOverdue(one, now),
  endedAt: one.endedAt ?? null,
  proof: one.proof ?? null,
});
