import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

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
 * and kills the program when the pipe ends. Both have sessions of their own, so that Ctrl-C reaches this process alone.
 */
export const startTied = (command: string, args: readonly string[]): TiedProcess => {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  const leash = child.pid === undefined ? null : hold(child.pid);
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      words = (words + text.toString("utf8")).slice(-4096);
    });

  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (status, signal) => resolve(signal ? `signal ${signal}` : `status ${status}`));
  }).then((how) => {
    leash?.kill("SIGKILL");
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

const hold = (pid: number): ChildProcess => {
  const leash = spawn("/bin/sh", ["-c", 'read -r _; kill -9 "$1" 2>/dev/null', "sh", String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  leash.unref();
  void once(leash, "exit").catch(() => undefined);
  return leash;
};
