import type { CycleId } from "../domain/ids.ts";
import { accept } from "../domain/result.ts";
import { RunningTurnout } from "../domain/voting/turnout.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put } from "./write.ts";

/** The last reading of each vote's turnout. The one before it is gone: two of them would tell of the time between. */
export const openTurnouts = (table: Table) => ({
  get: (cycleId: CycleId): Promise<RunningTurnout | undefined> =>
    table.get(keys.turnout(cycleId), RunningTurnout),
  renew: async (cycleId: CycleId, turnout: RunningTurnout): Promise<void> =>
    accept(await table.write([put({ key: keys.turnout(cycleId), item: turnout })])),
});
