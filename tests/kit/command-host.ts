/** Runs the commands that it is told, one after the other; whoever told it knows by a NUL on both streams that one has ended. */
import { pathToFileURL } from "node:url";

export interface Told {
  readonly file: string;
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

let told = 0;
process.on("message", async ({ file, words, cwd, env }: Told) => {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, file, ...words];
  process.exitCode = undefined;
  told += 1;
  try {
    // The command itself is run anew, what it is made of stays.
    await import(`${pathToFileURL(file)}?${told}`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  process.stdout.write("\0");
  process.stderr.write(`\0${process.exitCode ?? 0}\0`);
});
