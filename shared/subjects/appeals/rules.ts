import { z } from "zod";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { ArrivedBy, CaseMark } from "../../domain/intake/register.ts";
import { MEASURE } from "../../domain/languages.ts";
import type { Criterion } from "../../domain/procedure/criteria.ts";
import { AppealState, CheckStage } from "../../domain/procedure/stages.ts";
import { type Issue, notValid } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { Slug } from "../../domain/slug.ts";
import { paragraphs } from "../../domain/text.ts";
import { Instant, LocalDate } from "../../domain/time.ts";

/** What is said about one criterion. */
const Point = z.strictObject({ criterion: Slug, text: paragraphs(4000) });
export type Point = z.infer<typeof Point>;
const Points = z.array(Point).max(60);

/** How an appeal ends. */
const AppealVerdict = z.enum(["upheld", "dismissed"]).meta({ id: "AppealVerdict" });

/** What an author says against a verdict: on each criterion that they contest. */
export const NewAppeal = z.strictObject({ stage: CheckStage, points: Points });
export type NewAppeal = z.infer<typeof NewAppeal>;

/** An appeal on paper, as a clerk keys it. */
export const KeyedAppeal = z.strictObject({
  ...NewAppeal.shape,
  arrivedBy: ArrivedBy.exclude(["online"]),
  arrivedAt: Instant,
  postedOn: LocalDate.optional().meta({ description: "The day on the post mark, of what came by post" }),
});
export type KeyedAppeal = z.infer<typeof KeyedAppeal>;

/** What becomes of an appeal: an answer to each point of it. */
export const AppealDecision = z.strictObject({ verdict: AppealVerdict, answers: Points });
export type AppealDecision = z.infer<typeof AppealDecision>;

/** Who of the office did something. */
const Signed = z.object({ by: z.string(), byName: z.string(), at: Instant });

/** An appeal against one published verdict. What is decided about it is public with its list, and no sooner. */
export const Appeal = z.object({
  cycleId: CycleId,
  projectId: ProjectId,
  stage: CheckStage,
  /** Of the list that it is against. */
  list: z.int().min(1),
  state: AppealState,
  points: z.array(Point),
  /** As the law counts it. */
  filedAt: Instant,
  register: CaseMark,
  verdict: AppealVerdict.optional(),
  answers: z.array(Point).optional(),
  decided: Signed.optional(),
  accepted: Signed.optional(),
  /** Why the decision was given back, until there is another. */
  returned: Signed.extend({ reason: z.string() }).optional(),
  version: z.int(),
});
export type Appeal = z.infer<typeof Appeal>;

/** An appeal as the office's API has it. */
export const OfficeAppeal = z
  .object({
    projectId: ProjectId,
    stage: CheckStage,
    state: z.enum([...AppealState.options, "none"]),
    until: Instant.nullable().meta({ description: "Until when, exclusive, it can be filed" }),
    filedAt: Instant.nullable(),
    mark: z.string().nullable(),
    points: z.array(Point),
    verdict: AppealVerdict.nullable(),
    answers: z.array(Point),
    decidedBy: z.string().nullable(),
    acceptedBy: z.string().nullable(),
    returned: z.string().nullable().meta({ description: "Why the decision was given back" }),
    version: z.int(),
  })
  .meta({ id: "OfficeAppeal" });

type Texts = readonly Point[];

const twice = (points: Texts, list: string): Issue[] =>
  points.flatMap(({ criterion }, n) =>
    points.findIndex((one) => one.criterion === criterion) < n
      ? [{ pointer: `/${list}/${n}/criterion`, rule: "choice" as const }]
      : [],
  );

/** What is contested is what was found not to be met, each of it once, and one of it at least. */
export const checkPoints = (points: Texts, failed: readonly Pick<Criterion, "id">[]): Result<void> => {
  const issues: Issue[] = [
    ...(points.length === 0 ? [{ pointer: "/points/0/text", rule: "required" as const }] : []),
    ...points.flatMap(({ criterion }, n) =>
      failed.some(({ id }) => id === criterion)
        ? []
        : [{ pointer: `/points/${n}/criterion`, rule: "choice" as const }],
    ),
    ...twice(points, "points"),
  ];
  return issues.length === 0 ? ok(undefined) : refused(notValid(issues));
};

/** Every point is answered, and nothing else. */
export const checkAnswers = (answers: Texts, points: Texts): Result<void> => {
  const issues: Issue[] = [
    ...points.flatMap(({ criterion }, n) =>
      answers.some((one) => one.criterion === criterion)
        ? []
        : [{ pointer: `/answers/${n}/text`, rule: "required" as const }],
    ),
    ...answers.flatMap(({ criterion }, n) =>
      points.some((one) => one.criterion === criterion)
        ? []
        : [{ pointer: `/answers/${n}/criterion`, rule: "choice" as const }],
    ),
    ...twice(answers, "answers"),
  ];
  return issues.length === 0 ? ok(undefined) : refused(notValid(issues));
};

/** Why an appeal ended as it did: each answer under its criterion. Decisions are written in Polish. */
export const reasonOf = (answers: Texts, criteria: readonly Pick<Criterion, "id" | "title">[]): string =>
  answers
    .map(({ criterion, text }) => {
      const title = criteria.find(({ id }) => id === criterion)?.title[MEASURE] ?? criterion;
      return `${title}: ${text}`;
    })
    .join("\n\n");

/** What everybody may know of the last appeal of a proposal: that it is filed, and its end once that is published. */
export interface ShownAppeal {
  readonly stage: CheckStage;
  readonly filedAt?: Instant | undefined;
  readonly outcome?:
    | { readonly verdict: "upheld" | "dismissed"; readonly reason: string; readonly at: Instant }
    | undefined;
}
