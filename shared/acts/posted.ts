import type { Issue, Refusal } from "../domain/refusals.ts";
import { type Fault, fieldId } from "../pages/components/form-state.ts";
import type { StaffRequest } from "../platform/endpoint.ts";
import { detailOf, statusOf, titleOf } from "../platform/problem.ts";

/** A form that comes back: what was typed, what is wrong, and the status that says so. */
export interface Posted {
  readonly typed?: unknown;
  readonly issues?: readonly Issue[];
  readonly faults?: readonly Fault[];
  readonly status?: number;
}

/** The place on every page that a fault without a field leads to. */
const PAGE = "main";

/** The field that a pointer leads to, or into, or to the first of an object's; else the page as a whole. */
const placeOf = (pointer: string, names: readonly string[]): string => {
  const id = fieldId(pointer);
  const field = names.find((name) => id === name || id.startsWith(`${name}-`));
  return field ?? names.find((name) => name.startsWith(`${id}-`)) ?? PAGE;
};

/** The form again, for issues that its schema found. Values to choose among stand there in words: their names in the schema say nothing. */
export const wrongForm = (issues: readonly Issue[], typed: unknown, names: readonly string[]): Posted => ({
  issues: issues.map(({ limit, ...issue }) => ({
    ...issue,
    ...(limit !== undefined && issue.rule !== "choice" && { limit }),
    pointer: `/${placeOf(issue.pointer, names)}`,
  })),
  typed,
  status: 422,
});

/** A form as these know it: its fields' names, and what was typed, out of what was read from it. */
interface Form<B> {
  readonly names: readonly string[];
  readonly typed: (body: B) => unknown;
}

type Sending<B> = Pick<StaffRequest<unknown, unknown, B>, "body" | "words">;

/** The form again, for a refusal: at the field that it points at, else at the top of the page, where its sentence needs its title. */
export const refusedForm = <B>(
  refused: Refusal,
  { names, typed }: Form<B>,
  { body, words }: Sending<B>,
): Posted => {
  if (refused.code === "request/not-valid") return wrongForm(refused.facts.issues, typed(body), names);
  const field = placeOf(refused.pointer ?? "", names);
  const detail = detailOf(refused, words);
  const text = field === PAGE ? `${titleOf(refused, words)}. ${detail}` : detail;
  return { typed: typed(body), status: statusOf(refused), faults: [{ field, text }] };
};

/** The form again, because somebody else was faster: it keeps its old version, so that what they wrote is not written over unseen. */
export const staleForm = <B>({ typed }: Form<B>, { body, words }: Sending<B>): Posted => ({
  typed: typed(body),
  status: 412,
  faults: [{ field: PAGE, text: words.officeMeetings.stale }],
});
