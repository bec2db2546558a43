/** The form of an appeal, and of its decision: a text for each criterion, which only the case knows, beside fields of a schema. */
import { z } from "zod";
import { hidden } from "../../pages/components/form.ts";
import type { FormState } from "../../pages/components/form-state.ts";
import { textArea } from "../../pages/components/text-field.ts";
import { html } from "../../pages/html.ts";
import { type FormOf, formOf } from "../form-of.ts";
import { AppealDecision, KeyedAppeal, NewAppeal, type Point } from "./rules.ts";

/** As many criteria as an edition may have. */
const MOST = 60;
const Typed = z.record(z.string(), z.unknown());
type Sent = Readonly<Record<string, unknown>>;

/** What these fields need beside what was typed. */
export interface TextFields {
  readonly criteria: readonly {
    readonly id: string;
    readonly label: string;
    readonly hint?: string | undefined;
  }[];
  /** What the form carries along. */
  readonly carried?: Readonly<Record<string, string>>;
}

type List = "points" | "answers";

const nameOf = (list: List, n: number, part: "criterion" | "text"): string => `${list}-${n}-${part}`;

/** Points as they were typed, each with the place of its field. What nothing was said about is left out of an appeal. */
const pointsIn = (typed: Sent, list: List) =>
  Array.from({ length: MOST }, (_, n) => n).flatMap((n) => {
    const criterion = typed[nameOf(list, n, "criterion")];
    const text = typed[nameOf(list, n, "text")] ?? "";
    const isLeftOut = list === "points" && typeof text === "string" && text.trim() === "";
    return criterion === undefined || isLeftOut ? [] : [{ n, point: { criterion, text } }];
  });

const formWith = <S extends z.ZodObject, R extends z.ZodObject>(
  schema: S,
  { list, rest, carried = [] }: { readonly list: List; readonly rest: R; readonly carried?: string[] },
): FormOf<S> => {
  const own = formOf(rest);
  const ofOwn = (typed: Sent): Sent =>
    Object.fromEntries(
      Object.entries(typed).filter(([name]) => !name.startsWith(`${list}-`) && !carried.includes(name)),
    );
  const Version = z.coerce.number().optional().catch(undefined);
  const write = (value: Partial<Record<List, readonly Point[]>> & Sent = {}): Sent => ({
    ...Object.fromEntries(
      (value[list] ?? []).flatMap(({ criterion, text }, n) => [
        [nameOf(list, n, "criterion"), criterion],
        [nameOf(list, n, "text"), text],
      ]),
    ),
    ...own.texts(value as never),
  });
  const issuesAt = (issues: readonly z.core.$ZodIssue[], places: readonly number[]) =>
    issues.map((issue) => {
      const [at, n, ...more] = issue.path;
      return at === list && typeof n === "number" ? { ...issue, path: [at, places[n] ?? n, ...more] } : issue;
    });
  return {
    schema,
    names: [...Array.from({ length: MOST }, (_, n) => nameOf(list, n, "text")), ...own.names],
    posted: z.unknown().transform((sent, context) => {
      const { key: _key, version, ...typed } = Typed.catch({}).parse(sent);
      const found = pointsIn(typed, list);
      const points = z
        .object({ [list]: schema.shape[list] as z.ZodType, ...pick(schema, carried) })
        .safeParse(
          { [list]: found.map(({ point }) => point), ...only(typed, carried) },
          { reportInput: true },
        );
      const others = own.posted.safeParse(ofOwn(typed), { reportInput: true });
      if (points.success && others.success)
        return { value: { ...points.data, ...others.data.value }, version: Version.parse(version) };
      const issues = [
        ...issuesAt(
          points.error?.issues ?? [],
          found.map(({ n }) => n),
        ),
        ...(others.error?.issues ?? []),
      ];
      context.issues.push(...(issues as z.core.$ZodRawIssue[]));
      return z.NEVER;
    }),
    texts: write,
    typed: ({ value, version }: { value: Sent; version?: number }) => ({
      ...write(value),
      version: version?.toString(),
    }),
    fields: (state: FormState, words: object, choices: object = {}) => {
      const { criteria, carried: along = {} } = choices as TextFields;
      return html`${Object.entries(along).map(([name, value]) => hidden(name, value))}
${criteria.map(
  ({ id, label, hint }, n) => html`${hidden(nameOf(list, n, "criterion"), id)}
${textArea(state, { name: nameOf(list, n, "text"), label, ...(hint && { hint }), rows: 5, isOptional: list === "points" && criteria.length > 1 })}`,
)}
${own.fields(state, words as never)}`;
    },
  } as unknown as FormOf<S>;
};

const only = (typed: Sent, names: readonly string[]): Sent =>
  Object.fromEntries(names.map((name) => [name, typed[name]]));
const pick = (schema: z.ZodObject, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, schema.shape[name] as z.ZodType]));

export const appealForm = formWith(NewAppeal, {
  list: "points",
  rest: z.strictObject({}),
  carried: ["stage"],
});

export const keyedForm = formWith(KeyedAppeal, {
  list: "points",
  rest: KeyedAppeal.omit({ stage: true, points: true }),
  carried: ["stage"],
});

export const decisionForm = formWith(AppealDecision, {
  list: "answers",
  rest: AppealDecision.omit({ answers: true }),
});
