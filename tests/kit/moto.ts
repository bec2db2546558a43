import { spawn, spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../infra/local/free-port.ts";

let found: boolean | undefined;
/** Whether this machine has the second emulator of AWS. */
export const hasMoto = (): boolean => {
  found ??= spawnSync("moto_server", ["--help"]).status === 0;
  return found;
};

/** What the SDK's clients, also those of a command that is started, need to know to ask it. */
export interface Moto {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

const PATIENCE_MS = 60_000;

/** An emulator of AWS with nothing in it; its state machines call functions at `lambdaPort`. */
export const startMoto = async (lambdaPort?: number): Promise<Moto> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
    env: { ...process.env, ...(lambdaPort && { MOTO_PORT: String(lambdaPort) }) },
  });
  for (const deadline = performance.now() + PATIENCE_MS; ; await pause(50)) {
    const answer = await fetch(`${url}/moto-api/`).catch(() => undefined);
    if (answer) break;
    if (performance.now() > deadline) throw new Error("moto does not start");
  }
  return {
    url,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_REGION: "eu-central-1",
    },
    stop: () => void child.kill(),
  };
};
