import { spawnSync } from "node:child_process";

let found: boolean | undefined;
/** Whether this machine has the linter of templates. */
export const hasCfnLint = (): boolean => {
  found ??= spawnSync("cfn-lint", ["--version"]).status === 0;
  return found;
};
