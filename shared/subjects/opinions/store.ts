import type { CycleId, ProjectId } from "../../domain/ids.ts";
import type { UnitId } from "../../domain/office/directory.ts";
import { isOutstanding } from "../../domain/procedure/opinion.ts";
import type { Project } from "../../domain/project/project.ts";
import { refusal } from "../../domain/refusals.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { Table } from "../../store/table.ts";
import { WAITS_NO_MORE, type waits } from "../../store/work.ts";
import { put, remove, update, type Write } from "../../store/write.ts";
import { Opinion } from "./rules.ts";

type Waiting = ReturnType<typeof waits>;

const keyOf = ({ cycleId, projectId, unit }: Opinion) => keys.opinion(cycleId, projectId, unit);
const termOf = ({ cycleId, projectId, unit }: Opinion) => keys.opinionTerm(cycleId, projectId, unit);

/** An opinion as it is to be, over the version that was read; and beside it what its clock waits for. */
export const opinionWrites = (
  opinion: Opinion,
  { work, term }: { readonly work: Waiting | undefined; readonly term: Waiting | undefined },
): Write[] => {
  const { cycleId, projectId, unit, version } = opinion;
  return [
    put({
      key: keyOf(opinion),
      item: { ...opinion, version: version + 1, ...work },
      when: version === 0 ? { text: "attribute_not_exists(#pk)" } : asRead(version),
      otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version ?? 0) }),
    }),
    term
      ? put({ key: termOf(opinion), item: { cycleId, projectId, unit, ...term } })
      : remove({ key: termOf(opinion) }),
  ];
};

/** Opinions of units, one a proposal and unit. */
export const openOpinions = (table: Pick<Table, "get" | "query">) => {
  const ofProject = async ({ cycleId, id }: Pick<Project, "cycleId" | "id">): Promise<Opinion[]> => {
    const { pk, sk = "" } = keys.opinion(cycleId, id, "");
    return (await table.query(pk, Opinion, { prefix: sk, consistent: true })).items;
  };

  return {
    get: (cycleId: CycleId, projectId: ProjectId, unit: UnitId): Promise<Opinion | undefined> =>
      table.get(keys.opinion(cycleId, projectId, unit), Opinion),

    ofProject,

    /** Nobody waits for them any more: their proposal was withdrawn. A unit that writes at that moment has not seen that. */
    rest: async (project: Pick<Project, "cycleId" | "id">): Promise<Write[]> =>
      (await ofProject(project)).filter(isOutstanding).flatMap((opinion) => [
        update({
          key: keyOf(opinion),
          set: { version: opinion.version + 1 },
          remove: WAITS_NO_MORE,
          when: asRead(opinion.version),
        }),
        remove({ key: termOf(opinion) }),
      ]),
  };
};
