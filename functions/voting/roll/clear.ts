import { plusSeconds } from "../../../shared/domain/time.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { log } from "../../../shared/platform/log.ts";
import type { RollImport } from "../../../shared/store/roll-imports.ts";

/** Whoever is at it has done it by then. */
const LEFT_SECONDS = 86_400;
/** A start that was lost is made again. */
const LOST_SECONDS = 60;

/** Takes away what is left of an import that is neither in force nor waits for anybody; one whose reading never began is begun. */
const clear = async (one: RollImport, { store, machine, system }: Deps): Promise<void> => {
  const now = system.now();
  const isOlder = (seconds: number): boolean => plusSeconds(one.at, seconds) < now;
  // The proposal first: one that is accepted after it was read here was waiting.
  const act = await store.pending.standing(one.cycleId, "import-roll", "");
  if (act?.state === "proposed" && act.proposal.importId === one.id) {
    if (one.file && !act.proposal.preview && isOlder(LOST_SECONDS)) await machine.readRoll(one.id);
    return;
  }
  const cycle = await store.cycles.get(one.cycleId);
  if (cycle?.roll?.importId === one.id || !isOlder(LEFT_SECONDS)) return;
  await store.roll.drop(one.cycleId, one.id, one.shards ?? 0);
  const upload = one.file && (await store.uploads.get(one.file.upload));
  const released = upload?.state === "attached" ? [await store.uploads.release(upload, now)] : [];
  await store.table.write([...released, await store.rollImports.forget(one.id)]);
};

/** Each import stands alone. */
export const clearImports = async (deps: Deps): Promise<void> => {
  for (const one of await deps.store.rollImports.list()) {
    try {
      await clear(one, deps);
    } catch (error) {
      log.error({ event: "roll/clear", cycleId: one.cycleId, error });
    }
  }
};
