import { z } from "zod";
import { Grosze } from "../money.ts";
import { CheckStage } from "../procedure/stages.ts";
import { Instant } from "../time.ts";
import { Wish } from "./wish.ts";

/** What every letter about a proposal names. `link` is the path of the author's page in the author's language. */
const ProposalFacts = z.object({ number: z.string(), title: z.string(), link: z.string() });
export type ProposalFacts = z.infer<typeof ProposalFacts>;

const Reasoned = ProposalFacts.extend({
  reasons: z.string(),
  /** Exclusive end of the time for an appeal. */
  appealUntil: Instant,
});

/** What became of an appeal, and of which check it is about. */
const Appealed = ProposalFacts.extend({ reasons: z.string(), stage: CheckStage });

/** The sentence is that of the results, in the author's language. */
const Decided = ProposalFacts.extend({ sentence: z.string() });

/** Facts of the letters to authors and supporters, by kind. */
export const PROPOSAL_LETTERS = {
  /** The way to the form: whoever holds the link has the mailbox. */
  "proposal/start": z.object({
    link: z.string(),
    code: z.string().optional(),
    until: Instant,
    /** The call is closed: what was submitted is found again, and nothing is begun. */
    isClosed: z.boolean().optional(),
  }),
  /** A proposal that came without a proved address waits for its author's confirmation. */
  "proposal/confirm": z.object({ title: z.string(), link: z.string(), until: Instant }),
  /** The author of a proposal names somebody as its co-author. */
  "proposal/co-author": z.object({ title: z.string(), author: z.string(), link: z.string() }),
  /** They accepted. */
  "proposal/co-author-came": z.object({ title: z.string(), name: z.string(), link: z.string() }),
  /** `mark` is the case in the office's register, `supporters` how many it needs, where it needs any. */
  "proposal/received": ProposalFacts.extend({
    submittedAt: Instant,
    mark: z.string().optional(),
    supporters: z.int().optional(),
  }),
  /** It came after the call: it has a case and no number. */
  "proposal/late": z.object({ mark: z.string(), title: z.string(), arrivedAt: Instant, closedAt: Instant }),
  "proposal/withdrawn": ProposalFacts.extend({
    by: z.enum(["author", "office"]),
    /** How the author said so, where that was not by the link. */
    wish: Wish.pick({ arrivedBy: true, arrivedAt: true }).optional(),
    reason: z.string().nullable(),
    legalBasis: z.string().nullable(),
  }),
  /** The office changed it because its author asked for that: how they did, and which fields changed. */
  "proposal/changed": ProposalFacts.extend({
    wish: Wish.pick({ arrivedBy: true, arrivedAt: true }),
    fields: z.array(z.string()),
  }),
  /** Something is to be put right, until this moment, exclusive; and once more, when little of the time is left. */
  "proposal/to-correct": ProposalFacts.extend({ reasons: z.string(), until: Instant }),
  "proposal/correction-due": ProposalFacts.extend({ reasons: z.string(), until: Instant }),
  /** All authors are asked whether their proposals become one. */
  "proposal/merge-asked": ProposalFacts.extend({
    numbers: z.array(z.string()),
    until: Instant,
    /** The number of the proposal whose author asks; the office does where there is none. */
    by: z.string().optional(),
  }),
  /** It comes to nothing: an author declined, the time was over before all had answered, the office gave it up, or one was withdrawn. */
  "proposal/merge-ended": ProposalFacts.extend({
    numbers: z.array(z.string()),
    why: z.enum(["refused", "lapsed", "taken-back", "withdrawn"]),
  }),
  /** `into` is the number of the one that stays. */
  "proposal/merged": ProposalFacts.extend({ numbers: z.array(z.string()), into: z.string() }),
  "proposal/accepted": ProposalFacts,
  "proposal/rejected": Reasoned,
  "proposal/admitted": ProposalFacts.extend({
    estimatedCostGrosze: Grosze,
    costGrosze: Grosze,
    reasons: z.string().nullable(),
    voting: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
  }),
  "proposal/not-admitted": Reasoned,
  /** An appeal came in; `mark` is its case in the office's register. */
  "proposal/appeal-received": ProposalFacts.extend({ filedAt: Instant, mark: z.string() }),
  "proposal/appeal-upheld": Appealed,
  "proposal/appeal-dismissed": Appealed,
  "proposal/selected": Decided,
  "proposal/not-selected": Decided,
  "support/confirm": ProposalFacts.extend({ until: Instant }),
} as const;

export type ProposalLetters = {
  readonly [K in keyof typeof PROPOSAL_LETTERS]: z.infer<(typeof PROPOSAL_LETTERS)[K]>;
};
