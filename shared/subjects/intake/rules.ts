import { z } from "zod";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { PostalAddress } from "../../domain/intake/postal.ts";
import { ArrivedBy, CaseMark } from "../../domain/intake/register.ts";
import { Language } from "../../domain/languages.ts";
import { CalledPhone } from "../../domain/phone.ts";
import { type Answers, proposalFrom } from "../../domain/project/answers.ts";
import { NewProposal } from "../../domain/project/proposal.ts";
import { Email } from "../../domain/text.ts";
import { Instant, LocalDate } from "../../domain/time.ts";
import { UploadId } from "../../domain/upload/upload.ts";

const hasAddress = (author: Readonly<Partial<Record<"email" | "postal" | "phone", unknown>>>): boolean =>
  [author.email, author.postal, author.phone].some((one) => one !== undefined);
const NO_ADDRESS = { path: ["email"], params: { rule: "required" } };

/** On paper an author may have no mailbox: then letters go by post, and who has no address either is called. */
const PaperAuthor = z
  .strictObject({
    ...NewProposal.shape.author.shape,
    email: Email.optional(),
    postal: PostalAddress.optional(),
    phone: CalledPhone.optional(),
  })
  .refine(hasAddress, NO_ADDRESS);

/** A proposal that came past the form, as a clerk keys it. */
export const PaperProposal = z
  .strictObject({
    ...NewProposal.shape,
    author: PaperAuthor,
    /** In which letters to the author are. */
    language: Language.default("pl"),
    arrivedAt: Instant.meta({
      description: "The moment at which the office had it; it may be keyed after the call",
    }),
    arrivedBy: ArrivedBy.exclude(["online"]),
    postedOn: LocalDate.optional().meta({ description: "The day on the post mark, of what came by post" }),
    scan: UploadId.optional().meta({ description: "A file of the purpose `paper-scan`, which it takes" }),
  })
  .meta({ id: "PaperProposal" });
export type PaperProposal = z.infer<typeof PaperProposal>;

/** A proposal that came after the call, with who filed it. */
export const LateProposal = z.object({
  id: ProjectId,
  cycleId: CycleId,
  register: CaseMark,
  proposal: PaperProposal,
  fingerprint: z.string(),
});
export type LateProposal = z.infer<typeof LateProposal>;

/** Another line of the register that may be the same paper. */
export const Similar = CaseMark.extend({ title: z.string() });
export type Similar = z.infer<typeof Similar>;

/** What became of a paper that was keyed. */
export const Entered = z
  .object({
    id: ProjectId,
    cycleId: CycleId,
    number: z.string().nullable().meta({ description: "Null of a proposal that came too late" }),
    status: z.enum(["submitted", "late"]),
    register: CaseMark,
    similar: z.array(Similar).meta({ description: "What may be the same paper, keyed before" }),
  })
  .meta({ id: "EnteredProposal" });
export type Entered = z.infer<typeof Entered>;

/** How it came in and where letters go, as it is typed beside the answers to the form. `seen` are the cases that may be the same paper. */
export const KeyedArrival = z.strictObject({
  scan: UploadId.optional(),
  seen: z.string().max(100).optional(),
  arrivedBy: PaperProposal.shape.arrivedBy,
  arrivedAt: Instant,
  postedOn: LocalDate.optional(),
  author: z
    .strictObject({
      email: Email.optional(),
      postal: PostalAddress.optional(),
      phone: CalledPhone.optional(),
    })
    .refine(hasAddress, NO_ADDRESS),
  language: Language,
});
type KeyedArrival = z.infer<typeof KeyedArrival>;

/** What was keyed as the API takes it; none while something is lacking that every proposal has. */
export const paperOf = (
  { seen: _, author, ...arrival }: KeyedArrival,
  answers: Answers,
): PaperProposal | undefined => {
  const proposal = proposalFrom(answers, "");
  if (!proposal) return undefined;
  const { email: _none, ...said } = proposal.author;
  return { ...arrival, ...proposal, author: { ...said, ...author } };
};
