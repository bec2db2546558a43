/** Every subject that is a slice, a line each in both: here the house finds what it says of itself. */
import type { Slice } from "./slice.ts";
import { supporters } from "./supporters/rows.ts";
import { surveys } from "./surveys/rows.ts";

export const subjectRows = { ...surveys.rows, ...supporters.rows };

export const SUBJECTS: readonly Slice[] = [surveys, supporters];
