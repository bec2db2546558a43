import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../local/free-port.ts";

export interface RunningSystem {
  readonly url: string;
  readonly token: (role: string, n?: number) => string;
  /** The token and the name of somebody with the role of a unit, in that unit. */
  readonly ofUnit: (unit: string, n?: number) => string;
  readonly nameOf: (unit: string, n?: number) => string;
  readonly stop: () => Promise<void>;
}

const START = fileURLToPath(new URL("../local/start.ts", import.meta.url));
const PATIENCE_MS = 30_000;

/** A system of its own, in a process and a folder of its own, as `npm start -- --empty` makes it. */
export const startSystem = async (city: string): Promise<RunningSystem> => {
  const folder = mkdtempSync(join(tmpdir(), "rynek-rehearsal-"));
  const file = join(folder, "local.json");
  const child = spawn(process.execPath, [START, "--empty", "--port", String(await freePort())], {
    env: { ...process.env, RYNEK_DATA_DIR: folder, RYNEK_CITY: city },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let words = "";
  child.stderr?.on("data", (part) => {
    words = `${words}${part}`.slice(-4000);
  });
  const deadline = performance.now() + PATIENCE_MS;
  while (!existsSync(file)) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`the system did not start.\n${words}`);
    await pause(50);
  }
  const about: { url: string; staff: { role: string; token: string; unit: string | null; name: string }[] } =
    JSON.parse(readFileSync(file, "utf8"));
  const inUnit = (unit: string, n: number) => {
    const person = about.staff.filter((one) => one.role === "unit" && one.unit === unit)[n];
    if (!person) throw new Error(`nobody gives opinions of ${unit}`);
    return person;
  };
  return {
    url: about.url,
    ofUnit: (unit, n = 0) => inUnit(unit, n).token,
    nameOf: (unit, n = 0) => inUnit(unit, n).name,
    token: (role, n = 0) => {
      const person = about.staff.filter((one) => one.role === role)[n];
      if (!person) throw new Error(`nobody is ${role}`);
      return person.token;
    },
    stop: async () => {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
