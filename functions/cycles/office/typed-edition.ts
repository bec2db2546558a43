import type { Calendar } from "../../../shared/domain/cycle/calendar.ts";
import { checkCalendar } from "../../../shared/domain/cycle/calendar.ts";
import type { Phase } from "../../../shared/domain/cycle/phases.ts";
import type { RuleSet } from "../../../shared/domain/rule-set.ts";
import { isBlank } from "../../../shared/domain/text/characters.ts";
import { readMoney } from "../../../shared/domain/text/money.ts";
import { PaperRule } from "../../../shared/domain/voting/paper.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import { amountName, endName, startName } from "../../../shared/pages/office/new-edition.ts";
import { RULE_SETS } from "../../../shared/rulesets/index.ts";
import { issueText } from "../../../shared/words/refusal-words.ts";
import type { Words } from "../../../shared/words/words.ts";
import type { NewCycle } from "../open-cycle.ts";
import { typedTime } from "./typed-times.ts";

/** The phases whose dates a new edition may name. */
export const DATED: readonly Phase[] = [
  "submission",
  "formal-review",
  "merit-review",
  "appeals",
  "ballot-frozen",
  "voting",
  "results",
  "implementation",
];

type TypedFields = Readonly<Record<string, string>>;

interface Read<T> {
  readonly value: T;
  readonly faults: readonly Fault[];
}

const readCalendar = (typed: TypedFields, words: Words): Read<Calendar> => {
  const w = words.newEdition;
  const faults: Fault[] = [];
  const calendar = DATED.flatMap((name): Calendar => {
    const [start, end] = [startName(name), endName(name)];
    const [from = "", until = ""] = [typed[start]?.trim(), typed[end]?.trim()];
    if (from === "" && until === "") return [];
    const read = (text: string, field: string): ReturnType<typeof typedTime> =>
      text === "" ? { fault: { field, text: w.bothDates } } : typedTime(text, field, words);
    const [begins, ends] = [read(from, start), read(until, end)];
    for (const one of [begins, ends]) if ("fault" in one) faults.push(one.fault);
    return "at" in begins && "at" in ends ? [{ name, startsAt: begins.at, endsAt: ends.at }] : [];
  });
  if (faults.length > 0) return { value: calendar, faults };
  if (calendar.length === 0) return { value: calendar, faults: [{ field: "calendar", text: w.noDates }] };
  const checked = checkCalendar(calendar);
  if (checked.ok) return { value: checked.value, faults };
  const { pointer, facts } = checked.refusal;
  const phase = "phase" in facts ? (facts.phase as Phase) : "voting";
  const field = pointer?.endsWith("/endsAt") ? endName(phase) : startName(phase);
  return {
    value: calendar,
    faults: [{ field, text: words.refusals["cycle/calendar"].detail({ phase, problem: "order" }) }],
  };
};

const readPools = (typed: TypedFields, ruleSet: RuleSet, words: Words): Read<NewCycle["pools"]> => {
  const w = words.newEdition;
  const faults: Fault[] = [];
  const pools = ruleSet.pools.flatMap(({ id }) => {
    const text = typed[amountName(id)] ?? "";
    if (isBlank(text)) return [];
    const read = readMoney(text);
    if ("value" in read && read.value > 0) return [{ id, amountGrosze: read.value }];
    const isPlain = "value" in read || read.fault.rule === "money";
    faults.push({ field: amountName(id), text: isPlain ? w.amountWrong : issueText(words, read.fault) });
    return [];
  });
  const isEmpty = pools.length === 0 && faults.length === 0;
  return { value: pools, faults: isEmpty ? [{ field: "pools", text: w.noPools }] : faults };
};

const readPaper = (text: string, words: Words): Read<NewCycle["paper"]> => {
  if (text.trim() === "") return { value: undefined, faults: [] };
  const days = PaperRule.shape.registeredWithinDays.safeParse(Number(text.trim()));
  return days.success
    ? { value: { registeredWithinDays: days.data }, faults: [] }
    : { value: undefined, faults: [{ field: "paperDays", text: words.newEdition.paperDaysWrong }] };
};

const readCommitment = (
  text: string,
  { ballotOrder }: RuleSet,
  words: Words,
): Read<NewCycle["orderCommitment"]> => {
  const plain = text.trim().toLowerCase();
  if ((plain === "" && ballotOrder !== "drawn") || /^[0-9a-f]{64}$/.test(plain))
    return { value: plain || undefined, faults: [] };
  return { value: undefined, faults: [{ field: "orderCommitment", text: words.newEdition.orderWrong }] };
};

/** A new edition as it was typed: the request that the API takes, or every field that is to be corrected. */
export const readEdition = (
  { name, typed, ruleSet }: { readonly name: string; readonly typed: TypedFields; readonly ruleSet: RuleSet },
  words: Words,
): Read<NewCycle> => {
  const calendar = readCalendar(typed, words);
  const pools = readPools(typed, ruleSet, words);
  const paper = readPaper(typed.paperDays ?? "", words);
  const order = readCommitment(typed.orderCommitment ?? "", ruleSet, words);
  return {
    value: {
      name,
      ruleSet: RULE_SETS.has(ruleSet.name) ? ruleSet.name : ruleSet,
      calendar: calendar.value,
      pools: pools.value,
      ...(paper.value && { paper: paper.value }),
      ...(order.value !== undefined && { orderCommitment: order.value }),
    },
    faults: [...calendar.faults, ...pools.faults, ...paper.faults, ...order.faults],
  };
};
