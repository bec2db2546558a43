import type { Project } from "../../domain/project/project.ts";
import type { Table } from "../../store/table.ts";
import type { Write } from "../../store/write.ts";
import { openChecks } from "../checks/store.ts";
import { openOpinions } from "./store.ts";

/** The cards of a proposal and the opinions beside them wait for nobody any more: it was withdrawn, or has gone into another. */
export const restOfCase = async (
  project: Pick<Project, "cycleId" | "id">,
  table: Pick<Table, "get" | "query" | "write">,
): Promise<Write[]> =>
  (await Promise.all([openChecks(table).rest(project), openOpinions(table).rest(project)])).flat();
