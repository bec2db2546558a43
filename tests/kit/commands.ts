import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Told } from "./command-host.ts";

const ROOT = join(import.meta.dirname, "../..");

/** How a command ended, and what it said. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * A command of `infra`, run as often as a test asks in one process, which loads the house once; each run has arguments, a folder and an
 * environment of its own. What ends with its process is run in one of its own.
 */
export const openCommand = (name: string, always: Partial<Pick<Told, "cwd" | "env">> = {}) => {
  const host = fork(join(import.meta.dirname, "command-host.ts"), { silent: true, execArgv: [] });
  const ended = once(host, "exit").then(() => {
    throw new Error(`${name} took its process with it`);
  });
  ended.catch(() => undefined);

  /** What comes on a stream until so many NULs. */
  const heard = (stream: NodeJS.ReadableStream | null, ends: number): Promise<string[]> =>
    new Promise((done) => {
      const chunks: Buffer[] = [];
      const hear = (chunk: Buffer): void => {
        chunks.push(chunk);
        const parts = Buffer.concat(chunks).toString("utf8").split("\0");
        if (parts.length <= ends) return;
        stream?.off("data", hear);
        done(parts);
      };
      stream?.on("data", hear);
    });

  const ran = async (words: readonly string[], own: Partial<Told>): Promise<Ran> => {
    const both = Promise.all([heard(host.stdout, 1), heard(host.stderr, 2)]);
    const file = join(ROOT, "infra", `${name}.ts`);
    host.send({ file, words, cwd: ROOT, env: process.env, ...always, ...own } satisfies Told);
    const [[out = ""], [err = "", code]] = await Promise.race([both, ended]);
    return { code: Number(code), out, err };
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (words: readonly string[], own: Partial<Pick<Told, "cwd" | "env">> = {}): Promise<Ran> => {
      const next = last.then(() => ran(words, own));
      last = next.catch(() => undefined);
      return next;
    },
    close: (): void => void host.kill(),
  };
};
