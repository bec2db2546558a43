import type { Instant } from "../../domain/time.ts";

/** A meeting as its pages show it. */
export interface MeetingModel {
  readonly id: string;
  readonly consultationId: string | null;
  readonly audience: "public" | "visit" | "staff";
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
