import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { readDemo } from "../../infra/local/demo/seed.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { verdictOn } from "../../infra/verify/checks.ts";
import { openPackage } from "../../infra/verify/open-package.ts";
import type { Phase } from "../../shared/domain/cycle/phases.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import type { Results } from "../../shared/domain/results/results.ts";
import { inTurn } from "../kit/in-turn.ts";

const { test } = inTurn();

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LONG = 300_000;

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

interface Full {
  readonly seatsLeft: number;
  readonly waiting: number;
}

const local = () => JSON.parse(readFileSync(join(folder, "local.json"), "utf8"));

const fetched = async (path: string, init: RequestInit = {}) => {
  const reply = await fetch(`${local().url}${path}`, init);
  // biome-ignore lint/suspicious/noExplicitAny: replies of every shape are looked into
  return { status: reply.status, body: (await reply.json()) as any };
};

/** A request of the n-th demo person of a role. */
const byStaff = (role: Role, route: string, body?: object, n = 0) => {
  const [method = "GET", path = "/"] = route.split(" ");
  const { token } = local().staff.filter((one: { role: Role }) => one.role === role)[n];
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return fetched(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
};

const results = async (): Promise<Results> =>
  (await fetched(`/v1/cycles/${local().demo.publishedCycleId}/results`)).body;

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
  const { body } = await fetched("/v1/cycles");
  const phases = body.items.map(({ phase }: { phase: Phase }) => phase);
  expect(phases.sort()).toEqual(
    [
      "submission",
      "formal-review",
      "merit-review",
      "appeals",
      "ballot-frozen",
      "voting",
      "results",
      "implementation",
    ].sort(),
  );
  const { demo, staff } = local();
  expect(demo.voters.length).toBeGreaterThanOrEqual(20);
  expect(staff.filter(({ role }: { role: string }) => role === "commission")).toHaveLength(2);
});

test("a first start says in plain lines what it makes and where things are; its records are in a file", () => {
  const lines = said.join("").split("\n");
  expect(lines.filter((line) => line.startsWith("{"))).toEqual([]);
  expect(lines.length).toBeLessThan(32);
  expect(lines).toContain("  an edition in its vote, with voters to vote as");
  expect(lines.some((line) => line.includes(join(folder, "house.log")))).toBe(true);
  expect(readFileSync(join(folder, "house.log"), "utf8")).toMatch(
    /^\{"timestamp":"[^"]+","level":"info","event":"step"/m,
  );
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

test("turnout and money of the published edition are those of a real one", async () => {
  const { turnout, pools } = await results();
  expect(turnout.voters / (turnout.residents ?? 1)).toBeGreaterThan(0.1);
  expect(turnout.voters / (turnout.residents ?? 1)).toBeLessThan(0.2);
  expect(pools).toHaveLength(23);
  const sum = (of: (pool: Results["pools"][number]) => number) =>
    pools.reduce((total, pool) => total + of(pool), 0);
  const spent = sum(({ costGrosze }) => costGrosze) / sum(({ amountGrosze }) => amountGrosze);
  expect(spent).toBeGreaterThan(0.85);
  expect(spent).toBeLessThan(1);
  const selected = sum((pool) => pool.selected.length);
  const lost = sum(({ projects }) => projects.filter(({ outcome }) => outcome === "did-not-fit").length);
  expect(selected).toBeGreaterThan(lost);
  expect(lost).toBeGreaterThan(40);
});

test("no two projects of a list have one title", async () => {
  for (const { projects } of (await results()).pools) {
    const titles = new Set(projects.map(({ title }) => title));
    expect(titles.size).toBe(projects.length);
  }
});

test("one result was settled by lot, and its page says by which draw", async () => {
  const { pools } = await results();
  const byLot = pools.filter(({ ties }) => ties.some((tie) => tie.decided && tie.settledBy.includes("lot")));
  expect(byLot).toHaveLength(1);
  const { url, demo } = local();
  const page = await (await fetch(`${url}/wyniki/${demo.publishedCycleId}/${byLot[0]?.id}`)).text();
  expect(page).toContain("losowanie publiczne");
});

test("another rule would fund other projects, citywide too", async () => {
  const path = `/v1/cycles/${local().demo.publishedCycleId}/results/what-if`;
  const { body } = await fetched(`${path}?pool=M&rule=equalshares/add1-exhaustive`);
  const { projects } = body as { projects: { funded: boolean; fundedWhatIf: boolean }[] };
  expect(projects.some(({ funded, fundedWhatIf }) => funded && !fundedWhatIf)).toBe(true);
  expect(projects.some(({ funded, fundedWhatIf }) => !funded && fundedWhatIf)).toBe(true);
});

test("an outsider verifies the published package", async () => {
  const { url, demo } = local();
  const address = `${url}/v1/cycles/${demo.publishedCycleId}/results/package.zip`;
  const zip = join(folder, "package.zip");
  writeFileSync(zip, new Uint8Array(await (await fetch(address)).arrayBuffer()));
  expect(await verdictOn(await openPackage(zip), undefined, () => undefined)).toMatch(/^CONSISTENT/);
});

test("consultations are open, announced and over; a meeting is full with people waiting, another is called off", async () => {
  const { body: consultations } = await fetched("/v1/consultations");
  const statuses = new Set(consultations.items.map(({ status }: { status: string }) => status));
  expect(statuses).toEqual(new Set(["gathering", "announced", "report-due", "effects"]));
  const { body: meetings } = await fetched("/v1/meetings");
  const full = meetings.items.filter((one: Full) => one.seatsLeft === 0 && one.waiting > 0);
  expect(full.length).toBeGreaterThan(0);
  expect(meetings.items.some(({ state }: { state: string }) => state === "cancelled")).toBe(true);
});

test("residents were heard: a report with answers, and requests that were accepted, called and appealed", async () => {
  const { body: consultations } = await fetched("/v1/consultations");
  const over = consultations.items.find(({ status }: { status: string }) => status === "effects");
  const { body: report } = await fetched(`/v1/consultations/${over.id}/report`);
  expect(report.numbers.total).toBe(4);
  const { body: requests } = await fetched("/v1/consultations/requests");
  const states = requests.items.map(({ state }: { state: string }) => state);
  expect(states.toSorted()).toEqual(["accepted", "at-council", "called"]);
});

test("a survey is on with answers from screens and from paper, another one has its final results", async () => {
  const { body } = await byStaff("editor", "GET /v1/staff/surveys");
  const seen = body.items.filter(({ state }: { state: string }) => state !== "draft");
  const ids: string[] = seen.map(({ id }: { id: string }) => id);
  const results = await Promise.all(ids.map(async (id) => (await fetched(`/v1/surveys/${id}/results`)).body));
  expect(results.map(({ isFinal }) => isFinal).toSorted()).toEqual([false, true]);
  const on = results.find(({ isFinal }) => !isFinal).revisions[0];
  expect([on.web > 40, on.paper > 10]).toEqual([true, true]);
});

test("work waits on the desk of each role that has a queue", async () => {
  const seen: Record<string, string[]> = {};
  for (const role of ["coordinator", "verifier", "clerk", "commission", "editor", "moderator"] as const) {
    const { body } = await byStaff(role, "GET /v1/staff/work");
    seen[role] = [...new Set<string>(body.items.map(({ kind }: { kind: string }) => kind))].sort();
  }
  expect(seen).toMatchObject({
    coordinator: ["admit-proposal", "clear-way", "given-up-letter", "of-subject", "pending-act"],
    verifier: ["check-proposal", "of-subject"],
    clerk: ["decide-statement", "key-batch", "sign-day"],
    commission: ["clear-way", "decide-statement", "pending-act", "sign-day"],
    editor: ["given-up-letter", "of-subject"],
    moderator: ["of-subject"],
  });
  const { items } = (await fetched("/v1/consultations/moderation")).body;
  expect(items.map(({ act }: { act: string }) => act).sort()).toEqual(["hidden", "masked"]);
});

test("the start says where the keys are that open the demo's vote", async () => {
  const keys = /Demo's keys {3}(.+?) {2}\(/.exec(said.join(""))?.[1] ?? "";
  const { privateKey } = JSON.parse(readFileSync(join(keys, "ballots.private.json"), "utf8"));
  const at = `/v1/staff/cycles/${local().demo.votingCycleId}`;
  // The batch of cards and the statements of the demo, and of the test before, have to be settled first.
  const { body: work } = await byStaff("clerk", "GET /v1/staff/work");
  const batch = work.items.find(({ kind }: { kind: string }) => kind === "key-batch").id;
  const correction = `POST ${at}/paper-batches/${batch}/correction`;
  const { body: proposed } = await byStaff("clerk", correction, { cards: 0, reason: "Puste karty" });
  const { pendingId } = proposed;
  expect((await byStaff("clerk", `${correction}/acceptance`, { pendingId }, 1)).status).toBe(200);
  const moved = await fetched("/local/clock", { method: "PUT", body: JSON.stringify({ advance: "P13D" }) });
  expect(moved.status).toBe(200);
  const { body: statements } = await byStaff("commission", `GET ${at}/statements`);
  for (const { id } of statements.items)
    await byStaff("commission", `POST ${at}/statements/${id}/decision`, {
      result: "rejected",
      reason: "Nie",
    });
  expect((await byStaff("commission", `POST ${at}/count-key`, { privateKey })).status).toBe(202);
});

test(
  "a later start finds the city as it was left",
  async () => {
    const before = local().demo;
    await end("SIGTERM");
    await start("Rynek is ready at");
    expect(local().demo).toEqual(before);
    expect(said.join("")).not.toContain("building the demo city");
    expect((await fetched("/v1/cycles")).body.items).toHaveLength(8);
  },
  LONG,
);

test("a demo that another release wrote otherwise does not keep the city from starting", () => {
  expect(readDemo(folder)).toEqual(local().demo);
  writeFileSync(join(folder, "demo.json"), JSON.stringify({ votingCycleId: local().demo.votingCycleId }));
  expect(readDemo(folder)).toBeUndefined();
});
