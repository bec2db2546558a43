import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../infra/local/free-port.ts";
import { type Answer, type Call, newKey, type Place } from "../kit/place.ts";

const START = fileURLToPath(new URL("../../infra/local/start.ts", import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly lines: string[];
}

/** Processes whose parent this is. */
const childrenOf = (parent: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, after = ""] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ");
        return Number(after.split(" ")[1]) === parent ? [Number(name)] : [];
      } catch {
        return [];
      }
    });

const isDatabase = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("dynamodb");
  } catch {
    return false;
  }
};

/** `npm start -- --empty` as a process of its own on a folder of its own, to be killed and started again; on a database of ours where it is given. */
export const startHouse = async (folder: string, { endpoint = "" } = {}) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let running: Running | undefined;
  /** Everything that it ever wrote. */
  const said: string[] = [];

  const start = async (): Promise<void> => {
    const child = spawn(process.execPath, [START, "--empty", "--port", String(port)], {
      env: { ...process.env, RYNEK_DATA_DIR: folder, RYNEK_DYNAMODB_ENDPOINT: endpoint },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running = { child, lines: [] };
    await new Promise<void>((ready, failed) => {
      const hear = (chunk: Buffer) => {
        said.push(chunk.toString("utf8"));
        if (chunk.includes("Rynek is ready at")) ready();
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("exit", (status, signal) =>
        failed(new Error(`the house ended (${status ?? signal}): ${said.slice(-5).join("")}`)),
      );
    });
    child.removeAllListeners("exit");
  };

  /** Ends it, and answers with the signal that it ended by; with none where it was over before. */
  const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<NodeJS.Signals | null> => {
    const { child } = running ?? {};
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    child.kill(signal);
    await once(child, "exit");
    return child.signalCode;
  };

  const call = async (route: string, { body, headers = {}, token, key }: Call = {}): Promise<Answer> => {
    const [method = "GET", path = "/"] = route.split(" ");
    const isText = typeof body === "string";
    const reply = await fetch(`${url}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(body !== undefined && { "content-type": isText ? "text/csv" : "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== undefined && { "idempotency-key": key === true ? newKey() : key }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await reply.text();
    const isJson = reply.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: reply.status,
      text,
      headers: reply.headers,
      body: isJson ? JSON.parse(text) : undefined,
    };
  };

  const staff = async (role: string, n = 0): Promise<string> => {
    const { staff } = JSON.parse(readFileSync(join(folder, "local.json"), "utf8"));
    return staff.filter((one: { role: string }) => one.role === role)[n].token;
  };

  /** The letter that is on its way, within ten seconds. */
  const letterTo = async (to: string) => {
    for (const deadline = performance.now() + 10_000; performance.now() < deadline; ) {
      const { body } = await call(`GET /local/mailbox.json?to=${encodeURIComponent(to)}`);
      const letters = Array.isArray(body) ? body : (body?.items ?? body?.mails ?? []);
      if (letters.length > 0) return letters.at(-1);
      await new Promise((done) => setTimeout(done, 20));
    }
    return undefined;
  };

  /** Moves the clock by what a function makes of it; whatever falls due is done when it answers. */
  const moveTo = async (moment: number | ((now: number) => number)) => {
    const { body } = await call("GET /local/clock");
    const now = Date.parse(body.now);
    const to = typeof moment === "number" ? moment : moment(now);
    const moved = await call("PUT /local/clock", { body: { now: new Date(to).toISOString() } });
    return { ok: moved.status === 200, now: to };
  };

  await start();
  const place = {
    url,
    call,
    staff,
    letterTo,
    settle: async () => {
      await call("PUT /local/clock", { body: { advance: "PT2S" } });
    },
    clock: { now: () => Date.now(), moveTo },
  } as unknown as Place;

  return {
    place,
    said,
    start,
    /** As when the machine loses power, or the kernel takes what it needs. */
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    /** Kills the database alone; the house starts it again. */
    killDatabase: (): boolean => {
      const pid = childrenOf(running?.child.pid ?? 0).find(isDatabase);
      if (pid !== undefined) process.kill(pid, "SIGKILL");
      return pid !== undefined;
    },
  };
};

export type StartedHouse = Awaited<ReturnType<typeof startHouse>>;
