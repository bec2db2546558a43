import { z } from "zod";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { AuthorProof, ProjectId } from "../../domain/ids.ts";
import { type Alike, LIKENESSES } from "../../domain/project/alike.ts";
import { Merging, MergingState } from "../../domain/project/merging.ts";
import type { Project } from "../../domain/project/project.ts";
import { line, paragraphs, title } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";

/** What staff propose: which proposals go into this one, with which text, and until when their authors may answer. */
export const NewMerging = z.strictObject({
  others: line(200).meta({ description: "Numbers of one or two proposals, with commas" }),
  title: title(120),
  description: paragraphs(4000),
  until: Instant,
});

/** What an author proposes: which other proposal goes into theirs, and with which text. */
export const AuthorMerging = z.strictObject({
  number: line(40),
  title: title(120),
  description: paragraphs(4000),
});
export type AuthorMerging = z.infer<typeof AuthorMerging>;
export const NewAuthorMerging = AuthorMerging.extend({ proof: AuthorProof }).meta({ id: "NewAuthorMerging" });

const Answer = z.enum(["accept", "decline"]);
/** What an author said on paper: of which of the proposals. */
export const KeyedAnswer = z.strictObject({ number: line(40), answer: Answer });
export const MergingAnswer = z
  .strictObject({ proof: AuthorProof, into: ProjectId, answer: Answer })
  .meta({ id: "MergingAnswer" });
export const MergingAnswerForm = MergingAnswer.omit({ proof: true });

export const OfficeMerging = z
  .object({
    projectId: ProjectId,
    state: MergingState,
    parts: z.array(Merging.shape.parts.element).max(3),
    title: z.string().nullable(),
    description: z.string().nullable(),
    until: Instant.nullable(),
    proposedBy: z.string().nullable(),
    byAuthor: z.boolean().meta({ description: "Proposed by the author of the one that stays" }),
    version: z.int(),
  })
  .meta({ id: "OfficeMerging" });

/** Proposals that may be one, by their digest. */
export const GroupId = z
  .templateLiteral(["grp_", z.string().regex(/^[0-9a-f]{20}$/)])
  .meta({ id: "MergingGroupId" });

export const KeepApart = z.strictObject({ reason: line(300) });

/** That proposals which are alike stay apart, as somebody of the office said. */
export const Apart = z.object({
  id: GroupId,
  numbers: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  byName: z.string(),
  at: Instant,
});
export type Apart = z.infer<typeof Apart>;

/** Proposals that may be one, and what the office said of them. */
export interface Group extends Alike<Project> {
  readonly cycle: Cycle;
  readonly apart: Apart | undefined;
  /** Its one change is that it stays apart. */
  readonly version: number;
}

export const MergingGroup = z
  .object({
    id: GroupId,
    state: z.enum(["proposed", "apart"]),
    why: z
      .array(z.enum(LIKENESSES))
      .meta({ description: "Their points are near, or they have one place or title" }),
    projects: z.array(z.object({ id: ProjectId, number: z.string(), title: z.string() })),
    reason: z.string().nullable().meta({ description: "Why they stay apart" }),
  })
  .meta({ id: "MergingGroup" });
export type MergingGroup = z.infer<typeof MergingGroup>;
export const MergingGroups = z.object({ items: z.array(MergingGroup) }).meta({ id: "MergingGroups" });

/** What an author is answered: where the merging stands with their word. */
export const AnsweredMerging = z
  .object({ into: ProjectId, state: MergingState })
  .meta({ id: "AnsweredMerging" });
