/** The questions of an edition's form, as every door shows them: an author's pages, a correction, a clerk's desk. */
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Language } from "../../domain/languages.ts";
import type { Lack } from "../../domain/project/answers.ts";
import { MOST_LINES } from "../../domain/project/details.ts";
import { fieldsOf, type Task } from "../../domain/project/draft.ts";
import {
  type FormField,
  isText,
  mostLetters,
  proposalFormOf,
  type TextField,
} from "../../domain/project/proposal-form.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { Words } from "../../words/words.ts";
import { checkbox, radios, select } from "../components/choices.ts";
import { button } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import type { Choice } from "../projects/model.ts";

/** A question of the form, in the city's words where it has its own. */
export interface Question {
  readonly name: Lack;
  readonly label: string;
  readonly hint: string;
  readonly isOptional: boolean;
}

/** A hint that another sentence follows. */
const sentence = (hint: string): string => hint.replace(/[^.!?]$/u, "$&.");

/** What a page asks, in the city's words where it has its own. */
export const questionsOf = (
  { ruleSet }: Pick<Cycle, "ruleSet">,
  task: Task,
  { words: { proposalForm: w }, language }: { readonly words: Words; readonly language: Language },
): Question[] => {
  const form = proposalFormOf(ruleSet);
  return fieldsOf(form, task).map((name) => {
    const field = name in form.fields ? form.fields[name as keyof typeof form.fields] : undefined;
    const limit =
      name in form.fields && isText(name as FormField) ? mostLetters(form, name as TextField) : undefined;
    const hint = field?.hint ? inLanguage(field.hint, language) : w.fields[name].hint;
    return {
      name,
      label: field?.label ? inLanguage(field.label, language) : w.fields[name].label,
      hint: limit === undefined ? hint : `${sentence(hint)} ${w.atMost(limit)}`.trim(),
      isOptional: field !== undefined && !field.isRequired && name !== "costLines",
    };
  });
};

/** Sentences of the form, where the general ones are too dry. */
export const sayIn = ({ proposalForm: { say, sayLine } }: Words): Record<string, string> => ({
  ...say,
  ...Object.fromEntries(
    Array.from({ length: MOST_LINES }, (_, n) =>
      Object.entries(sayLine).map(([field, text]) => [`/lines/${n}/${field}`, text] as const),
    ).flat(),
  ),
});

/** What fields of the form choose from. */
export interface Choices {
  readonly pools: readonly Choice[];
  readonly categories: readonly Choice[];
  /** Of a proposal that has a number: its pool stays. */
  readonly fixedPool: string | null;
  readonly guardianBelowAge: number;
}

interface QuestionsModel extends Choices {
  readonly state: FormState;
  /** What stands above a field. */
  readonly above?: Partial<Record<Lack, Part>>;
}

/** Empty lines below those that are filled in. */
const SPARE_LINES = 2;

const linesIn = ({ typed }: FormState): number => {
  const filled = Object.entries(typed).flatMap(([name, value]) => {
    const [, at] = /^lines-(\d{1,2})-/.exec(name) ?? [];
    return at === undefined || value === "" || value === undefined ? [] : [Number(at) + 1];
  });
  return Math.min(MOST_LINES, Math.max(0, ...filled) + SPARE_LINES);
};

const LONG: Partial<Record<Lack, number>> = { summary: 3, description: 10, why: 5, forWhom: 4, access: 5 };

const lineFields = (state: FormState, n: number): Html => {
  const { proposalForm: w } = state.words;
  const name = (field: string): string => `lines-${n}-${field}`;
  return html`<fieldset class="line"><legend>${w.lineOf(n + 1)}</legend>
${textField(state, { name: name("name"), label: w.lines.name })}
${textField(state, { name: name("quantity"), label: w.lines.quantity, kind: "amount", width: 4 })}
${textField(state, { name: name("unit"), label: w.lines.unit, width: 4 })}
${textField(state, { name: name("price"), label: w.lines.unitCost, kind: "amount", width: 11, unit: "zł" })}
</fieldset>`;
};

const lineList = (state: FormState, { label, hint }: Question, lines: number): Html => {
  const { proposalForm: w } = state.words;
  const isOwn = label !== w.fields.costLines.label;
  return html`${isOwn && html`<h2>${label}</h2>`}<p class="hint">${sentence(hint)} ${w.quantityHint} ${w.unitHint}</p>
${Array.from({ length: lines }, (_, n) => lineFields(state, n))}
${button({ text: w.moreLines, kind: "second", name: "act", value: "more" })}`;
};

/** The field of one question. */
const fieldOf = (model: QuestionsModel, question: Question): Html => {
  const { state, pools, categories, fixedPool, guardianBelowAge } = model;
  const { proposalForm: w } = state.words;
  const { name, label, hint, isOptional } = question;
  const field = { name, label, isOptional, ...(hint !== "" && { hint }) };
  switch (name) {
    case "pool":
      return fixedPool === null
        ? select(state, { ...field, options: pools })
        : html`<p>${label}: <strong>${fixedPool}</strong><br><span class="hint">${w.edit.pool}</span></p>`;
    case "category":
      return select(state, { ...field, options: categories });
    case "costLines":
      return lineList(state, question, linesIn(state));
    case "estimate":
    case "upkeep":
      return textField(state, { ...field, kind: "amount", width: 11, unit: "zł" });
    case "isNamePublic":
    case "livesHere":
      return checkbox(state, field);
    case "age": {
      const options = (["of-age", "minor"] as const).map((value) => ({ value, label: w.age[value] }));
      const question = w.age.question(guardianBelowAge);
      // The answers are yes and no: below words of the city's own the question is asked all the same.
      return label === w.fields.age.label
        ? radios(state, { ...field, label: question, options })
        : radios(state, { ...field, hint: `${question} ${hint}`.trim(), options });
    }
    case "name":
    case "guardian":
      return textField(state, { ...field, kind: "name", isOptional: name === "guardian" });
    default: {
      const rows = LONG[name];
      return rows === undefined ? textField(state, field) : textArea(state, { ...field, rows });
    }
  }
};

export const questionFields = (model: QuestionsModel, questions: readonly Question[]): Html[] =>
  questions.map((question) => html`${model.above?.[question.name]}${fieldOf(model, question)}`);
