import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import type { Writing } from "../../../shared/acts/write-proposal.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import { type Cycle, poolOf } from "../../../shared/domain/cycle/cycle.ts";
import type { Answers, Lack } from "../../../shared/domain/project/answers.ts";
import { sumOf } from "../../../shared/domain/project/details.ts";
import { TASKS, type Task } from "../../../shared/domain/project/draft.ts";
import { proposalFormOf } from "../../../shared/domain/project/proposal-form.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { pointText } from "../../../shared/domain/text/point.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { SummaryRow } from "../../../shared/pages/components/summary-list.ts";
import { html } from "../../../shared/pages/html.ts";
import { costTable, textLines } from "../../../shared/pages/projects/details.ts";
import { questionsOf } from "../../../shared/pages/proposals/questions.ts";
import { TASK_SLUGS } from "../../../shared/pages/proposals/slugs.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { AuthorPath, holderOf, isAccepted } from "../project-of.ts";
import { categoryName, poolName } from "./models.ts";

const SLUGS = Object.values(TASK_SLUGS);
export const TaskPath = AuthorPath.extend({ task: z.enum(SLUGS) });
export type TaskPath = z.infer<typeof TaskPath>;

export const taskAt = ({ task }: Pick<TaskPath, "task">): Task =>
  TASKS.find((one) => TASK_SLUGS[one] === task) ?? TASKS[0];

/** What is written behind a link, and by whom; a proposal that waits for its confirmation is none. */
const writingBy = async (path: AuthorPath, deps: Deps) => {
  const { cycleId, projectId } = path;
  const cycle = await cycleOf(cycleId, deps);
  const project = await deps.store.projects.get(cycleId, projectId);
  const draft = project ? undefined : await deps.store.drafts.get(cycleId, projectId, deps.system.now());
  const holder = await holderOf(path, project ?? draft ?? {}, deps);
  if (project) return { holder, cycle, project };
  // The link is right, so there was something, and it is deleted.
  if (!draft) throw new Refused(refusal("thing/gone", {}));
  return { holder, cycle, draft };
};

/**
 * What its author writes, and who has accepted to stand behind it with them. What an author says of themselves is theirs alone, and they alone
 * submit it.
 */
export const writingAt = async (path: AuthorPath, deps: Deps, task?: Task): Promise<Writing> => {
  const { holder, ...writing } = await writingBy(path, deps);
  const isTheirs = task === undefined || task === "author" ? holder === "author" : isAccepted(holder);
  if (!isTheirs) throw new Refused(refusal("thing/not-found", {}));
  return writing;
};

export const callEnd = ({ calendar }: Pick<Cycle, "calendar">): Instant | null =>
  entryOf(calendar, "submission")?.endsAt ?? null;

type Speaking = Pick<Request, "words" | "language">;

/** How a field of the form is called, in any of its pages. */
export const labelOf = (cycle: Pick<Cycle, "ruleSet">, name: Lack, speaking: Speaking): string =>
  TASKS.flatMap((task) => questionsOf(cycle, task, speaking)).find((one) => one.name === name)?.label ??
  speaking.words.proposalForm.fields[name].label;

export const costOfAnswers = ({ costLines, estimate }: Answers): number =>
  costLines ? sumOf(costLines) : (estimate ?? 0);

/** What was answered, for people to check. */
export const answerRows = (
  cycle: Cycle,
  answers: Answers,
  tasks: readonly Task[],
  speaking: Speaking,
  hrefOf?: (task: Task) => string,
): SummaryRow[] => {
  const { words, language } = speaking;
  const { proposalForm: w } = words;
  const shown = (name: Lack): SummaryRow["value"] | undefined => {
    const value = answers[name];
    if (name === "isNamePublic") return value === true ? w.yes : w.check.isPrivate;
    if (value === undefined) return undefined;
    switch (name) {
      case "pool":
        return poolOf(cycle, String(value)) ? poolName(cycle, String(value), language) : String(value);
      case "category":
        return categoryName(cycle, String(value), language) ?? undefined;
      case "point":
        return answers.point && pointText(answers.point);
      case "estimate":
      case "upkeep":
        return words.format.money(Number(value));
      case "costLines":
        return answers.costLines && costTable(words, answers.costLines);
      case "livesHere":
        return value === true ? w.yes : w.no;
      case "age":
        return html`${w.age.question(proposalFormOf(cycle.ruleSet).guardianBelowAge ?? 0)} ${w.age[answers.age ?? "of-age"]}`;
      default:
        return html`${textLines(String(value))}`;
    }
  };
  return tasks.flatMap((task) =>
    questionsOf(cycle, task, speaking).flatMap(({ name, label }): SummaryRow[] => {
      const value = shown(name);
      const term = name === "isNamePublic" ? w.check.namePublic : label;
      return value === undefined ? [] : [{ term, value, ...(hrefOf && { changeHref: hrefOf(task) }) }];
    }),
  );
};
