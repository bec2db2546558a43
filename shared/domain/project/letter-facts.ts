import type { Grosze } from "../money.ts";
import type { Instant } from "../time.ts";

/** What every letter about a proposal names. `link` is the path of the author's page in the author's language. */
export interface ProposalFacts {
  readonly number: string;
  readonly title: string;
  readonly link: string;
}

interface Reasoned {
  readonly reasons: string;
  /** Exclusive end of the time for an appeal. */
  readonly appealUntil: Instant;
}

/** Facts of the letters to authors and supporters, by kind. */
export interface ProposalLetters {
  /** The way to the form: whoever holds the link has the mailbox. */
  "proposal/start": { readonly link: string; readonly until: Instant };
  /** A proposal that came without a proved address waits for its author's confirmation. */
  "proposal/confirm": { readonly title: string; readonly link: string; readonly until: Instant };
  "proposal/received": ProposalFacts & { readonly submittedAt: Instant };
  "proposal/withdrawn": ProposalFacts & {
    readonly by: "author" | "office";
    readonly reason: string | null;
    readonly legalBasis: string | null;
  };
  "proposal/accepted": ProposalFacts;
  "proposal/rejected": ProposalFacts & Reasoned;
  "proposal/admitted": ProposalFacts & {
    readonly estimatedCostGrosze: Grosze;
    readonly costGrosze: Grosze;
    readonly reasons: string | null;
    readonly voting: { readonly startsAt: Instant; readonly endsAt: Instant } | null;
  };
  "proposal/not-admitted": ProposalFacts & Reasoned;
  /** The sentence is that of the results, in the author's language. */
  "proposal/selected": ProposalFacts & { readonly sentence: string };
  "proposal/not-selected": ProposalFacts & { readonly sentence: string };
  "support/confirm": {
    readonly number: string;
    readonly title: string;
    readonly link: string;
    readonly until: Instant;
  };
}
