import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { freePort } from "../../infra/local/free-port.ts";
import { inTurn } from "../kit/in-turn.ts";

const { test } = inTurn();

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LONG = 120_000;

let folder: string;
let child: ChildProcess | undefined;
const said: string[] = [];

/** `npm start` on the folder, until it says so much. */
const start = async (until: string): Promise<void> => {
  const started = spawn(process.execPath, ["infra/local/start.ts", "--port", String(await freePort())], {
    cwd: ROOT,
    env: { ...process.env, RYNEK_DATA_DIR: folder, RYNEK_DYNAMODB_ENDPOINT: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = started;
  said.length = 0;
  await new Promise<void>((ready, failed) => {
    const hear = (chunk: Buffer): void => {
      said.push(chunk.toString("utf8"));
      if (said.join("").includes(until)) ready();
    };
    for (const stream of [started.stdout, started.stderr]) stream?.on("data", hear);
    started.once("exit", () => failed(new Error(said.join(""))));
  });
};

const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.removeAllListeners("exit");
  child.kill(signal);
  await once(child, "exit");
};

const local = () => JSON.parse(readFileSync(join(folder, "local.json"), "utf8"));

const fetched = async (path: string, init: RequestInit = {}) => {
  const reply = await fetch(`${local().url}${path}`, init);
  const body = (await reply.json()) as { items?: { id: string; phase: string }[] };
  return { status: reply.status, items: body.items };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-demo-"));
  await start("building the demo city");
  // The first edition of the demo is there by now, and nothing after it.
  await new Promise((done) => setTimeout(done, 2000));
  await end("SIGKILL");
  await start("Rynek is ready at");
}, LONG);
afterAll(async () => {
  await end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

test("a first start that was killed is made anew: one demo city, whole", async () => {
  const { items } = await fetched("/v1/cycles");
  expect(items?.map(({ phase }) => phase).sort()).toEqual(["results", "submission", "voting"]);
  const { demo, staff } = local();
  expect(demo.voters.length).toBeGreaterThanOrEqual(20);
  expect(staff.filter(({ role }: { role: string }) => role === "commission")).toHaveLength(2);
});

test("a first start says in plain lines what it makes and where things are; its records are in a file", () => {
  const lines = said.join("").split("\n");
  expect(lines.filter((line) => line.startsWith("{"))).toEqual([]);
  expect(lines.length).toBeLessThan(30);
  expect(lines).toContain("  an edition in its vote, with voters to vote as");
  expect(lines.some((line) => line.includes(join(folder, "house.log")))).toBe(true);
  expect(readFileSync(join(folder, "house.log"), "utf8")).toMatch(/^\{"level":"info","event":"step"/m);
});

test("the demo's vote lets one try a text to a phone, a child with a guardian, and a statement", async () => {
  const { demo, mailbox } = local();
  const at = `/v1/cycles/${demo.votingCycleId}`;
  const post = async (path: string, body: object) => {
    const reply = await fetch(`${local().url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await reply.json()) as Record<string, unknown>;
  };
  const [child] = demo.children;
  const { pesel, mothersMaidenName } = child;
  const opened = await post(`${at}/voter-sessions`, { pesel, mothersMaidenName, phone: "600100200" });
  const code = await vi.waitFor(async () => {
    const [text] = (await (await fetch(`${mailbox}.json?to=%2B48600100200`)).json()) as {
      channel: string;
      text: string;
    }[];
    expect(text?.channel).toBe("sms");
    return /\b\d{6}\b/.exec(text?.text ?? "")?.[0];
  }, 10_000);
  const session = `${at}/voter-sessions/${opened.session}/code`;
  expect(await post(session, { code })).toMatchObject({ status: 422, code: "voting/guardian" });
  expect(await post(session, { code, guardian: true })).toMatchObject({ district: child.district });
  const { email, district, ...facts } = demo.notOnRoll;
  const more = { firstName: "Ewa", surname: "Nowa", address: "Rynek 1", declarations: [true, true] };
  expect(await post(`${at}/statements`, { ...facts, ...more, email, district })).toHaveProperty("statement");
});

test("the start says where the keys are that open the demo's vote", async () => {
  const keys = /Demo's keys {3}(.+?) {2}\(/.exec(said.join(""))?.[1] ?? "";
  const { votingCycleId } = local().demo;
  const { privateKey } = JSON.parse(readFileSync(join(keys, "ballots.private.json"), "utf8"));
  const moved = await fetched("/local/clock", { method: "PUT", body: JSON.stringify({ advance: "P13D" }) });
  expect(moved.status).toBe(200);
  const { token } = local().staff.find(({ role }: { role: string }) => role === "commission");
  const at = `/v1/staff/cycles/${votingCycleId}`;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const post = (path: string, body: object) =>
    fetched(`${at}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  // The statement of the test before has to be decided first.
  const { items = [] } = await fetched(`${at}/statements`, { headers });
  for (const { id } of items) await post(`/statements/${id}/decision`, { result: "rejected", reason: "Nie" });
  expect((await post("/count-key", { privateKey })).status).toBe(202);
});

test(
  "a later start finds the city as it was left",
  async () => {
    const before = local().demo;
    await end("SIGTERM");
    await start("Rynek is ready at");
    expect(local().demo).toEqual(before);
    expect(said.join("")).not.toContain("building the demo city");
    expect((await fetched("/v1/cycles")).items).toHaveLength(3);
  },
  LONG,
);
