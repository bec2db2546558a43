import { z } from "zod";

/** The last part of the path of the author's page, as the letters carry it. */
export const AuthorProof = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/);

/** Ids of one kind of thing: its prefix, and characters that survive being read aloud. */
export const idOf = <P extends string>(prefix: P, description: string) =>
  z
    .templateLiteral([prefix, "_", z.string().regex(/^[0-9a-hjkmnp-tv-z]{16,26}$/)])
    .meta({ description, examples: [`${prefix}_7k3m9x2qav5d8r1t`] });

export const CycleId = idOf("cyc", "A budget cycle");
export type CycleId = z.infer<typeof CycleId>;

/** What begins the id of the canary's votes: with an `o`, which no id of `idOf` has. So no other cycle's is ever one, and whoever takes a `CycleId` takes none. */
export const PROBE = "cyc_probe";

/** A vote, by whichever id: the doors on which the canary votes take it, and what is stored of a vote. */
export const VoteId = z
  .templateLiteral(["cyc_", z.string().regex(/^(?:probe)?[0-9a-hjkmnp-tv-z]{16,26}$/)])
  .meta({ description: "A budget cycle in its vote", examples: ["cyc_7k3m9x2qav5d8r1t"] });

/** The id of one of the canary's votes, out of what tells them apart. */
export const probeId = (text: string): CycleId => `${PROBE}${text}`;

/** Whether it is one of the canary's hidden votes, with made-up voters. */
export const isProbe = (id: CycleId): boolean => id.startsWith(PROBE);

export const ProjectId = idOf("prj", "A project, from proposal to results");
export type ProjectId = z.infer<typeof ProjectId>;

export const CoAuthorId = idOf("coa", "Somebody named as a co-author of a proposal");
export type CoAuthorId = z.infer<typeof CoAuthorId>;

export const ConsultationId = idOf("cns", "A public consultation");
export type ConsultationId = z.infer<typeof ConsultationId>;

export const ProgrammeId = idOf("pgm", "A programme of consultations");
export type ProgrammeId = z.infer<typeof ProgrammeId>;

export const RequestId = idOf("crq", "A request of residents for a consultation");
export type RequestId = z.infer<typeof RequestId>;

export const MeetingId = idOf("mtg", "A meeting with residents");
export type MeetingId = z.infer<typeof MeetingId>;

export const SignupId = idOf("sgn", "A sign-up for a meeting");
export type SignupId = z.infer<typeof SignupId>;

export const BatchId = idOf("bch", "A batch of paper cards");
export type BatchId = z.infer<typeof BatchId>;

export const VoidId = idOf("vod", "A decision on a void ballot");
export type VoidId = z.infer<typeof VoidId>;

export const SupportId = idOf("sup", "A line of the list of a proposal's supporters");
export type SupportId = z.infer<typeof SupportId>;

export const StatementId = idOf("stm", "A statement of a resident who is not on the roll");
export type StatementId = z.infer<typeof StatementId>;

export const MatterId = idOf("mat", "A matter: what somebody asks or demands of the office");
export type MatterId = z.infer<typeof MatterId>;

export const PendingId = idOf("pnd", "An act that waits for a second person");
export type PendingId = z.infer<typeof PendingId>;

export const LetterId = idOf("ltr", "A letter that was given up");
export type LetterId = z.infer<typeof LetterId>;
