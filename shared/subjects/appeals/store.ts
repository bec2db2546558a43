import type { CycleId, ProjectId } from "../../domain/ids.ts";
import type { CheckStage } from "../../domain/procedure/stages.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { type NextEntry, openRegister } from "../../store/register.ts";
import { BACKOFF, orAgain, retry } from "../../store/retry.ts";
import type { Table } from "../../store/table.ts";
import type { waits } from "../../store/work.ts";
import { create, put, type Write } from "../../store/write.ts";
import { Appeal } from "./rules.ts";

type Named = Pick<Appeal, "cycleId" | "projectId" | "stage" | "list">;
type Waiting = ReturnType<typeof waits>;

const nameOf = (stage: CheckStage, list: number): string => `${stage}#${String(list).padStart(4, "0")}`;
const keyOf = ({ cycleId, projectId, stage, list }: Named) =>
  keys.appeal(cycleId, projectId, nameOf(stage, list));

/** An appeal as it is to be, over the version that was read. */
export const appealWrite = (appeal: Appeal, work?: Waiting): Write =>
  put({
    key: keyOf(appeal),
    item: { ...appeal, version: appeal.version + 1, ...work },
    when: asRead(appeal.version),
    otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version ?? 0) }),
  });

/** Appeals, one a proposal and published verdict. */
export const openAppeals = (table: Pick<Table, "get" | "query" | "write">) => {
  const get = (named: Named): Promise<Appeal | undefined> => table.get(keyOf(named), Appeal);

  const within = async (cycleId: CycleId, projectId: ProjectId | ""): Promise<Appeal[]> => {
    const { pk, sk = "" } = keys.appeal(cycleId, projectId, "");
    return (await table.query(pk, Appeal, { prefix: sk, consistent: true })).items;
  };

  return {
    get,

    /** Those of one proposal, and of a whole edition. */
    ofProject: within,
    of: (cycleId: CycleId): Promise<Appeal[]> => within(cycleId, ""),

    /** Files one under the next number of the register; of two at once the second finds the first. */
    file: async (
      appeal: Omit<Appeal, "register">,
      entryOf: NextEntry,
      also: (appeal: Appeal) => Promise<{ readonly writes: readonly Write[]; readonly work: Waiting }>,
    ): Promise<Result<Appeal>> =>
      retry(BACKOFF.reading, async () => {
        const before = await get(appeal);
        const filed = ({ filedAt, register }: Appeal) =>
          refusal("appeal/filed", { filedAt, mark: register.mark });
        if (before) return refused(filed(before));
        const { entry, writes } = await openRegister(table).next(appeal.cycleId, entryOf);
        const made: Appeal = { ...appeal, register: { number: entry.number, mark: entry.mark } };
        const beside = await also(made);
        const written = await table.write([
          create({
            key: keyOf(made),
            item: { ...made, ...beside.work },
            otherwise: (met) => {
              const other = Appeal.safeParse(met).data;
              return other ? filed(other) : refusal("service/try-again", { retryAfterSeconds: 1 });
            },
          }),
          ...writes,
          ...beside.writes,
        ]);
        return orAgain(written.ok ? ok(made) : written);
      }),

    save: async (appeal: Appeal, also: readonly Write[], work?: Waiting): Promise<Result<Appeal>> => {
      const outcome = await table.write([appealWrite(appeal, work), ...also]);
      return outcome.ok ? ok({ ...appeal, version: appeal.version + 1 }) : outcome;
    },
  };
};
