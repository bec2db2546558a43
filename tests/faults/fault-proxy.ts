import { createHash } from "node:crypto";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Chance, chanceOf } from "../kit/chance.ts";

/** How often each thing happens to a call, from 0 to 1. */
export interface Rates {
  /** The connection ends before the call has arrived. */
  dropBefore: number;
  /** The call is done, and its answer never comes. */
  dropAfter: number;
  throttle: number;
  /** A transaction meets one that nobody sees. */
  conflict: number;
  internal: number;
  delay: number;
}

export const NO_FAULTS: Rates = {
  dropBefore: 0,
  dropAfter: 0,
  throttle: 0,
  conflict: 0,
  internal: 0,
  delay: 0,
};

const KINDS = Object.keys(NO_FAULTS) as (keyof Rates)[];

export const eachAt = (rate: number): Rates => ({
  dropBefore: rate,
  dropAfter: rate,
  throttle: rate,
  conflict: rate,
  internal: rate,
  delay: rate,
});

interface Item {
  readonly TableName: string;
  readonly Key?: Record<string, { S?: string }>;
  readonly Item?: Record<string, { S?: string }>;
}

export interface Call {
  readonly operation: string;
  readonly body: Item & {
    readonly TransactItems?: readonly Record<string, Item>[];
    readonly ConsistentRead?: boolean;
    readonly IndexName?: string;
    /** Of a table that is read in segments. */
    readonly Segment?: number;
    readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>;
  };
}

/**
 * Of a read that may answer with what was there a moment ago, which operation it is and the names in its key, without its parts. An engine on one machine
 * always answers with what is there now, so that no test sees a stale answer; indexes are never read otherwise.
 */
const staleOf = ({ operation, body }: Call): string | undefined => {
  if (!["GetItem", "Query", "Scan"].includes(operation) || body.ConsistentRead || body.IndexName)
    return undefined;
  const pk = body.Key?.pk?.S ?? body.ExpressionAttributeValues?.[":pk"]?.S ?? "";
  const sk = body.Key?.sk?.S ?? body.ExpressionAttributeValues?.[":prefix"]?.S ?? "";
  return [operation, ...[pk, sk].map((part) => /^[A-Z-]*/.exec(part)?.[0] ?? "")].join(" ").trim();
};

const keyOf = ({ TableName, Key, Item }: Item): string => {
  const { pk, sk } = Key ?? Item ?? {};
  return `${TableName}|${pk?.S}|${sk?.S ?? ""}`;
};

const keysOf = ({ body, operation }: Call): string[] =>
  operation === "TransactWriteItems"
    ? (body.TransactItems ?? []).map((each) => keyOf(Object.values(each)[0] as Item))
    : ["PutItem", "UpdateItem", "DeleteItem"].includes(operation)
      ? [keyOf(body)]
      : [];

const NAMESPACE = "com.amazonaws.dynamodb.v20120810#";

/** Faults of a kind come one in so many calls that it can meet, each time at another place: they cannot stay away by chance. */
const dealerOf = (chance: Chance) => {
  const dealt = new Map<string, boolean[]>();
  return (kind: keyof Rates, rate: number): boolean => {
    if (rate <= 0) return false;
    const hand = `${kind} ${rate}`;
    const left = dealt.get(hand) ?? [];
    if (left.length === 0) {
      const size = Math.max(1, Math.round(1 / rate));
      const place = chance.below(size);
      left.push(...Array.from({ length: size }, (_, n) => n === place));
    }
    dealt.set(hand, left);
    return left.pop() === true;
  };
};

export interface ProxyParts {
  readonly endpoint: string;
  readonly seed: number;
  /** How long a transaction holds its items, as it does on AWS; an engine that serialises would never let two meet. */
  readonly holdMs?: number;
  readonly longestDelayMs?: number;
}

/**
 * Stands in front of a DynamoDB and does to calls what networks and AWS do. Two transactions that hold the same item at the same time meet
 * in a conflict, as there: the later one is cancelled, and a write on its own that meets a transaction is turned away.
 */
export const openFaultProxy = async ({ endpoint, seed, holdMs = 0, longestDelayMs = 200 }: ProxyParts) => {
  const { hostname, port } = new URL(endpoint);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const chance: Chance = chanceOf(seed);
  const deals = dealerOf(chance);
  const held = new Map<string, number>();
  const state = {
    rates: { ...NO_FAULTS },
    holdMs,
    /** How long a transaction had its items at most: more than `holdMs` by what the engine and this machine took. */
    longestHoldMs: 0,
    /** How a key is seen by the conflict model: a variant of the keys can be tried without changing the house. */
    view: (key: string): string => key,
    /** What becomes of every call on a key: it is refused, or never answered. */
    broken: (_key: string, _call: Call): "refuse" | "hang" | undefined => undefined,
    /** Write units that each partition takes in a second; keys are spread over so many partitions of their table. No burst is saved up. */
    partitions: undefined as { readonly count: number; readonly unitsPerSecond: number } | undefined,
    throttled: 0,
    conflicts: 0,
    /** How often each kind of fault has happened. */
    faults: { ...NO_FAULTS },
    /** What was asked since it was emptied: operation and key, never a value. */
    calls: [] as string[],
    /** What was read so that the answer may be of a moment ago. */
    stale: new Set<string>(),
  };

  const forward = (
    asked: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }> =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          hostname,
          port,
          path: asked.url,
          method: asked.method,
          agent,
          headers: { ...asked.headers, host: `${hostname}:${port}` },
        },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on("data", (chunk: Buffer) => chunks.push(chunk));
          reply.on("end", () =>
            resolve({ status: reply.statusCode ?? 500, headers: reply.headers, body: Buffer.concat(chunks) }),
          );
          reply.on("error", reject);
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });

  const refuse = (reply: ServerResponse, status: number, type: string, more: object = {}): void => {
    reply.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
    reply.end(JSON.stringify({ __type: `${NAMESPACE}${type}`, message: type, ...more }));
  };

  const watchers = new Set<() => void>();
  /** When so many more calls have come. */
  const after = (calls: number): Promise<void> =>
    new Promise((done) => {
      let left = calls;
      const count = (): void => {
        left -= 1;
        if (left > 0) return;
        watchers.delete(count);
        done();
      };
      if (calls > 0) watchers.add(count);
      else done();
    });

  /** Does something while calls fail at these rates. A kind of fault that has a rate and never happened is an error: nothing was proved. */
  const amid = async <T>(failing: Rates, work: () => Promise<T>): Promise<T> => {
    const before = { ...state.faults };
    state.rates = failing;
    try {
      const done = await work();
      const missing = KINDS.filter((kind) => failing[kind] > 0 && state.faults[kind] === before[kind]);
      if (missing.length > 0) throw new Error(`no fault of the kind ${missing.join(", ")} has happened`);
      return done;
    } finally {
      state.rates = { ...NO_FAULTS };
    }
  };

  const used = new Map<string, number>();
  const partitionOf = (key: string, count: number): string => {
    const [table = "", pk = ""] = key.split("|");
    return `${table} ${createHash("sha256").update(pk).digest().readUInt32BE() % count}`;
  };
  /** Takes the units of a write from its partitions; which of its keys meet one that has none left. */
  const overdrawn = (keys: readonly string[], isTransaction: boolean): Set<string> => {
    const { partitions } = state;
    if (!partitions) return new Set();
    const second = Math.floor(performance.now() / 1000);
    const places = keys.map((key) => `${partitionOf(key, partitions.count)} ${second}`);
    const over = new Set(
      keys.filter((_, n) => (used.get(places[n] ?? "") ?? 0) + 2 > partitions.unitsPerSecond),
    );
    if (over.size === 0)
      for (const place of places) used.set(place, (used.get(place) ?? 0) + (isTransaction ? 2 : 1));
    return over;
  };

  const conflictIn = (
    reply: ServerResponse,
    { operation, keys }: { readonly operation: string; readonly keys: readonly string[] },
    meets: (key: string) => boolean,
  ): void => {
    state.conflicts += 1;
    if (operation !== "TransactWriteItems") refuse(reply, 400, "TransactionConflictException");
    else
      refuse(reply, 400, "TransactionCanceledException", {
        CancellationReasons: keys.map((key) =>
          meets(key)
            ? { Code: "TransactionConflict", Message: "Transaction is ongoing for the item" }
            : { Code: "None" },
        ),
      });
  };

  const handle = async (asked: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const operation =
      String(asked.headers["x-amz-target"] ?? "")
        .split(".")
        .at(-1) ?? "";
    const call: Call = { operation, body: body.length > 0 ? JSON.parse(body.toString("utf8")) : {} };
    const keys = keysOf(call).map((key) => state.view(key));
    const kinds = keys.length > 0 ? keys : [keyOf(call.body)];
    for (const count of watchers) count();
    state.calls.push(`${operation} ${kinds.map((key) => key.replace(/#[^|]*/g, "")).join(" ")}`);
    const stale = staleOf(call);
    if (stale !== undefined) state.stale.add(stale);
    const { rates } = state;
    const hit = (kind: keyof Rates): boolean => {
      const is = deals(kind, rates[kind]);
      if (is) state.faults[kind] += 1;
      return is;
    };

    const fate = kinds.map((key) => state.broken(key, call)).find((one) => one !== undefined);
    if (fate === "hang") return;
    if (fate === "refuse") return refuse(reply, 500, "InternalServerError");
    if (hit("delay")) await pause(chance.below(longestDelayMs));
    if (hit("dropBefore")) return void asked.socket.destroy();
    if (hit("throttle"))
      return refuse(
        reply,
        400,
        chance.happens(0.5) ? "ThrottlingException" : "ProvisionedThroughputExceededException",
      );
    if (hit("internal")) return refuse(reply, 500, "InternalServerError");
    const isTransaction = operation === "TransactWriteItems";
    if (isTransaction && hit("conflict"))
      return conflictIn(reply, { operation, keys }, (key) => key === keys[0]);
    if (state.holdMs > 0 && keys.some((key) => (held.get(key) ?? 0) > 0))
      return conflictIn(reply, { operation, keys }, (key) => (held.get(key) ?? 0) > 0);

    const over = overdrawn(keys, isTransaction);
    if (over.size > 0) {
      state.throttled += 1;
      if (!isTransaction) return refuse(reply, 400, "ProvisionedThroughputExceededException");
      return refuse(reply, 400, "TransactionCanceledException", {
        CancellationReasons: keys.map((key) => ({ Code: over.has(key) ? "ThrottlingError" : "None" })),
      });
    }
    if (isTransaction) for (const key of keys) held.set(key, (held.get(key) ?? 0) + 1);
    const since = performance.now();
    try {
      const answer = await forward(asked, body);
      if (isTransaction && state.holdMs > 0) await pause(state.holdMs);
      if (hit("dropAfter")) return void asked.socket.destroy();
      reply.writeHead(answer.status, answer.headers);
      reply.end(answer.body);
    } finally {
      if (isTransaction) {
        for (const key of keys) held.set(key, (held.get(key) ?? 1) - 1);
        state.longestHoldMs = Math.max(state.longestHoldMs, performance.now() - since);
      }
    }
  };

  const server = createServer(
    (asked, reply) => void handle(asked, reply).catch(() => asked.socket.destroy()),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    after,
    amid,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      agent.destroy();
    },
  };
};

export type FaultProxy = Awaited<ReturnType<typeof openFaultProxy>>;
