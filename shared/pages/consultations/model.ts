import type { Consultation, ConsultationStatus } from "../../domain/consultation/consultation.ts";

/** A consultation as its pages show it: `area` is the names of its districts, none for the whole city. */
export interface ConsultationModel
  extends Pick<Consultation, "id" | "kind" | "subject" | "forms" | "startsAt" | "endsAt"> {
  readonly status: ConsultationStatus;
  readonly area: readonly string[];
}
