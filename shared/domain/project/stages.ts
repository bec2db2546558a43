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
    "merged",
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
  | "uphold"
  | "withdraw"
  | "merge"
  | "select"
  | "not-select";

/**
 * The moves of a project. An appeal that is upheld does what its check should have done. Withdrawn and decided ones stay what they are; their
 * numbers are never given again.
 */
export const PROJECT_STAGES: Lifecycle<ProjectStatus, ProjectEvent> = {
  submitted: {
    "accept-formally": "formally-accepted",
    reject: "rejected",
    withdraw: "withdrawn",
    merge: "merged",
  },
  "formally-accepted": {
    admit: "on-ballot",
    "not-admit": "not-admitted",
    withdraw: "withdrawn",
    merge: "merged",
  },
  "on-ballot": { withdraw: "withdrawn", select: "selected", "not-select": "not-selected" },
  rejected: { uphold: "formally-accepted" },
  "not-admitted": { uphold: "on-ballot" },
  withdrawn: {},
  merged: {},
  selected: {},
  "not-selected": {},
};
