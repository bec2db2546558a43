import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Writable } from "node:stream";

export interface TiedProcess {
  /** The last lines it wrote, at most 4 KiB. */
  lastWords(): string;
  /** Resolves when it is gone, with a word on how: `status 1`, `signal SIGKILL`, or why it could not start. */
  readonly gone: Promise<string>;
  /** SIGTERM, and SIGKILL after 3 s. */
  stop(): Promise<void>;
}

/**
 * Starts a program that does not outlive this one, even when this one is killed with SIGKILL: a shell holds a pipe from here
 * and kills the programs that were named in it when it ends. All have sessions of their own, so that Ctrl-C reaches this process alone.
 */
export const startTied = (command: string, args: readonly string[]): TiedProcess => {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  const release = child.pid === undefined ? undefined : hold(child.pid);
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      words = (words + text.toString("utf8")).slice(-4096);
    });

  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (status, signal) => resolve(signal ? `signal ${signal}` : `status ${status}`));
  }).then((how) => {
    release?.();
    return how;
  });

  return {
    lastWords: () => words.trim(),
    gone,
    stop: async () => {
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), 3_000);
      await gone;
      clearTimeout(force);
    },
  };
};

/** Each line of its pipe is a process to kill at the end, or with a minus one that is gone already. */
const LEASH = `
held=
while read -r pid; do
  rest=
  for one in $held; do [ "$one" = "\${pid#-}" ] || rest="$rest $one"; done
  case $pid in -*) held=$rest ;; *) held="$rest $pid" ;; esac
done
for one in $held; do kill -9 "$one" 2>/dev/null; done`;

/** One for all programs of this process: each start copies the tables of its memory. */
let leash: ChildProcessByStdio<Writable, null, null> | undefined;

const openLeash = () => {
  const shell = spawn("/bin/sh", ["-c", LEASH], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  shell.unref();
  shell.on("error", () => undefined);
  shell.stdin.on("error", () => undefined);
  shell.once("exit", () => {
    leash = undefined;
  });
  return shell;
};

/** Ties a process, and answers what unties it. */
const hold = (pid: number): (() => void) => {
  leash ??= openLeash();
  const { stdin } = leash;
  stdin.write(`${pid}\n`);
  return () => void stdin.write(`-${pid}\n`);
};
