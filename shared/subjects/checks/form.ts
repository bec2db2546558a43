/** The form of a card: its criteria are data of the edition, so that its fields are numbered in the order of these. */
import { z } from "zod";
import type { Grosze } from "../../domain/money.ts";
import { CardBody, MeritBody, Verdict, type Verified } from "../../domain/procedure/card.ts";
import type { Criterion } from "../../domain/procedure/criteria.ts";
import { NOT_OURS } from "../../domain/procedure/opinion.ts";
import { readMoney } from "../../domain/text/money.ts";
import { line, typedAs } from "../../domain/text.ts";
import { disclosure } from "../../pages/components/boxes.ts";
import { radios, select } from "../../pages/components/choices.ts";
import { hidden } from "../../pages/components/form.ts";
import { chosenAt, type FormState, faultAt, typedAt } from "../../pages/components/form-state.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import type { FormOf } from "../form-of.ts";
import type { CheckWords } from "./words.pl.ts";

/** As many criteria as an edition may have. */
const MOST = 60;
const PARTS = ["id", "verdict", "reason", "note"] as const;

const Typed = z.record(z.string(), z.unknown());

/** What the fields of a card need beside what was typed. */
export interface CardFields {
  readonly w: CheckWords;
  readonly capGrosze: Grosze;
  /** Lines of the cost that are there. */
  readonly rows: number;
  readonly criteria: readonly (Pick<Criterion, "id" | "correctable"> & {
    readonly title: string;
    readonly help?: string | undefined;
    readonly reasons: readonly (readonly [id: string, text: string])[];
    /** The system knows that it is not met, or cannot tell. */
    readonly isInDoubt: boolean;
  })[];
  /** What is said of a criterion that another one judges, where that may be. */
  readonly other?: { readonly value: string; readonly label: string };
}

type Sent = Readonly<Record<string, unknown>>;

export const readCriteria = (sent: Sent): unknown[] =>
  Array.from({ length: MOST }, (_, n) => n).flatMap((n) => {
    const of = (part: string): unknown => sent[`criteria-${n}-${part}`];
    if (of("id") === undefined) return [];
    // A list's first line chooses nothing.
    const reason = of("reason") === "" ? undefined : of("reason");
    return [
      { id: of("id"), verdict: of("verdict"), note: of("note"), ...(reason !== undefined && { reason }) },
    ];
  });

type Answered = { readonly [P in (typeof PARTS)[number]]?: unknown };

export const writeCriteria = (criteria: readonly Answered[] = []): Record<string, unknown> =>
  Object.fromEntries(
    criteria.flatMap((answer, n) =>
      PARTS.map((part) => [`criteria-${n}-${part}`, answer[part] ?? ""] as const),
    ),
  );

export const CRITERIA_NAMES = Array.from({ length: MOST }, (_, n) =>
  PARTS.slice(1).map((part) => `criteria-${n}-${part}`),
).flat();

/** As many rows for lines of the cost as stand open at least, and as are read at most. */
const ROWS = { open: 5, most: 40 };
const lineName = (n: number, part: "name" | "costGrosze"): string => `costLines-${n}-${part}`;

/** What was verified, as it was typed. */
export const readVerified = (sent: Sent) => {
  const lines = Array.from({ length: ROWS.most }, (_, n) => ({
    name: sent[lineName(n, "name")],
    costGrosze: sent[lineName(n, "costGrosze")],
  })).filter(({ name, costGrosze }) => (name ?? "") !== "" || (costGrosze ?? "") !== "");
  return {
    costLines: lines.length === 0 ? undefined : lines,
    holder: sent.holder,
    years: sent.years ?? 1,
  };
};

export const amountText = (grosze: Grosze): string => (grosze / 100).toFixed(2).replace(".", ",");

export const writeVerified = ({
  costLines = [],
  holder = "",
  years,
}: Partial<z.input<typeof Verified>> = {}) => ({
  ...Object.fromEntries(
    costLines.flatMap(({ name, costGrosze }, n) => [
      [lineName(n, "name"), name],
      [lineName(n, "costGrosze"), amountText(costGrosze)],
    ]),
  ),
  holder,
  years: years?.toString(),
});

export const VERIFIED_NAMES = Array.from({ length: ROWS.most }, (_, n) => [
  lineName(n, "name"),
  lineName(n, "costGrosze"),
]).flat();

/** Amounts as they are typed; what is no amount is refused as such. */
export const TYPED_VERIFIED = {
  costLines: z.array(z.strictObject({ name: line(120), costGrosze: typedAs(readMoney) })).optional(),
  years: z.preprocess(Number, MeritBody.shape.years),
};

/** Verdicts that need no sentence: by digits, the next criterion follows them at once. */
const PASSES = ["met", NOT_OURS];

const criterionFields = (
  state: FormState,
  { id, title, help, correctable, reasons, isInDoubt }: CardFields["criteria"][number],
  n: number,
  { w, other }: CardFields,
): Html => {
  const name = (part: string): string => `criteria-${n}-${part}`;
  const verdicts = Verdict.options.filter((verdict) => correctable || verdict !== "to-correct");
  const hint = [help, isInDoubt && w.card.doubt].filter(Boolean).join(" ");
  const parts = [name("reason"), name("note")];
  // Open where something stands in it or is wrong, and where the verdict needs a sentence.
  const needs = chosenAt(state, name("verdict"), other?.value).some(
    (one) => one === "not-met" || one === "to-correct",
  );
  const isOpen = needs || parts.some((part) => typedAt(state, part) || faultAt(state, part) !== undefined);
  return html`<section data-digits="${PASSES.join(" ")}">
${hidden(name("id"), id)}
${radios(state, {
  name: name("verdict"),
  label: `${n + 1}. ${title}`,
  ...(hint && { hint }),
  options: [...verdicts.map((value) => ({ value, label: w.verdicts[value] })), ...(other ? [other] : [])],
  ...(other && { value: other.value }),
})}
${disclosure(
  w.card.sentences,
  html`${
    reasons.length > 0 &&
    select(state, {
      name: name("reason"),
      label: w.card.reason,
      options: reasons,
      placeholder: w.card.noReason,
      isOptional: true,
    })
  }
${textArea(state, { name: name("note"), label: w.card.note, hint: w.card.noteHint, rows: 2, isOptional: true })}`,
  isOpen,
)}
</section>`;
};

export const criteriaFields = (state: FormState, fields: CardFields): Html =>
  html`${fields.criteria.map((criterion, n) => criterionFields(state, criterion, n, fields))}`;

export const verifiedFields = (state: FormState, { w, capGrosze, rows }: CardFields): Html => {
  const { merit } = w;
  return html`<fieldset><legend>${merit.lines}</legend>
<p>${merit.cap(state.words.format.money(capGrosze))}</p>
${Array.from({ length: Math.max(ROWS.open, rows + 2) }, (_, n) => [
  textField(state, {
    name: lineName(n, "name"),
    label: `${n + 1}. ${merit.line}`,
    ...(n === 0 && { hint: merit.lineHint }),
    isOptional: true,
  }),
  textField(state, {
    name: lineName(n, "costGrosze"),
    label: `${n + 1}. ${merit.cost}`,
    kind: "amount",
    width: 11,
    unit: "zł",
    isOptional: true,
  }),
])}
</fieldset>
${textField(state, { name: "holder", label: merit.holder, hint: merit.holderHint, isOptional: true })}
${radios(state, {
  name: "years",
  label: merit.years,
  options: ([1, 2] as const).map((years) => ({ value: String(years), label: merit.yearsOf[years] })),
  value: "1",
})}`;
};

interface Layout<S extends z.ZodObject> {
  /** What is read, and how it is typed where that differs. */
  readonly schema: S;
  readonly typist: z.ZodObject;
  readonly names: readonly string[];
  readonly read: (sent: Sent) => object;
  readonly texts: (value: Partial<z.input<S>> | undefined) => Record<string, unknown>;
  readonly fields: (state: FormState, fields: CardFields) => Html;
}

/** Laid out and read as `formOf` does, by criteria that only the edition knows. */
export const laidOut = <S extends z.ZodObject>({
  schema,
  typist,
  names,
  read,
  texts,
  fields,
}: Layout<S>): FormOf<S> => {
  const posted = typist
    .safeExtend({ version: z.coerce.number().optional().catch(undefined) })
    .transform(({ version, ...value }) => ({ version, value }));
  return {
    schema,
    names,
    posted: z.unknown().transform((sent, context) => {
      const typed = Typed.catch({}).parse(sent);
      const { data, error } = posted.safeParse(
        { ...read(typed), version: typed.version },
        { reportInput: true },
      );
      if (!error) return data;
      context.issues.push(...(error.issues as z.core.$ZodRawIssue[]));
      return z.NEVER;
    }),
    texts,
    typed: ({ value, version }: { value: z.input<S>; version?: number }) => ({
      ...texts(value),
      version: version?.toString(),
    }),
    fields: (state: FormState, _words: object, choices: object = {}): Html =>
      fields(state, choices as CardFields),
  } as unknown as FormOf<S>;
};

const readCard = (sent: Sent) => ({
  criteria: readCriteria(sent),
  result: sent.result,
  reasons: sent.reasons,
});

const writeCard = ({ criteria, result, reasons = "" }: Partial<z.input<typeof CardBody>> = {}) => ({
  ...writeCriteria(criteria),
  result,
  reasons,
});

const resultFields = (state: FormState, { w }: CardFields): Html => html`${radios(state, {
  name: "result",
  label: w.card.result,
  hint: w.card.resultHint,
  options: CardBody.shape.result.options.map((value) => ({ value, label: w.results[value] })),
})}
${textArea(state, { name: "reasons", label: w.card.reasons, hint: w.card.reasonsHint, isOptional: true })}`;

export const formalForm = laidOut({
  schema: CardBody,
  typist: CardBody,
  names: [...CRITERIA_NAMES, "result", "reasons"],
  read: readCard,
  texts: writeCard,
  fields: (state, fields) => html`${criteriaFields(state, fields)}\n${resultFields(state, fields)}`,
});

export const meritForm = laidOut({
  schema: MeritBody,
  typist: MeritBody.extend(TYPED_VERIFIED),
  names: [...CRITERIA_NAMES, "result", "reasons", ...VERIFIED_NAMES],
  read: (sent) => ({ ...readCard(sent), ...readVerified(sent) }),
  texts: (value) => ({ ...writeCard(value), ...writeVerified(value) }),
  fields: (state, fields) =>
    html`${criteriaFields(state, fields)}\n${verifiedFields(state, fields)}\n${resultFields(state, fields)}`,
});
