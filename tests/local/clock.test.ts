import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type LocalClock, openClock } from "../../infra/local/clock.ts";
import { clockDoor } from "../../infra/local/clock-door.ts";
import { type Gateway, openGateway } from "../../infra/local/gateway.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";

const DAY = 86_400_000;
let gateway: Gateway;
afterEach(() => gateway?.close());

const serve = async (clock: LocalClock) => {
  gateway = await openGateway({
    spoken: LANGUAGES,
    rows: [],
    invoke: async () => null,
    authorizer: async () => null,
    clock,
    frontSecret: "front",
    port: 0,
    host: "127.0.0.1",
    extra: clockDoor(clock),
  });
  return async (body: unknown) => {
    const answer = await fetch(`${gateway.url}/local/clock`, { method: "PUT", body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as { now: string } };
  };
};

test("the clock moves by a duration and answers when the work that fell due is done, in order", async () => {
  const clock = openClock();
  const put = await serve(clock);
  const done: string[] = [];
  clock.onMove(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push("first");
  });
  clock.onMove(() => void done.push("second"));
  const before = clock.now();
  const { status, body } = await put({ advance: "PT48H" });
  expect(status).toBe(200);
  expect(done).toEqual(["first", "second"]);
  expect(Date.parse(body.now) - before).toBeGreaterThanOrEqual(2 * DAY);
  expect(Date.parse(body.now) - before).toBeLessThan(2 * DAY + 5_000);
});

test("the clock is set to a moment with an offset, and never back", async () => {
  const put = await serve(openClock());
  const forward = await put({ now: "2090-09-10T00:00:00+02:00" });
  expect(forward.body.now).toMatch(/^2090-09-09T22:00:0/);
  expect((await put({ now: "2090-09-09T00:00:00+02:00" })).status).toBe(409);
  expect((await put({ advance: "P100Y" })).status).toBe(409);
});

test.each([
  {},
  { now: "tomorrow" },
  { advance: "2 days" },
  { advance: "PT1H", now: "2090-01-01T00:00:00Z" },
  7,
])("%j is no time to set the clock to", async (body) => {
  const put = await serve(openClock());
  const answer = await put(body);
  expect(answer).toMatchObject({
    status: 400,
    body: { title: "Nieczytelny czas", instance: "/local/clock" },
  });
});

test("two moves at once both count", async () => {
  const clock = openClock();
  const put = await serve(clock);
  const before = clock.now();
  await Promise.all([put({ advance: "P1D" }), put({ advance: "P1D" })]);
  expect(clock.now() - before).toBeGreaterThanOrEqual(2 * DAY);
});

test("the offset outlives a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rynek-clock-"));
  await openClock(folder).moveTo((now) => now + 30 * DAY);
  expect(openClock(folder).now()).toBeGreaterThanOrEqual(Date.now() + 30 * DAY - 5_000);
});

test("a clock that is told when to start goes on from there, also after a restart", () => {
  const folder = mkdtempSync(join(tmpdir(), "rynek-clock-"));
  const start = Date.UTC(2020, 1, 29);
  for (const told of [start, start + DAY]) {
    const now = openClock(folder, told).now();
    expect(now).toBeGreaterThanOrEqual(start);
    expect(now).toBeLessThan(start + 5_000);
  }
});
