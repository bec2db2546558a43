import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { expect, test } from "vitest";
import { executionArn } from "../../infra/local/states/arns.ts";
import { arn, hold, machine, task } from "./shorthands.ts";
import { begin, openStage } from "./stage.ts";

const holding = machine({ Hold: hold("leave", { End: true }) });

test("starting a running cycle again finds it; another input or a finished one is refused", async () => {
  using run = await begin(holding, {}, { cycleId: "c1" });
  const again = await run.start({ cycleId: "c1" });
  expect(again.executionArn).toBe(executionArn(arn("w"), "one"));
  expect(again.startDate).toEqual(new Date("2027-01-01T00:00:00.000Z"));
  await expect(run.start({ cycleId: "c2" })).rejects.toThrow(ExecutionAlreadyExists);
  await run.client.send(new StopExecutionCommand({ executionArn: again.executionArn }));
  await expect(run.start({ cycleId: "c1" })).rejects.toThrow(ExecutionAlreadyExists);
});

test("a stopped execution stays stopped: its hold is void and nothing of it runs on", async () => {
  const tokens: string[] = [];
  using run = await begin(holding, { leave: ({ token }: { token: string }) => tokens.push(token) });
  const stop = { executionArn: executionArn(arn("w"), "one"), error: "Cancelled", cause: "The council" };
  const stopped = await run.client.send(new StopExecutionCommand(stop));
  expect(stopped.stopDate).toEqual(new Date("2027-01-01T00:00:00.000Z"));
  expect(await run.described()).toMatchObject({
    status: "ABORTED",
    error: "Cancelled",
    cause: "The council",
  });
  expect(run.states.nextDueAt()).toBeUndefined();
  await expect(
    run.client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: "{}" })),
  ).rejects.toThrow(TaskTimedOut);
  expect(await run.client.send(new StopExecutionCommand(stop))).toMatchObject({
    stopDate: stopped.stopDate,
  });
});

test("executions are listed newest first, by status, in pages", async () => {
  const machines = { w: holding };
  using run = await openStage(machines);
  for (const name of ["a", "b", "c"]) await run.start({}, name);
  await run.client.send(new StopExecutionCommand({ executionArn: executionArn(arn("w"), "b") }));
  const list = async (more: object) => {
    const { executions, nextToken } = await run.client.send(
      new ListExecutionsCommand({ stateMachineArn: arn("w"), ...more }),
    );
    return { names: executions?.map(({ name }) => name), nextToken };
  };
  expect(await list({})).toEqual({ names: ["c", "b", "a"] });
  expect(await list({ statusFilter: "RUNNING" })).toEqual({ names: ["c", "a"] });
  const first = await list({ maxResults: 2 });
  expect(first.names).toEqual(["c", "b"]);
  expect(await list({ maxResults: 2, nextToken: first.nextToken })).toEqual({ names: ["a"] });
});

test("the history tells which states were entered and what failed, in order", async () => {
  const fails = () => {
    throw new RangeError("no roll");
  };
  const Catch = [{ ErrorEquals: ["States.ALL"], Next: "Done" }];
  using run = await begin(machine({ Work: task("work", { Catch, End: true }), Done: { Type: "Succeed" } }), {
    work: fails,
  });
  const of = { executionArn: executionArn(arn("w"), "one") };
  const { events = [] } = await run.client.send(new GetExecutionHistoryCommand(of));
  expect(
    events.map(({ type, ...event }) => [
      type,
      event.stateEnteredEventDetails?.name ??
        event.stateExitedEventDetails?.name ??
        event.taskFailedEventDetails?.error,
    ]),
  ).toEqual([
    ["ExecutionStarted", undefined],
    ["TaskStateEntered", "Work"],
    ["TaskScheduled", undefined],
    ["TaskFailed", "RangeError"],
    ["TaskStateExited", "Work"],
    ["SucceedStateEntered", "Done"],
    ["SucceedStateExited", "Done"],
    ["ExecutionSucceeded", undefined],
  ]);
  const last = await run.client.send(
    new GetExecutionHistoryCommand({ ...of, reverseOrder: true, maxResults: 1 }),
  );
  expect(last.events).toEqual([
    expect.objectContaining({ id: 8, timestamp: new Date("2027-01-01T00:00:00.000Z") }),
  ]);
});

test("an execution keeps the workflow it started with", async () => {
  const machines = {
    w: machine({ Pause: { Type: "Wait", Seconds: 60, Next: "Done" }, Done: { Type: "Succeed" } }),
  };
  using run = await openStage(machines);
  await run.start({ kept: true });
  await run.states.settle();
  machines.w = machine({ Other: { Type: "Fail", Error: "Wrong" } });
  expect(await run.later(60)).toMatchObject({ status: "SUCCEEDED", output: { kept: true } });
});

test("what cannot be is refused by AWS's names", async () => {
  const machines = {
    w: holding,
    asks: machine({ Much: task("much", { End: true, HeartbeatSeconds: 5 } as object) }),
  };
  using run = await openStage(machines);
  const start = (stateMachineArn: string, more: object = {}) =>
    run.client.send(new StartExecutionCommand({ stateMachineArn, ...more }));
  await expect(start(arn("none"))).rejects.toThrow(StateMachineDoesNotExist);
  await expect(start("nonsense")).rejects.toMatchObject({ name: "InvalidArn" });
  await expect(start(arn("w"), { input: "{" })).rejects.toMatchObject({ name: "InvalidExecutionInput" });
  await expect(start(arn("w"), { name: "a b" })).rejects.toMatchObject({ name: "ValidationException" });
  await expect(start(arn("asks"))).rejects.toThrow("Much: HeartbeatSeconds");
  await expect(
    run.client.send(new DescribeExecutionCommand({ executionArn: executionArn(arn("w"), "no") })),
  ).rejects.toThrow(ExecutionDoesNotExist);
  expect(await run.states.handle("AWSStepFunctions.CreateActivity", {})).toMatchObject({ status: 400 });
});
