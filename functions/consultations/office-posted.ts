import { localMoment } from "../../shared/domain/local-moment.ts";
import type { Issue, Refusal } from "../../shared/domain/refusals.ts";
import { isCanonicalInstant } from "../../shared/domain/time.ts";
import { type Fault, fieldId } from "../../shared/pages/components/form-state.ts";
import type { Request } from "../../shared/platform/endpoint.ts";
import { detailOf, errorsOf, statusOf } from "../../shared/platform/problem.ts";

/** A form that comes back: what was typed, what is wrong, and the status that says so. */
export interface Posted {
  readonly typed?: unknown;
  readonly issues?: readonly Issue[];
  readonly faults?: readonly Fault[];
  readonly status?: number;
}

type Asked = Pick<Request, "language" | "words" | "body">;

/** Fields of the forms where the record nests what the form lays flat. */
const FIELDS: Readonly<Record<string, string>> = { territory: "districts" };

const fieldOf = (pointer: string): string => {
  const [, first = ""] = pointer.split("/");
  return fieldId(FIELDS[first] ?? first);
};

/** What was typed, out of what was read from it: moments on the city's clocks, numbers as text. */
const typedOf = ({ body }: Asked): unknown =>
  Object.fromEntries(
    Object.entries(body ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" && isCanonicalInstant(value)
        ? localMoment(value)
        : typeof value === "number"
          ? String(value)
          : value,
    ]),
  );

/** The form again, for a refusal of the city's rules: beside the field that it points at, else at the top. */
export const refusedForm = (refusal: Refusal, asked: Asked): Posted => {
  const errors = errorsOf(refusal, asked.words);
  const faults =
    errors.length > 0
      ? errors.map(({ pointer, detail }) => ({ field: fieldOf(pointer), text: detail }))
      : [{ field: "title", text: detailOf(refusal, asked.words) }];
  return { typed: typedOf(asked), faults, status: statusOf(refusal) };
};

/** The form again, because somebody else was faster. It keeps its old version: what they wrote is not written over unseen. */
export const stale = (asked: Asked): Posted => ({
  typed: typedOf(asked),
  faults: [{ field: "title", text: asked.words.officeMeetings.stale }],
  status: 412,
});
