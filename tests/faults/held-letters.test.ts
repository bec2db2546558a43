import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { duties } from "../../functions/notices/index.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { addressName } from "../../shared/platform/letter-names.ts";
import { keys } from "../../shared/store/keys.ts";
import { HELD, noticeWrite } from "../../shared/store/notices.ts";
import { SAMPLES } from "../domain/letter-samples.ts";
import { CYCLE, openPostOffice, type PostOffice, START, startDatabase } from "./post-office.ts";

const TO = "author@example.com";
const SUBJECT = { of: "project", cycleId: CYCLE, projectId: "prj_7k3m9x2qav5d8r1t" } as const;
const Any = z.looseObject({});

let database: Awaited<ReturnType<typeof startDatabase>>;
let office: PostOffice;

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  database = await startDatabase();
  office = await openPostOffice(database);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await office?.close();
  await database?.stop();
});

const consume = async (): Promise<void> => duties.consume?.(office.deps);

/** A consumer in a process of its own, killed in the moment in which it hands its letter to the mail. */
const killedWhileSending = async (): Promise<void> => {
  let kill = (): void => undefined;
  const silent = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => (body.includes("SendRawEmail") ? kill() : response.writeHead(404).end()));
  });
  await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
  const { port } = silent.address() as AddressInfo;
  const endpoints = { ...office.endpoints, mail: `http://127.0.0.1:${port}/local/ses` };
  const asked = ["tests/faults/telling.ts", JSON.stringify(endpoints), START];
  const consumer = spawn(process.execPath, asked, { stdio: "ignore" });
  kill = () => void consumer.kill("SIGKILL");
  const [, signal] = await once(consumer, "exit");
  silent.closeAllConnections();
  silent.close();
  expect(signal).toBe("SIGKILL");
};

test("a letter about a decision whose teller is killed is somebody's work, and never doubled", async () => {
  const { store } = office.deps;
  const about = notice("proposal/rejected", TO, "pl", SAMPLES["proposal/rejected"]);
  await store.table.write([noticeWrite("test/held", about, office.deps.system.now(), { subject: SUBJECT })]);
  await killedWhileSending();
  expect(await office.stillWaiting(HELD)).toBe(1);

  // While a living consumer may still hold it, nobody touches it.
  office.pass(299);
  await consume();
  expect(await office.stillWaiting(HELD)).toBe(1);
  office.pass(2);
  await Promise.all([consume(), consume()]);
  expect(office.letters()).toEqual([]);
  expect(await store.table.get(keys.notice("test/held"), Any)).toMatchObject({ untold: "killed" });
  expect(await office.stillWaiting(HELD)).toBe(0);
  const rows = await store.ledger.of(await addressName(office.deps, TO), office.deps.system.now());
  expect(rows).toMatchObject([{ kind: "proposal/rejected", state: "unknown", reason: "killed", tries: 1 }]);

  const work = [];
  for await (const one of store.table.work("queue#coordinator")) work.push(one);
  expect(work).toHaveLength(1);
  const letterId = String(work[0]?.work.id) as `ltr_${string}`;
  const letter = await store.letters.get(letterId);
  if (!letter) throw new Error("the letter is nobody's work");
  expect(letter).toMatchObject({ outcome: "unknown", subject: SUBJECT, state: "waiting" });
  const settled = { by: "1", byName: "Anna", at: office.deps.system.now() };
  await store.table.write(await store.letters.settle(letter, "send", settled));
  await consume();
  expect(office.letters().map(({ to }) => to)).toEqual([TO]);
});

test("what a living consumer tells is held by nobody afterwards", async () => {
  const { store, system } = office.deps;
  const about = notice("proposal/accepted", TO, "pl", SAMPLES["proposal/accepted"]);
  await store.table.write([noticeWrite("test/told", about, system.now(), { subject: SUBJECT })]);
  office.mailbox.trouble({ kind: "throttle", times: 1, to: TO });
  await consume();
  expect([await office.stillWaiting(HELD), await office.stillWaiting("notices")]).toEqual([0, 1]);
  office.mailbox.trouble({ kind: "reject", times: 1, to: TO });
  office.pass(300);
  await consume();
  expect([await office.stillWaiting(HELD), await office.stillWaiting("notices")]).toEqual([0, 0]);
});
