import { describe, expect, test } from "vitest";
import { machine, task } from "./shorthands.ts";
import { begin, DAY } from "./stage.ts";

describe("what flows between states", () => {
  test("a function's answer, choices and the context object arrive where the paths say", async () => {
    using run = await begin(
      machine({
        Ask: task("ask", {
          Parameters: {
            FunctionName: "ask",
            Payload: {
              "name.$": "$$.Execution.Name",
              "id.$": "$$.Execution.Id",
              "started.$": "$$.Execution.StartTime",
              "entered.$": "$$.State.EnteredTime",
              "cycleId.$": "$.cycleId",
            },
          },
          ResultSelector: { "answer.$": "$.Payload" },
          ResultPath: "$.ask",
          Next: "Which?",
        }),
        "Which?": {
          Type: "Choice",
          Choices: [{ Variable: "$.ask.answer.open", BooleanEquals: false, Next: "Pause" }],
          Default: "Broken",
        },
        Pause: { Type: "Wait", SecondsPath: "$.ask.answer.seconds", Next: "Until" },
        Until: { Type: "Wait", Timestamp: "2027-03-01T00:00:00Z", Next: "Done" },
        Done: { Type: "Succeed", OutputPath: "$.ask.answer" },
        Broken: { Type: "Fail", Error: "Wrong", Cause: "The choice went astray" },
      }),
      { ask: (payload: object) => ({ ...payload, open: false, seconds: 5 * DAY, nothing: null }) },
      { cycleId: "c1" },
    );
    expect((await run.later(5 * DAY - 1)).status).toBe("RUNNING");
    expect((await run.later(1)).status).toBe("RUNNING");
    expect(await run.later(60 * DAY)).toMatchObject({
      status: "SUCCEEDED",
      output: {
        name: "one",
        id: "arn:aws:states:eu-central-1:000000000000:execution:w:one",
        started: "2027-01-01T00:00:00.000Z",
        entered: "2027-01-01T00:00:00.000Z",
        cycleId: "c1",
        nothing: null,
      },
    });
  });

  test("an answer of null is an answer, and output over 256 KiB ends the execution", async () => {
    using run = await begin(
      machine({ Nothing: task("nothing", { ResultSelector: { "was.$": "$.Payload" }, End: true }) }),
      {
        nothing: () => undefined,
      },
    );
    expect(await run.described()).toMatchObject({ status: "SUCCEEDED", output: { was: null } });
    using much = await begin(
      machine({ Much: task("much", { Catch: [{ ErrorEquals: ["States.ALL"], Next: "Much" }], End: true }) }),
      {
        much: () => "x".repeat(262_144),
      },
    );
    expect(await much.described()).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });
});

describe("when a function fails", () => {
  const failing = (times: number, name = "Throttled") => {
    let calls = 0;
    return () => {
      calls += 1;
      if (calls > times) return calls;
      throw Object.assign(new Error("busy"), { name });
    };
  };

  test("it is tried again after 2, 4, 5 and 5 seconds, each counted from the failure before", async () => {
    const Retry = [
      { ErrorEquals: ["Throttled"], IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 5, MaxAttempts: 4 },
    ];
    using run = await begin(machine({ Work: task("work", { Retry, End: true }) }), { work: failing(4) });
    const scheduled = () => run.logged.filter((event) => event === "TaskScheduled").length;
    const after: number[] = [];
    for (const seconds of [1, 1, 3, 1, 4, 1, 4, 1]) {
      await run.later(seconds);
      after.push(scheduled());
    }
    expect(after).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
    expect(await run.described()).toMatchObject({ status: "SUCCEEDED", output: { Payload: 5 } });
  });

  test("a failure that nobody catches ends the execution with its name and message", async () => {
    using run = await begin(machine({ Work: task("work", { End: true }) }), {
      work: failing(1, "RollMissing"),
    });
    expect(await run.described()).toEqual({
      status: "FAILED",
      output: undefined,
      error: "RollMissing",
      cause: '{"errorType":"RollMissing","errorMessage":"busy"}',
    });
  });

  test("a caught failure leads on, with the error where the catcher wants it", async () => {
    const Retry = [{ ErrorEquals: ["States.TaskFailed"], MaxAttempts: 1, IntervalSeconds: 1 }];
    const Catch = [
      { ErrorEquals: ["Other"], Next: "Wrong" },
      { ErrorEquals: ["States.ALL"], ResultPath: "$.why", Next: "Fine" },
    ];
    const definition = machine({
      Work: task("work", { Retry, Catch, Next: "Wrong" }),
      Fine: { Type: "Pass", End: true },
      Wrong: { Type: "Fail" },
    });
    using run = await begin(definition, { work: failing(9) }, { cycleId: "c1" });
    expect(await run.later(1)).toMatchObject({
      status: "SUCCEEDED",
      output: { cycleId: "c1", why: { Error: "Throttled" } },
    });
  });

  test("a function that hangs times out in real time, and States.TaskFailed does not cover that", async () => {
    const Retry = [{ ErrorEquals: ["States.TaskFailed"], MaxAttempts: 9 }];
    using run = await begin(machine({ Work: task("work", { TimeoutSeconds: 1, Retry, End: true }) }), {
      work: () => new Promise(() => {}),
    });
    expect(await run.described()).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  });
});

describe("pools side by side", () => {
  const pools = Array.from({ length: 23 }, (_, index) => `L${index + 1}`);
  const counting = (more: object = {}, retry: object = {}) =>
    machine({
      Pools: {
        Type: "Map",
        ItemsPath: "$.pools",
        ItemSelector: { "pool.$": "$$.Map.Item.Value", "place.$": "$$.Map.Item.Index", "run.$": "$.run" },
        MaxConcurrency: 4,
        ItemProcessor: machine({
          Count: task("count", { ResultSelector: { "winner.$": "$.Payload" }, End: true, ...retry }),
        }),
        ResultPath: "$.winners",
        Next: "Done",
        ...more,
      },
      Done: { Type: "Succeed" },
    });

  test("23 pools are counted four at a time, one fails twice, and the results keep their order", async () => {
    let now = 0;
    let most = 0;
    let failures = 2;
    const count = async ({ pool, run }: { pool: string; run: string }) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((turn) => setImmediate(turn));
      now -= 1;
      if (pool === "L7" && failures-- > 0) throw new Error("counter fell over");
      return `${run}-${pool}`;
    };
    const Retry = [{ ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 2, MaxAttempts: 5 }];
    using run = await begin(counting({}, { Retry }), { count }, { run: "r1", pools });
    expect((await run.described()).status).toBe("RUNNING");
    await run.later(2);
    const { status, output } = await run.later(4);
    expect(status).toBe("SUCCEEDED");
    expect(output.winners).toEqual(pools.map((pool) => ({ winner: `r1-${pool}` })));
    expect(most).toBe(4);
  });

  test("no pools, no work", async () => {
    using run = await begin(counting(), {}, { run: "r1", pools: [] });
    expect(await run.described()).toMatchObject({ status: "SUCCEEDED", output: { winners: [] } });
  });

  test("a pool that fails for good fails the whole count, which may be caught", async () => {
    const Catch = [{ ErrorEquals: ["BadBallots"], ResultPath: "$.why", Next: "Done" }];
    const count = ({ pool }: { pool: string }) => {
      if (pool === "L3") throw Object.assign(new Error("no"), { name: "BadBallots" });
    };
    using run = await begin(counting({ Catch }), { count }, { run: "r1", pools });
    expect(await run.described()).toMatchObject({
      status: "SUCCEEDED",
      output: { run: "r1", why: { Error: "BadBallots" } },
    });
  });
});
