import type { ProjectStatus } from "../../domain/project/stages.ts";
import type { Words } from "../../words/words.ts";
import { type Tone, tag } from "../components/boxes.ts";
import type { Html } from "../html.ts";

const TONES: Readonly<Record<ProjectStatus, Tone>> = {
  submitted: "plain",
  "formally-accepted": "info",
  rejected: "bad",
  "not-admitted": "bad",
  "on-ballot": "info",
  withdrawn: "warn",
  merged: "warn",
  selected: "good",
  "not-selected": "plain",
};

/** Where a project stands, as a tag. */
export const statusTag = (
  { projects }: Words,
  {
    status,
    withdrawnAfterFreeze = false,
  }: { readonly status: ProjectStatus; readonly withdrawnAfterFreeze?: boolean },
): Html => tag(withdrawnAfterFreeze ? projects.withdrawnAfterVote : projects.status[status], TONES[status]);
