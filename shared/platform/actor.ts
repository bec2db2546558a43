import { z } from "zod";
import { CycleId } from "../domain/ids.ts";
import { Role } from "../domain/office/roles.ts";
import { refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import { Help } from "../domain/voting/voting-point.ts";

/** Who a voter is on the roll of one cycle, as a keyed hash, and where they may vote. */
const Elector = z.object({
  cycleId: CycleId,
  voterKey: z.string(),
  district: z.string(),
  /** A child whose guardian has declared to vote with it. */
  guardian: z.literal(true).optional(),
});

const CodeVoter = Elector.extend({ session: z.string() });
/** A voter whom a code let in: their session is spent with the ballot. */
export type CodeVoter = z.infer<typeof CodeVoter>;

/** What lets a voter in to the ballot: a code, or a clerk at a voting point who saw a document. */
export const VoterClaims = z.union([CodeVoter, Elector.extend({ help: Help })]);
export type VoterClaims = z.infer<typeof VoterClaims>;

export type Staff = {
  readonly kind: "staff";
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
};

/** Who asks. A missing claim makes nobody of somebody: it never opens a door. */
export type Actor =
  | { readonly kind: "anyone" }
  | Staff
  | ({ readonly kind: "voter"; readonly expired: boolean } & VoterClaims);

/** The member of staff who asks; refused where it is somebody else. */
export const asStaff = (actor: Actor): Staff => {
  if (actor.kind !== "staff") throw new Refused(refusal("identity/missing", {}));
  return actor;
};

const StaffClaims = z.object({
  sub: z.string().min(1),
  name: z.string().min(1).optional(),
  username: z.string().min(1).optional(),
  token_use: z.literal("access"),
  // API Gateway flattens a list claim to "[admin clerk]"; a verified token has the list itself.
  "cognito:groups": z
    .union([
      z.array(z.string()),
      z.string().transform((text) => text.replace(/^\[|\]$/g, "").split(/[\s,]+/)),
    ])
    .default([]),
});

export const staffOf = (claims: unknown): Staff | undefined => {
  const parsed = StaffClaims.safeParse(claims);
  if (!parsed.success) return undefined;
  const { sub, name, username, "cognito:groups": groups } = parsed.data;
  return {
    kind: "staff",
    id: sub,
    name: name ?? username ?? sub,
    roles: groups.flatMap((group) => Role.safeParse(group).data ?? []),
  };
};
