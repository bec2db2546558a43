import { z } from "zod";
import { VoteId } from "../domain/ids.ts";
import { instant } from "../domain/instant.ts";
import { Role } from "../domain/office/roles.ts";
import { line } from "../domain/text.ts";
import { Help } from "../domain/voting/voting-point.ts";
import type { StaffSession } from "../store/staff-sessions.ts";
import type { Who } from "./route.ts";

/** Who a voter is on the roll of one cycle, as a keyed hash, and where they may vote. */
const Elector = z.object({
  cycleId: VoteId,
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

export type Voter = { readonly kind: "voter"; readonly expired: boolean } & VoterClaims;

type Anyone = { readonly kind: "anyone" };

/** Who asks. A missing claim makes nobody of somebody: it never opens a door. */
export type Actor = Anyone | Staff | Voter;

/** Who asks where a row of the route table says who may. */
export type ActorOf<W extends Who> = W extends { readonly by: "staff-token" | "staff-cookie" }
  ? Staff
  : W extends { readonly by: "voter-token" }
    ? Voter
    : Anyone;

/** Numbers of a token that the gateway hands on as texts. */
const Seconds = z.coerce.number().int().nonnegative();

const SessionClaims = z.object({
  jti: z.string().min(1),
  /** Cognito: the token that the session began with. */
  origin_jti: z.string().min(1).optional(),
  /** When the person signed in: a token that was refreshed is younger than its session. */
  auth_time: Seconds.optional(),
  iat: Seconds,
  exp: Seconds,
});

const StaffClaims = z.object({
  sub: z.string().min(1),
  name: line(200).optional().catch(undefined),
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

/** Somebody of the staff who is signed in. */
export interface SignedIn {
  readonly staff: Staff;
  readonly session: StaffSession;
}

/** Who an access token speaks for, and in which session; one without a session, which nobody could end, speaks for nobody. */
export const signedInOf = (claims: unknown): SignedIn | undefined => {
  const staff = staffOf(claims);
  const { data } = SessionClaims.safeParse(claims);
  if (staff === undefined || data === undefined) return undefined;
  const { jti, origin_jti, iat, auth_time = iat, exp } = data;
  const [startedAt, endsAt] = [instant(auth_time * 1000), instant(exp * 1000)];
  return { staff, session: { id: origin_jti ?? jti, person: staff.id, startedAt, endsAt } };
};
