import { z } from "zod";
import { Grosze } from "../money.ts";
import { Instant } from "../time.ts";

/** What every letter about a proposal names. `link` is the path of the author's page in the author's language. */
const ProposalFacts = z.object({ number: z.string(), title: z.string(), link: z.string() });
export type ProposalFacts = z.infer<typeof ProposalFacts>;

const Reasoned = ProposalFacts.extend({
  reasons: z.string(),
  /** Exclusive end of the time for an appeal. */
  appealUntil: Instant,
});

/** The sentence is that of the results, in the author's language. */
const Decided = ProposalFacts.extend({ sentence: z.string() });

/** Facts of the letters to authors and supporters, by kind. */
export const PROPOSAL_LETTERS = {
  /** The way to the form: whoever holds the link has the mailbox. */
  "proposal/start": z.object({ link: z.string(), until: Instant }),
  /** A proposal that came without a proved address waits for its author's confirmation. */
  "proposal/confirm": z.object({ title: z.string(), link: z.string(), until: Instant }),
  "proposal/received": ProposalFacts.extend({ submittedAt: Instant }),
  "proposal/withdrawn": ProposalFacts.extend({
    by: z.enum(["author", "office"]),
    reason: z.string().nullable(),
    legalBasis: z.string().nullable(),
  }),
  "proposal/accepted": ProposalFacts,
  "proposal/rejected": Reasoned,
  "proposal/admitted": ProposalFacts.extend({
    estimatedCostGrosze: Grosze,
    costGrosze: Grosze,
    reasons: z.string().nullable(),
    voting: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
  }),
  "proposal/not-admitted": Reasoned,
  "proposal/selected": Decided,
  "proposal/not-selected": Decided,
  "support/confirm": ProposalFacts.extend({ until: Instant }),
} as const;

export type ProposalLetters = {
  readonly [K in keyof typeof PROPOSAL_LETTERS]: z.infer<(typeof PROPOSAL_LETTERS)[K]>;
};
