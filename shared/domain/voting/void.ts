import { z } from "zod";
import { VoidId } from "../ids.ts";
import type { Lifecycle } from "../lifecycle.ts";
import { Instant } from "../time.ts";

/** Why a ballot is left out of the count; published beside its id. */
export const VoidReason = z
  .enum(["duplicate-paper", "not-entitled", "proven-misuse", "court-order"])
  .meta({ id: "VoidReason" });
export type VoidReason = z.infer<typeof VoidReason>;

/** One person proposes, another accepts; then both name the ballot. What was declined may be proposed again. */
export const VoidState = z.enum(["proposed", "accepted", "voided", "declined"]).meta({ id: "VoidState" });
export type VoidState = z.infer<typeof VoidState>;

type VoidEvent = "propose" | "accept" | "settle" | "decline";

export const VOID_STAGES: Lifecycle<VoidState, VoidEvent> = {
  proposed: { accept: "accepted", decline: "declined" },
  accepted: { settle: "voided", decline: "declined" },
  declined: { propose: "proposed" },
  voided: {},
};

export const isOpenCase = ({ state }: { readonly state: VoidState }): boolean =>
  state === "proposed" || state === "accepted";

const Act = z.object({ by: z.string(), name: z.string(), at: Instant });

/** A decision of the commission on one vote. Once it is made, nothing in it leads to the voter without the cycle's secret. */
export const VoidCase = z.object({
  id: VoidId,
  state: VoidState,
  reason: VoidReason,
  /** For the minutes, never published. */
  note: z.string(),
  /** The voter's, off the marker: a void ballot is not opened to learn it. */
  district: z.string(),
  proposed: Act,
  accepted: Act.optional(),
  declined: Act.extend({ why: z.string() }).optional(),
  /** The marker's sealed link, as long as the case is open. */
  link: z.instanceof(Uint8Array).optional(),
  /** What the first of the two has named; the other does not see it. */
  named: z.object({ by: z.string(), ballot: z.string() }).optional(),
  /** The ballot that is left out. */
  ballot: z.string().optional(),
});
export type VoidCase = z.infer<typeof VoidCase>;

/** The id of a ballot: the first part of its receipt and of its leaf. */
export const BallotId = z
  .string()
  .overwrite((text) => text.replace(/[\s-]/g, "").toLowerCase())
  .regex(/^[0-9a-hjkmnp-tv-z]{20}$/)
  .meta({ id: "BallotId" });

/** A ballot that is left out of the count, as it is published: the person is nowhere in it. */
export const VoidBallot = z.strictObject({ ballot: BallotId, reason: VoidReason }).meta({ id: "VoidBallot" });
export type VoidBallot = z.infer<typeof VoidBallot>;

/** The file of a result package: sorted by the ballot. */
export const VoidBallots = z.array(VoidBallot).meta({ id: "ResultPackageVoids" });

/** How many ballots were left out for each reason, in the order of the reasons. */
export const byReason = (voids: readonly VoidBallot[]): { reason: VoidReason; ballots: number }[] =>
  VoidReason.options.flatMap((reason) => {
    const ballots = voids.filter((one) => one.reason === reason).length;
    return ballots > 0 ? [{ reason, ballots }] : [];
  });
