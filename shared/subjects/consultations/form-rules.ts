import { z } from "zod";

/** The ways in which residents can take part. */
const FORMS = ["online", "email", "paper", "survey", "meeting", "workshop", "walk", "info-point"] as const;
export const ConsultationForm = z.enum(FORMS);
export type ConsultationForm = z.infer<typeof ConsultationForm>;
