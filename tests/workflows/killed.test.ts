import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStates } from "../../infra/local/states/open-states.ts";
import { runs, seed } from "../kit/chance.ts";
import { runCycle } from "./cycle-run.ts";
import { executions, HELD } from "./killed-machine.ts";
import { arn, hold, machine } from "./shorthands.ts";
import { createClock } from "./stage.ts";

const day = (n: number) => Date.parse("2027-01-01T00:00:00.000Z") + n * 86_400_000;
const at = (n: number, seconds = 0) => new Date(day(n) + seconds * 1000).toISOString();

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rynek-states-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const freshFile = () => join(folder, `${++files}.sqlite`);

/**
 * A vote that staff extend by a day during its hold, and a count whose second pool fails for three seconds; the machine is
 * killed at the given boundaries, numbered over all its lives.
 */
const voteAndCount = async (boundaries: readonly number[]) => {
  let boundary = 0;
  const cycle = runCycle({
    path: freshFile(),
    phases: [
      { name: "voting", opensAt: day(40), endsAt: day(54), work: "none" },
      { name: "counting", opensAt: day(55), endsAt: day(60), work: "count" },
    ],
    pools: ["M", "L1"],
    fault: (step, pool) => {
      if (step === "count" && pool === "L1" && cycle.clock.now() < day(55) + 3000) throw new Error("away");
    },
    killed: () => boundaries.includes(++boundary),
  });
  await cycle.begin();
  await cycle.until(day(50));
  for (const phase of cycle.city.phases.slice(0, 1)) phase.endsAt = day(55);
  await cycle.send("SendTaskSuccess", { taskToken: cycle.city.tokens.get("voting ending"), output: "{}" });
  await cycle.until();
  const { status } = await cycle.status();
  cycle.close();
  return { status, journal: cycle.city.journal(), steps: cycle.steps(), boundaries: boundary };
};

const OUTCOME = {
  status: "SUCCEEDED",
  journal: [
    `opened voting at ${at(40)}`,
    `closed voting at ${at(55)}`,
    `opened counting at ${at(55)}`,
    ...[0, 1, 2].map((segment) => `opened segment ${segment} of 3 at ${at(55)}`),
    `collected at ${at(55)}`,
    `counted M at ${at(55)}`,
    `counted L1 at ${at(55, 6)}`,
    `attested at ${at(55, 6)}`,
    `closed counting at ${at(60)}`,
  ],
};

test("killed at any one moment, the machine takes up the cycle where it was", async () => {
  const undisturbed = await voteAndCount([]);
  expect(undisturbed).toMatchObject(OUTCOME);
  // One in five of them, in the short form, from one that is drawn.
  const step = runs(1) > 1 ? 1 : 5;
  for (let boundary = 1 + (seed % step); boundary <= undisturbed.boundaries; boundary += step) {
    const { steps, ...outcome } = await voteAndCount([boundary]);
    expect(outcome, `killed at ${boundary}`).toMatchObject(OUTCOME);
    expect(steps - undisturbed.steps, `steps done again when killed at ${boundary}`).toBeLessThanOrEqual(2);
  }
});

test("killed again and again, it still does", async () => {
  const moments = fc.uniqueArray(fc.integer({ min: 1, max: 140 }), { minLength: 2, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(moments, async (boundaries) => {
      expect(await voteAndCount(boundaries)).toMatchObject(OUTCOME);
    }),
    { numRuns: Math.min(200, runs(8)) },
  );
});

test("after kill -9 of its process a hold keeps its token and a step under way is done again", async () => {
  const path = freshFile();
  const child = spawn(process.execPath, [join(import.meta.dirname, "killed-machine.ts"), path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes("working") && said.includes("held")) break;
  }
  child.kill("SIGKILL");
  await once(child, "exit");

  const again: string[] = [];
  const states = openStates({
    path,
    definition: () => undefined,
    invoke: async (name) => again.push(name),
    clock: createClock("2027-01-02T00:00:00.000Z"),
    log: () => {},
  });
  states.start();
  await states.settle();
  expect(again).toEqual(["work"]);
  expect(states.nextDueAt()).toBe(Date.parse("2027-01-01T00:00:00.000Z") + HELD * 1000);
  const taskToken = /held (\S+)/.exec(said)?.[1];
  const answer = { taskToken, output: "{}" };
  expect(await states.handle("AWSStepFunctions.SendTaskSuccess", answer)).toEqual({ status: 200, body: {} });
  await states.settle();
  for (const executionArn of executions) {
    const { body } = await states.handle("AWSStepFunctions.DescribeExecution", { executionArn });
    expect(body).toMatchObject({ status: "SUCCEEDED" });
  }
  states.close();
});

test.each([
  ["gets the same token again while its deadline lies ahead", 30, 2, day(40)],
  ["times out at once when its deadline has passed", 41, 1, undefined],
])("a hold cut off while its function ran %s", async (_, backAfterDays, handedOut, nextDueAt) => {
  const path = freshFile();
  const tokens: string[] = [];
  const live = (now: string, then: () => unknown) =>
    openStates({
      path,
      definition: () => machine({ Hold: hold("leave", { TimeoutSeconds: 40 * 86_400, End: true }) }),
      invoke: async (_, payload) => {
        tokens.push((payload as { token: string }).token);
        return then();
      },
      clock: createClock(now),
      log: () => {},
    });
  const cutOff = Promise.withResolvers<void>();
  const first = live(at(0), () => {
    cutOff.resolve();
    return new Promise(() => {});
  });
  first.start();
  await first.handle("AWSStepFunctions.StartExecution", { stateMachineArn: arn("w") });
  await cutOff.promise;
  first.close();

  const second = live(at(backAfterDays), () => {});
  second.start();
  await second.settle();
  expect(tokens).toEqual(Array(handedOut).fill(tokens[0]));
  expect(second.nextDueAt()).toBe(nextDueAt);
  second.close();
});
