import { z } from "zod";
import type { ProjectId } from "../domain/ids.ts";
import type { Project } from "../domain/project/project.ts";
import { refusal } from "../domain/refusals.ts";
import type { Result } from "../domain/result.ts";
import { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { BACKOFF, orAgain, retry } from "./retry.ts";
import type { Table } from "./table.ts";
import { create, update } from "./write.ts";

/** One resident's support: the name for the person who checks the list. The address is kept as a keyed hash alone, in the key. */
const Support = z.object({ name: z.string(), at: Instant });
type Support = z.infer<typeof Support>;

export const openSupports = (table: Table) => ({
  /** One person, one support: the item and the counter change together, while the proposal still takes support. */
  add: (project: Pick<Project, "cycleId" | "id">, person: string, support: Support): Promise<Result<void>> =>
    retry(BACKOFF.reading, async () =>
      orAgain(
        await table.write([
          create({
            key: keys.support(project.id, person),
            item: support,
            otherwise: () => refusal("project/already-supported", {}),
          }),
          update({
            key: keys.project(project.cycleId, project.id),
            add: { supporters: 1 },
            when: { text: "#status = :submitted", values: { submitted: "submitted" } },
            otherwise: (met) =>
              met === undefined
                ? refusal("thing/not-found", {})
                : refusal("project/state", { status: String(met.status) }),
          }),
        ]),
      ),
    ),

  /** Everybody who supports a proposal, for the office. */
  of: async (projectId: ProjectId): Promise<Support[]> =>
    (await table.query(keys.support(projectId, "").pk, Support)).items,
});
