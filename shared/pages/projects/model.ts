import type { Grosze } from "../../domain/money.ts";
import type { Lack } from "../../domain/project/answers.ts";
import type { CostLine } from "../../domain/project/details.ts";
import type { FormField } from "../../domain/project/proposal-form.ts";
import type { ProjectStatus } from "../../domain/project/stages.ts";
import type { Instant } from "../../domain/time.ts";
import type { OwnLabels } from "../../words/own-labels.ts";

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

/** What a proposal says of itself, in the order of its edition's form. */
export interface DetailsModel {
  readonly summary: string | null;
  readonly sections: readonly {
    readonly field: FormField;
    readonly text: string;
  }[];
  readonly costLines: readonly CostLine[];
  readonly upkeepGrosze: Grosze | null;
}

/** What became of photos, as a step of the way names it. */
export type PhotoChange = "photos" | "photo-taken-down";

export interface ProjectPageModel extends ProjectModel {
  readonly labels: OwnLabels;
  readonly details: DetailsModel;
  readonly place: string | null;
  readonly categoryName: string | null;
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
    /** The fields that its author changed, where that is all that happened. */
    readonly changed: readonly (Lack | PhotoChange)[] | null;
  }[];
}
