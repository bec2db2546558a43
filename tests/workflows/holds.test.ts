import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { expect, test } from "vitest";
import { openStates } from "../../infra/local/states/open-states.ts";
import { arn, hold, machine, task } from "./shorthands.ts";
import { begin, DAY, openStage } from "./stage.ts";

const holding = (more: object) => {
  const tokens: string[] = [];
  const definition = machine({
    Hold: hold("leave", { Next: "Done", ...more }),
    Late: { Type: "Pass", Parameters: { late: true }, End: true },
    Done: { Type: "Pass", End: true },
  });
  return { tokens, definition, leave: ({ token }: { token: string }) => tokens.push(token) };
};
const untilLate = { Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Late" }] };

test.each([40, 300])("a hold of %i days ends on its second, not before", async (days) => {
  const { definition, leave } = holding({ ...untilLate, TimeoutSecondsPath: "$.seconds" });
  using run = await begin(definition, { leave }, { seconds: days * DAY });
  await new Promise((turn) => setTimeout(turn, 5));
  expect((await run.described()).status).toBe("RUNNING");
  expect((await run.later(days * DAY - 1)).status).toBe("RUNNING");
  expect(await run.later(1)).toMatchObject({ status: "SUCCEEDED", output: { late: true } });
});

test("the token's answer is the output, and serves once", async () => {
  const { tokens, definition, leave } = holding({});
  using run = await begin(definition, { leave });
  const taskToken = tokens[0];
  const answer = new SendTaskSuccessCommand({ taskToken, output: '{"by":"clerk"}' });
  await run.client.send(new SendTaskHeartbeatCommand({ taskToken }));
  await run.client.send(answer);
  await run.states.settle();
  expect(await run.described()).toMatchObject({ status: "SUCCEEDED", output: { by: "clerk" } });
  await expect(run.client.send(answer)).rejects.toBeInstanceOf(TaskTimedOut);
  await expect(run.client.send(new SendTaskHeartbeatCommand({ taskToken }))).rejects.toThrow(TaskTimedOut);
});

test("a stale, a foreign and a malformed token are refused by AWS's names", async () => {
  const { tokens, definition, leave } = holding({ ...untilLate, TimeoutSeconds: 60 });
  using run = await begin(definition, { leave });
  await run.later(60);
  const send = (taskToken: string | undefined, output = "{}") =>
    run.client.send(new SendTaskSuccessCommand({ taskToken, output }));
  await expect(send(tokens[0])).rejects.toMatchObject({ name: "TaskTimedOut" });
  await expect(send("x".repeat(43))).rejects.toMatchObject({ name: "TaskDoesNotExist" });
  await expect(send("nonsense")).rejects.toMatchObject({ name: "InvalidToken" });
  await expect(send("")).rejects.toMatchObject({ name: "ValidationException" });
  await expect(send(tokens[0], "{")).rejects.toMatchObject({ name: "InvalidOutput" });
});

test("a failure sent for the token is retried with a new token", async () => {
  const Retry = [{ ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 2 }];
  const { tokens, definition, leave } = holding({ Retry });
  using run = await begin(definition, { leave });
  await run.client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: "NotYet" }));
  await run.later(2);
  expect(tokens).toHaveLength(2);
  expect(tokens[1]).not.toBe(tokens[0]);
  await run.client.send(new SendTaskSuccessCommand({ taskToken: tokens[1], output: "{}" }));
  expect((await run.later(0)).status).toBe("SUCCEEDED");
});

test("an answer that comes while the function still runs counts", async () => {
  const answered = Promise.withResolvers<void>();
  using run = await openStage(
    { w: holding({}).definition },
    {
      leave: async ({ token }: { token: string }) => {
        await run.client.send(new SendTaskSuccessCommand({ taskToken: token, output: "7" }));
        answered.resolve();
      },
    },
  );
  await run.start();
  await answered.promise;
  await run.states.settle();
  expect(await run.described()).toMatchObject({ status: "SUCCEEDED", output: 7 });
});

test("when the clock jumps, what fell due runs in the order in which it fell due", async () => {
  const order: number[] = [];
  const definition = machine({
    Pause: { Type: "Wait", SecondsPath: "$.seconds", Next: "Note" },
    Note: task("note", { End: true }),
  });
  using run = await openStage(
    { w: definition },
    { note: ({ seconds }: { seconds: number }) => order.push(seconds) },
  );
  for (const seconds of [900, 3, 40 * DAY, 60]) await run.start({ seconds }, `after-${seconds}`);
  await run.states.settle();
  expect(run.states.nextDueAt()).toBe(run.clock.now() + 3000);
  run.clock.advance(365 * DAY);
  await run.states.settle();
  expect(order).toEqual([3, 60, 900, 40 * DAY]);
});

test("on a clock that nobody moves, time passes by itself", async () => {
  const ended = Promise.withResolvers<void>();
  const Timestamp = new Date(Date.now() + 40).toISOString();
  const states = openStates({
    path: ":memory:",
    definition: () => machine({ Pause: { Type: "Wait", Timestamp, End: true } }),
    invoke: async () => {},
    clock: { now: Date.now, onMove: () => {} },
    log: (event) => event === "ExecutionSucceeded" && ended.resolve(),
  });
  states.start();
  await states.handle("AWSStepFunctions.StartExecution", { stateMachineArn: arn("w") });
  await ended.promise;
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(Timestamp));
  states.close();
});
