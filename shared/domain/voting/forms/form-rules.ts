import { z } from "zod";
import type { SectionLimits } from "../limits.ts";

/** A number of projects, places or points in a rule set; a count holds points in 16 bits. */
export const Few = z.int().min(1).max(1000);

/** What every form has. */
export const everyForm = {
  /** What an imported ballot that names a project twice is worth. The booth refuses it. */
  repeatedProject: z.enum(["void", "count-once"]),
  /** The whole card is void unless this section is filled in (Kraków: both). Absent: it may be left empty, if another is not. */
  required: z.boolean().optional(),
};

/** What a list can hold at all: its pool's money, and how many projects stand on it. */
export interface ListSize {
  readonly amountGrosze: number;
  readonly projects: number;
}

/** A number for each project: as a voter writes it (points, a rank, a score, 1 for a tick), or as the count adds it up. */
export type Given = readonly (readonly [project: string, number: number])[];

/** What a form says of one list. */
export interface FormRules {
  /** The limits of a section that is filled in, on the points that are counted. */
  readonly limits: SectionLimits;
  /** What the count adds up for what a voter wrote; null when what was written are ranks, and not each place once. */
  readonly counted: (written: Given) => Given | null;
}

export const asWritten = (written: Given): Given => written;
