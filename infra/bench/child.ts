import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a Node process of its own prints; without a compile cache, which a new container has not either. */
export const told = async (args: readonly string[]): Promise<string> => {
  const { NODE_COMPILE_CACHE: _, NODE_OPTIONS: __, ...env } = process.env;
  const { stdout } = await run(process.execPath, [...args], { env });
  return stdout.trim();
};
