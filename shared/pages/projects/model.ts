import type { Grosze } from "../../domain/money.ts";
import type { ProjectStatus } from "../../domain/project/stages.ts";
import type { Instant } from "../../domain/time.ts";

/** A choice of a list: a cycle, a pool. */
export type Choice = readonly [value: string, text: string];

/** A project as lists and its page show it. */
export interface ProjectModel {
  readonly id: string;
  readonly cycleId: string;
  readonly number: string;
  readonly title: string;
  readonly poolName: string;
  readonly costGrosze: Grosze;
  readonly status: ProjectStatus;
  readonly withdrawnAfterFreeze: boolean;
  readonly supporters: number;
  /** Null where it is not known. */
  readonly supportersNeeded: number | null;
}

export interface ProjectPageModel extends ProjectModel {
  readonly description: string;
  readonly place: string | null;
  readonly location: { readonly lat: number; readonly lon: number } | null;
  readonly estimatedCostGrosze: Grosze;
  /** Null until the office has verified it. */
  readonly verifiedCostGrosze: Grosze | null;
  readonly reason: string | null;
  readonly legalBasis: string | null;
  readonly authorName: string | null;
  readonly submittedAt: Instant;
  /** Projects that cannot all be carried out with this one, and why. */
  readonly rivals: readonly {
    readonly reason: string;
    readonly projects: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  }[];
  readonly history: readonly {
    readonly at: Instant;
    readonly status: ProjectStatus;
    readonly reason: string | null;
  }[];
}
