import { pathTo } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";

/** A meeting as its pages show it. */
export interface MeetingModel {
  readonly id: string;
  readonly consultationId: string | null;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: { readonly name: string; readonly address: string };
  readonly accessibility: string | null;
  readonly agenda: string | null;
  /** Name of the district; null for the whole city. */
  readonly districtName: string | null;
  readonly cancelReason: string | null;
  readonly signupClosesAt: Instant;
  readonly capacity: number;
  readonly seatsLeft: number;
  readonly waiting: number;
  readonly now: "open" | "closed" | "over" | "cancelled";
}

/** The page after the sign-up, and the one to which a sign-up's address leads: it tells a place and no name. */
export const signupPath = (id: string, signupId: string): string =>
  pathTo("signup", { meetingId: id, signupId });
