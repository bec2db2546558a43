import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a Node process of its own prints; without a compile cache, which a new container has not either, unless it is given one. */
export const told = async (
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const { NODE_COMPILE_CACHE: _, NODE_OPTIONS: __, ...env } = process.env;
  const { stdout } = await run(process.execPath, [...args], { env: { ...env, ...more } });
  return stdout.trim();
};
