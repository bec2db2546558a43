import { z } from "zod";
import { groszeFromZloty } from "../../../shared/domain/money.ts";
import { Location } from "../../../shared/domain/project/location.ts";
import type { Issue, Refusal } from "../../../shared/domain/refusals.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { detailOf } from "../../../shared/platform/problem.ts";
import type { Words } from "../../../shared/words/words.ts";

/** Money as people type it: `12 500`, `12500,50`, `12 500 zł`. More than nothing. */
export const ZlotyField = z.string().transform((text, context): number => {
  const grosze = groszeFromZloty(text.replace(/[\s\u00a0]|zł/g, ""));
  if (grosze !== null && grosze > 0) return grosze;
  context.addIssue({ code: "custom", params: { rule: "format" } });
  return z.NEVER;
});

/** A point as a map on a phone copies it: `50.2683, 19.0419`. */
export const PointField = z.string().transform((text, context): Location => {
  const [, lat, lon] =
    /^(-?\d{1,3}(?:\.\d+)?)(?:\s*[,;]\s*|\s+)(-?\d{1,3}(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  const point = Location.safeParse({ lat: Number(lat), lon: Number(lon) });
  if (point.success) return point.data;
  context.addIssue({ code: "custom", params: { rule: "format" } });
  return z.NEVER;
});

/** Rules that mean "nothing useful was typed": for these a form says what to type. The others say their own limit. */
const EMPTY = new Set<Issue["rule"]>(["required", "type", "too-short", "choice", "format", "email"]);

/** The state of a form that was posted with faults, in the form's own words. */
export const faultyState = (
  words: Words,
  {
    typed,
    issues,
    say,
  }: {
    readonly typed: unknown;
    readonly issues: readonly Issue[];
    readonly say: Readonly<Record<string, string>>;
  },
): FormState => {
  const own = issues.filter(({ rule }) => EMPTY.has(rule)).map(({ pointer }) => pointer);
  return formState(words, {
    typed,
    issues,
    say: Object.fromEntries(Object.entries(say).filter(([pointer]) => own.includes(pointer))),
  });
};

/** The state of a form that a rule of the city refused: beside the field it speaks of. */
export const refusedState = (words: Words, typed: unknown, refused: Refusal, field: string): FormState =>
  formState(words, { typed, faults: [{ field, text: detailOf(refused, words) }] });
