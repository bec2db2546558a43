import { z } from "zod";
import type { Lifecycle } from "../lifecycle.ts";

/** Where a project stands; a proposal until it is on the ballot. */
export const ProjectStatus = z
  .enum([
    "submitted",
    "formally-accepted",
    "rejected",
    "not-admitted",
    "on-ballot",
    "withdrawn",
    "selected",
    "not-selected",
  ])
  .meta({ id: "ProjectStatus" });
export type ProjectStatus = z.infer<typeof ProjectStatus>;

export type ProjectEvent =
  | "accept-formally"
  | "reject"
  | "admit"
  | "not-admit"
  | "withdraw"
  | "select"
  | "not-select";

/** The moves of a project. Rejected, not admitted, withdrawn and decided ones stay what they are; their numbers are never given again. */
export const PROJECT_STAGES: Lifecycle<ProjectStatus, ProjectEvent> = {
  submitted: { "accept-formally": "formally-accepted", reject: "rejected", withdraw: "withdrawn" },
  "formally-accepted": { admit: "on-ballot", "not-admit": "not-admitted", withdraw: "withdrawn" },
  "on-ballot": { withdraw: "withdrawn", select: "selected", "not-select": "not-selected" },
  rejected: {},
  "not-admitted": {},
  withdrawn: {},
  selected: {},
  "not-selected": {},
};
