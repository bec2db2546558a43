import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { executionArn } from "../../infra/local/states/arns.ts";
import type { Definition } from "../../infra/local/states/asl.ts";
import { openStates, type States } from "../../infra/local/states/open-states.ts";
import { arn } from "./shorthands.ts";

export const DAY = 86_400;

/** A clock that stands still until it is moved. */
export const createClock = (start: string) => {
  let time = Date.parse(start);
  const listeners: (() => void)[] = [];
  return {
    now: () => time,
    onMove: (listener: () => void) => listeners.push(listener),
    moveTo: (to: number) => {
      time = to;
      for (const listener of listeners) listener();
    },
    advance(seconds: number) {
      this.moveTo(time + seconds * 1000);
    },
  };
};

export type Clock = ReturnType<typeof createClock>;

/** The real client, over HTTP, to whichever machine stands behind `states` at the time. */
export const connect = async (states: () => States) => {
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await request.toArray()).join("") || "{}");
    const answer = await states().handle(String(request.headers["x-amz-target"]), body);
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const client = new SFNClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
  const disconnect = () => {
    client.destroy();
    server.close();
    server.closeAllConnections();
  };
  return { client, disconnect };
};

export type Functions = Readonly<Record<string, (payload: never) => unknown>>;

/** A started machine in memory with its client. Functions are called by name; executions are of the workflow `w`. */
export const openStage = async (machines: Record<string, Definition>, functions: Functions = {}) => {
  const clock = createClock("2027-01-01T00:00:00.000Z");
  const logged: string[] = [];
  const states = openStates({
    path: ":memory:",
    definition: (name) => machines[name],
    invoke: async (name, payload) => functions[name]?.(payload as never),
    clock,
    log: (event) => logged.push(event),
  });
  states.start();
  const { client, disconnect } = await connect(() => states);

  const start = (input: unknown = {}, name = "one") =>
    client.send(new StartExecutionCommand({ stateMachineArn: arn("w"), name, input: JSON.stringify(input) }));

  const described = async (name = "one") => {
    const { status, output, error, cause } = await client.send(
      new DescribeExecutionCommand({ executionArn: executionArn(arn("w"), name) }),
    );
    return { status, output: output === undefined ? undefined : JSON.parse(output), error, cause };
  };

  return {
    states,
    clock,
    client,
    logged,
    start,
    described,
    /** What has become of the execution "one" so many seconds later. */
    later: async (seconds: number) => {
      clock.advance(seconds);
      await states.settle();
      return described();
    },
    [Symbol.dispose]: () => {
      disconnect();
      states.close();
    },
  };
};

/** A stage on which one execution has begun and has come as far as it goes. */
export const begin = async (definition: Definition, functions: Functions = {}, input: unknown = {}) => {
  const stage = await openStage({ w: definition }, functions);
  await stage.start(input);
  await stage.states.settle();
  return stage;
};
