import type { Context } from "aws-lambda";
import { type Clients, type Deps, depsOnAws } from "./deps.ts";
import { type Answered, openDoors } from "./doors.ts";
import { eachAlone } from "./each-alone.ts";
import type { Served } from "./endpoint.ts";
import type { HttpEvent } from "./http.ts";
import { log, logWithin } from "./log.ts";
import { kept } from "./meter.ts";
import { promiseOf } from "./promises.ts";
import type { Step } from "./step.ts";

/** What one Lambda function does: its endpoints, the steps it runs for the state machine, the consumer it wakes for. */
export interface Duties {
  readonly endpoints?: readonly Served[];
  readonly steps?: Readonly<Record<string, () => Promise<Step>>>;
  /** What a schedule asks it for, by name. */
  readonly tasks?: Readonly<Record<string, () => Promise<(deps: Deps) => Promise<unknown>>>>;
  /** Looks at a file that has come to this path of the bucket. */
  readonly arrive?: () => Promise<(deps: Deps, path: string) => Promise<void>>;
  /** Works off what is pending: woken by the stream, and by the sweep. */
  readonly consume?: (deps: Deps) => Promise<void>;
  /** What is looked after every minute. */
  readonly sweep?: (deps: Deps) => Promise<void>;
}

export type Invoke = (event: unknown, context?: Context) => Promise<unknown>;

/** Who calls is told by a field that no other caller sends; what is in it is read by whoever takes it. */
const has = <N extends string>(event: unknown, name: N): event is Readonly<Record<N, unknown>> =>
  typeof event === "object" && event !== null && name in event;

const isHttp = (event: unknown): event is HttpEvent => has(event, "routeKey") && has(event, "requestContext");

/** What a record of this event is found by. */
const named = (event: unknown, context?: Context) => ({
  ...(isHttp(event) && { requestId: event.requestContext.requestId }),
  ...(context?.awsRequestId !== undefined && { invocationId: context.awsRequestId }),
});

/** Duties with their dependencies: one entrance for requests, steps, stream records and sweeps. */
export const serve = (
  { endpoints = [], steps = {}, tasks = {}, arrive, consume, sweep }: Duties,
  deps: Deps,
  told: (answered: Answered) => void = () => undefined,
): Invoke => {
  const knock = openDoors(endpoints, deps, async (answered) => {
    const { row, status, milliseconds } = answered;
    told(answered);
    await deps.meter.note(promiseOf(row), { ...kept(status), Milliseconds: milliseconds });
  });
  const work: Invoke = async (event, context) => {
    if (isHttp(event)) return await knock(event, { ...context } as Context);
    if (has(event, "step") && typeof event.step === "string") {
      const load = steps[event.step];
      if (!load) throw new Error(`no step "${event.step}"`);
      const step = await load();
      return await step(event, deps);
    }
    if (has(event, "task") && typeof event.task === "string") {
      const load = tasks[event.task];
      if (!load) throw new Error(`no task "${event.task}"`);
      return await (await load())(deps);
    }
    if (arrive && has(event, "arrived") && typeof event.arrived === "string") {
      await (await arrive())(deps, event.arrived);
      return {};
    }
    const isSweep = has(event, "sweep") && event.sweep === true;
    const works = isSweep ? [consume, sweep] : [consume];
    if (works.every((one) => one === undefined)) throw new Error("nothing to do for this event");
    await eachAlone(works, async (one) => await one?.(deps));
    if (isSweep && context) await deps.meter.note(`sweep of ${context.functionName}`, { Kept: 1 });
    return {};
  };
  return (event, context) => logWithin(named(event, context), () => work(event, context));
};

/** Behind a prefix the gateway's log names the prefix alone: the row stands in the function's. */
export const logRow = ({ isNamedByGateway, row, status, milliseconds }: Answered): void => {
  if (!isNamedByGateway) log.info({ event: "request", route: row.key, status, durationMs: milliseconds });
};

/** The export that Lambda calls. Dependencies are built at the first call, never at import. */
export const onLambda = (
  duties: Duties,
  clients: Clients = {},
): ((event: unknown, context: Context) => Promise<unknown>) => {
  let invoke: Invoke | undefined;
  const work = async (event: unknown, context: Context): Promise<unknown> => {
    try {
      invoke ??= serve(duties, depsOnAws(clients), logRow);
      return await invoke(event, context);
    } catch (error) {
      log.error({ event: "failed", error });
      throw error;
    }
  };
  return (event, context) =>
    logWithin(invoke ? {} : { isColdStart: true }, async () => await work(event, context));
};
