import { execFile } from "node:child_process";
import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const FOLDER = "compile-cache";

/** Where Node finds what was compiled before. The folder is read-only there, and Node takes one that exists. */
export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: `/var/task/${FOLDER}`,
  // It was made in another place than it is used in.
  NODE_COMPILE_CACHE_PORTABLE: "1",
};

/** How Lambda starts Node in a function of so much memory. V8 takes no code that was compiled under other flags. */
export const lambdaFlags = (memoryMb: number): readonly string[] => [
  "--expose-gc",
  "--max-http-header-size=81920",
  `--max-semi-space-size=${Math.floor(memoryMb / 20)}`,
  `--max-old-space-size=${memoryMb - Math.floor(memoryMb / 10)}`,
];

/** Loads every file of a function once, so that V8 has compiled what runs when each is loaded. */
const LOAD_ALL = `
for (const file of require("node:fs").readdirSync(process.argv[1]))
  if (file.endsWith(".cjs")) require(require("node:path").join(process.argv[1], file));
require("node:module").flushCompileCache();
`;

/** Compiles a bundled function for this machine's platform and Node, into its own folder. */
export const compileAhead = async (folder: string, memoryMb: number): Promise<void> => {
  const NODE_COMPILE_CACHE = join(folder, FOLDER);
  await run(process.execPath, [...lambdaFlags(memoryMb), "-e", LOAD_ALL, folder], {
    env: { ...COMPILE_CACHE, NODE_COMPILE_CACHE },
  });
};

/** The user that Lambda runs functions as: Node keeps what each user compiled apart. */
const LAMBDA_USER = 993;

/** Whether this machine compiles what functions run: the cache of any other would be weight that nobody reads. */
export const compilesForLambda = process.platform === "linux" && process.arch === "arm64";

/** What was compiled here, for the user that runs it there. */
export const giveToLambda = (folder: string): void => {
  const cache = join(folder, FOLDER);
  for (const version of readdirSync(cache))
    renameSync(join(cache, version), join(cache, version.replace(/\d+$/, String(LAMBDA_USER))));
};
