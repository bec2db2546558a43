import type { Task } from "../../domain/project/draft.ts";

/** What the pages of a proposal are called in their addresses. */
export const TASK_SLUGS = {
  idea: "pomysl",
  place: "miejsce",
  cost: "koszt",
  author: "dane",
} as const satisfies Readonly<Record<Task, string>>;
