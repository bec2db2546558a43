import { AsyncLocalStorage } from "node:async_hooks";
import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import { routes } from "../../functions/routes.ts";
import { gatewayRows } from "../../shared/platform/gateway.ts";
import { openGateway } from "../local/gateway.ts";
import { FRONT_SECRET } from "../local/local-deps.ts";
import { openClient } from "../rehearse/client.ts";
import { AT_A_TIME, type Place } from "./place.ts";

/** A call of DynamoDB that a handler made, with what the engine says it cost. */
interface Call {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly isRead: boolean;
  readonly consumed: readonly ConsumedCapacity[];
}

/** One call of a function. `callsMs` is the time in which at least one of its DynamoDB calls was under way. */
export interface Handled {
  readonly route: string;
  readonly ms: number;
  readonly calls: readonly Call[];
  readonly callsMs: number;
}

/** Calls side by side are waited for once. */
const covered = (calls: readonly Call[]): number => {
  let [total, until] = [0, 0];
  for (const { startedAt, endedAt } of calls.toSorted((a, b) => a.startedAt - b.startedAt)) {
    total += Math.max(0, endedAt - Math.max(startedAt, until));
    until = Math.max(until, endedAt);
  }
  return total;
};

const openWatch = ({ house }: Place) => {
  const watching = new AsyncLocalStorage<Call[]>();
  const { middlewareStack } = house.deps.store.table.client;
  middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const calls = watching.getStore();
        if (!calls) return await next(args);
        const startedAt = performance.now();
        const done = await next(args);
        const { ConsumedCapacity: consumed = [] } = done.output as {
          ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
        };
        const isRead = /^(Get|BatchGet|Query|Scan)/.test(commandName ?? "");
        calls.push({ startedAt, endedAt: performance.now(), isRead, consumed: [consumed].flat() });
        return done;
      },
    { step: "initialize", priority: "high", name: "watch" },
  );
  middlewareStack.add(
    (next) => async (args) => {
      if (watching.getStore()) Object.assign(args.input, { ReturnConsumedCapacity: "INDEXES" });
      return await next(args);
    },
    { step: "serialize", priority: "high", name: "ask-what-it-costs" },
  );
  return watching;
};

/** A second door to the same house, behind which every call of a function is watched, and nobody is woken by it. */
export const openWatched = async (place: Place) => {
  const watching = openWatch(place);
  const { house } = place;
  let handled: Handled[] = [];
  const gateway = await openGateway({
    spoken: house.deps.site.city.languages,
    rows: gatewayRows(routes),
    invoke: async (fn, event) => {
      const calls: Call[] = [];
      const startedAt = performance.now();
      const answer = await watching.run(calls, () => house.invoke(fn, event));
      const ms = performance.now() - startedAt;
      handled.push({
        route: event.routeKey.replace("ANY", event.requestContext.http.method),
        ms,
        calls,
        callsMs: covered(calls),
      });
      return answer;
    },
    authorizer: async () => null,
    clock: house.clock,
    frontSecret: FRONT_SECRET,
    port: 0,
    host: "127.0.0.1",
  });
  const client = openClient(gateway.url, AT_A_TIME);
  return {
    client,
    /** What was handled since the last taking. */
    take: (): Handled[] => {
      const taken = handled;
      handled = [];
      return taken;
    },
    /** What the engine says of calls that are made directly. */
    direct: async (work: () => Promise<unknown>): Promise<readonly Call[]> => {
      const calls: Call[] = [];
      await watching.run(calls, work);
      return calls;
    },
    close: async (): Promise<void> => {
      client.close();
      await gateway.close();
    },
  };
};
