import type { Writing } from "../../../shared/acts/write-proposal.ts";
import { fieldAt } from "../../../shared/domain/project/answers.ts";
import type { Task } from "../../../shared/domain/project/draft.ts";
import { proposalFormOf } from "../../../shared/domain/project/proposal-form.ts";
import type { Issue, Refusal } from "../../../shared/domain/refusals.ts";
import { type Fault, type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { sayIn } from "../../../shared/pages/proposals/questions.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { detailOf } from "../../../shared/platform/problem.ts";
import { faultyState } from "./fields.ts";
import { poolName } from "./models.ts";

const hasLinesIn = ({ ruleSet }: Pick<Writing["cycle"], "ruleSet">): boolean =>
  proposalFormOf(ruleSet).fields.costLines !== undefined;

/** The field beside which a refusal stands. */
const faultsOf = (
  refusal: Refusal,
  task: Task,
  { words, city, language }: Request,
  { cycle }: Pick<Writing, "cycle">,
): Fault[] => {
  const cost = hasLinesIn(cycle) ? "lines-0-price" : "estimate";
  const text = detailOf(refusal, words);
  if (refusal.code === "project/over-cap") return [{ field: task === "place" ? "pool" : cost, text }];
  if (refusal.code !== "project/elsewhere") return [{ field: "form", text }];
  const { district } = refusal.facts;
  const pool = city.districts.find(({ name }) => name === district)?.id;
  // Where the pool is fixed there is nothing to take instead.
  const isOffered = task === "place" && pool !== undefined && cycle.pools.some(({ id }) => id === pool);
  return [
    {
      field: "point",
      text,
      ...(isOffered && {
        offer: { field: "pool", value: pool, text: words.frame.form.use(poolName(cycle, pool, language)) },
      }),
    },
  ];
};

/** Pointers of the request as the page's fields are called: a cost stands at the first of its lines, where there are lines. */
const onPage = (issues: readonly Issue[], hasLines: boolean): Issue[] =>
  issues.map((issue) => {
    const field = fieldAt(issue.pointer);
    if (field === "costLines") return { ...issue, pointer: "/lines/0/name" };
    if (field === "estimate" && hasLines) return { ...issue, pointer: "/lines/0/price" };
    return { ...issue, pointer: `/${field}` };
  });

/** The form again, with what a rule of the city refused beside the field it speaks of. */
export const stateRefused = (
  request: Request,
  { cycle, task }: Pick<Writing, "cycle"> & { readonly task: Task },
  refusal: Refusal,
  typed: Record<string, unknown>,
): FormState => {
  const { words } = request;
  if (refusal.code === "request/not-valid")
    return faultyState(words, {
      typed,
      issues: onPage(refusal.facts.issues, hasLinesIn(cycle)),
      say: sayIn(words),
    });
  return formState(words, { typed, faults: faultsOf(refusal, task, request, { cycle }) });
};
