import { z } from "zod";
import { AuthorProof, ProjectId } from "../../domain/ids.ts";
import { Merging, MergingState } from "../../domain/project/merging.ts";
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

/** What an author is answered: where the merging stands with their word. */
export const AnsweredMerging = z
  .object({ into: ProjectId, state: MergingState })
  .meta({ id: "AnsweredMerging" });
