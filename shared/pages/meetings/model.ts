import type { Localised } from "../../domain/localised.ts";
import type { Audience, AudienceRules, MeetingKind } from "../../domain/meeting/kinds.ts";
import type { AgendaItem } from "../../domain/meeting/meeting.ts";
import type { Instant } from "../../domain/time.ts";

/** A meeting as its pages show it. */
export interface MeetingModel {
  readonly id: string;
  readonly consultationId: string | null;
  readonly kind: MeetingKind;
  readonly kindName: Localised;
  readonly audience: Audience;
  /** Whether anybody may open its page, and who gets a place. */
  readonly isListed: boolean;
  readonly signUp: AudienceRules["signUp"];
  readonly items: readonly AgendaItem[];
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
