import { z } from "zod";
import { AuthorProof, CoAuthorId, ProjectId } from "../../domain/ids.ts";
import { type CoAuthor, CoAuthorState } from "../../domain/project/co-authors.ts";
import { calledName, Email, mayBeEmpty } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";

/** Whom an author invites. */
export const NewCoAuthor = z.strictObject({ name: calledName(120), email: Email });
export type NewCoAuthor = z.infer<typeof NewCoAuthor>;

/** Who signed the paper, as a clerk keys them. */
export const PaperCoAuthor = z.strictObject({
  name: calledName(120),
  email: mayBeEmpty(Email),
  isNamePublic: z.boolean(),
});
export type PaperCoAuthor = z.infer<typeof PaperCoAuthor>;

/** A step of a co-author by their own link; the author takes an invitation back by theirs, and says which. */
export const CoAuthorStep = z
  .strictObject({
    proof: AuthorProof,
    event: z.enum(["accept", "decline", "leave", "take-back"]),
    coAuthorId: CoAuthorId.optional().meta({ description: "Of an invitation that its author takes back" }),
    isNamePublic: z.boolean().optional().meta({ description: "Whether everybody may read the name" }),
  })
  .meta({ id: "CoAuthorStep" });

const Shown = z.object({
  id: CoAuthorId,
  name: z.string(),
  state: CoAuthorState,
  isNamePublic: z.boolean(),
  since: Instant,
});

/** Co-authors as their author and those who have accepted see them: nobody's address is in it. Who has not sees themselves. */
export const CoAuthors = z
  .object({ projectId: ProjectId, most: z.int(), items: z.array(Shown) })
  .meta({ id: "CoAuthors" });

export const OfficeCoAuthors = z
  .object({
    projectId: ProjectId,
    most: z.int(),
    items: z.array(Shown.extend({ email: z.string().nullable() })),
    version: z.int(),
  })
  .meta({ id: "OfficeCoAuthors" });

export const shownCoAuthor = ({ id, name, state, isNamePublic, since }: CoAuthor): z.infer<typeof Shown> => ({
  ...{ id, name, state, isNamePublic, since },
});
