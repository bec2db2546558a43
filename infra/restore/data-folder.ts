import { existsSync } from "node:fs";
import { join } from "node:path";
import { logUnreadable } from "../../shared/platform/log.ts";
import { openStore } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import type { Finding } from "../doctor/finding.ts";
import { dataFile } from "../local/dynamodb/engines.ts";
import { startDynamoDb } from "../local/dynamodb.ts";
import { HERE, NAMES } from "../local/local-deps.ts";
import type { StartFault } from "../local/start-fault.ts";
import { copyFolder } from "./copy-folder.ts";
import { look, type Restored, rejoin } from "./rejoin.ts";

const opened = async <T>(folder: string, work: (restored: Restored) => Promise<T>): Promise<T> => {
  let gone: StartFault | undefined;
  const onGone = (fault: StartFault): void => {
    gone = fault;
  };
  const database = await startDynamoDb({ folder, onGone });
  try {
    const store = openStore(openTable(NAMES, { ...HERE, ...database.reach }, logUnreadable));
    return await work({ store, names: NAMES, folder: join(folder, "restore") });
  } catch (error) {
    throw gone ?? error;
  } finally {
    await database.stop();
  }
};

/** A data folder out of another one, with its votes held against one another. */
export const restoreFolder = async (from: string, to: string): Promise<Finding[]> => {
  await copyFolder(from, to);
  return await opened(to, look);
};

/** A folder that was restored, with the answers of the link key's holders done. */
export const rejoinFolder = async (folder: string, answers: readonly string[]): Promise<Finding[]> => {
  if (!existsSync(dataFile(folder)))
    throw new Error(`${folder} was not restored yet: --from says out of what.`);
  if (existsSync(join(folder, "house.pid")))
    throw new Error(`${folder} was in use: votes are joined before anybody votes again.`);
  return await opened(folder, (restored) => rejoin(restored, answers));
};
