import { z } from "zod";
import { canonicalJson } from "../canonical.ts";
import { entryOf } from "../cycle/calendar.ts";
import type { Cycle } from "../cycle/cycle.ts";
import { CycleId, ProjectId } from "../ids.ts";
import { Version } from "../kind.ts";
import { Language } from "../languages.ts";
import { Email } from "../text.ts";
import { Instant, plusSeconds } from "../time.ts";
import { Answers, type Lack } from "./answers.ts";
import { CoAuthor } from "./co-authors.ts";
import type { ProposalForm } from "./proposal-form.ts";

/** The pages on which a proposal is written, in their order, and what each asks. */
export const TASK_FIELDS = {
  idea: ["title", "summary", "description", "why", "forWhom", "access", "category"],
  place: ["pool", "place", "point"],
  cost: ["costLines", "estimate", "upkeep"],
  author: ["name", "isNamePublic", "livesHere", "age", "guardian"],
} as const satisfies Readonly<Record<string, readonly Lack[]>>;
export type Task = keyof typeof TASK_FIELDS;
export const TASKS = Object.keys(TASK_FIELDS) as [Task, ...Task[]];

/** A proposal that its author still writes. Nobody else reads it; it goes by itself some time after the call. */
export const Draft = z.object({
  id: ProjectId,
  cycleId: CycleId,
  email: Email,
  language: Language,
  answers: Answers,
  /** When each page was last saved, and how often. */
  saved: z.partialRecord(z.enum(TASKS), z.object({ at: Instant, times: z.int() })),
  /** Who is invited to stand behind it with the author. */
  coAuthors: z.array(CoAuthor).optional(),
  version: Version,
  createdAt: Instant,
  /** Seconds since 1970. */
  expiresAtSeconds: z.int(),
  fingerprint: z.string(),
});
export type Draft = z.infer<typeof Draft>;

/** So many drafts of one call has a mailbox at most. */
export const MOST_DRAFTS = 20;

const MONTH_SECONDS = 30 * 86_400;

/** A month after the call a draft is of no use any more; where no end of the call is known, four months after it was saved. */
export const draftGoesAt = ({ calendar }: Pick<Cycle, "calendar">, savedAt: Instant): Instant => {
  const end = entryOf(calendar, "submission")?.endsAt ?? plusSeconds(savedAt, 3 * MONTH_SECONDS);
  return plusSeconds(end > savedAt ? end : savedAt, MONTH_SECONDS);
};

/** What a page asks by the edition's form: the cost as lines where it has lines, else as one number. */
export const fieldsOf = ({ fields }: ProposalForm, task: Task): Lack[] =>
  TASK_FIELDS[task].filter((field) => {
    if (field === "estimate") return fields.costLines === undefined;
    if (field === "guardian") return fields.age !== undefined;
    return (
      field === "title" ||
      field === "pool" ||
      field === "name" ||
      field === "isNamePublic" ||
      fields[field] !== undefined
    );
  });

/** The answers of one page in place of those that it had. */
export const withTask = (before: Answers, task: Task, after: Answers): Answers => {
  const own: readonly Lack[] = TASK_FIELDS[task];
  return {
    ...Object.fromEntries(Object.entries(before).filter(([field]) => !own.includes(field as Lack))),
    ...Object.fromEntries(
      own.map((field) => [field, after[field]]).filter(([, value]) => value !== undefined),
    ),
  };
};

/** The answers of a page that differ: what is sent twice is saved once. */
export const changedIn = (one: Answers, other: Answers, task: Task): Lack[] =>
  TASK_FIELDS[task].filter(
    (field) => canonicalJson(one[field] ?? null) !== canonicalJson(other[field] ?? null),
  );
