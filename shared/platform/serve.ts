import type { Context } from "aws-lambda";
import { type Clients, type Deps, depsOnAws } from "./deps.ts";
import { type Answered, openDoors } from "./doors.ts";
import { eachAlone } from "./each-alone.ts";
import type { Served } from "./endpoint.ts";
import type { HttpEvent } from "./http.ts";
import { log } from "./log.ts";
import type { Step } from "./step.ts";

/** What one Lambda function does: its endpoints, the steps it runs for the state machine, the consumer it wakes for. */
export interface Duties {
  readonly endpoints?: readonly Served[];
  readonly steps?: Readonly<Record<string, () => Promise<Step>>>;
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

/** Duties with their dependencies: one entrance for requests, steps, stream records and sweeps. */
export const serve = (
  { endpoints = [], steps = {}, consume, sweep }: Duties,
  deps: Deps,
  told: (answered: Answered) => void = () => undefined,
): Invoke => {
  const knock = openDoors(endpoints, deps, told);
  return async (event, context) => {
    if (isHttp(event)) return await knock(event, { ...context } as Context);
    if (has(event, "step") && typeof event.step === "string") {
      const load = steps[event.step];
      if (!load) throw new Error(`no step "${event.step}"`);
      const step = await load();
      return await step(event, deps);
    }
    const works = has(event, "sweep") && event.sweep === true ? [consume, sweep] : [consume];
    if (works.every((work) => work === undefined)) throw new Error("nothing to do for this event");
    await eachAlone(works, async (work) => await work?.(deps));
    return {};
  };
};

/** Behind a prefix the gateway's log names the prefix alone: the row stands in the function's. */
export const logRow = ({ isNamedByGateway, ...answered }: Answered): void => {
  if (!isNamedByGateway) log.info({ event: "request", ...answered });
};

/** The export that Lambda calls. Dependencies are built at the first call, never at import. */
export const onLambda = (
  duties: Duties,
  clients: Clients = {},
): ((event: unknown, context: Context) => Promise<unknown>) => {
  let invoke: Invoke | undefined;
  return async (event, context) => {
    try {
      invoke ??= serve(duties, depsOnAws(clients), logRow);
      return await invoke(event, context);
    } catch (error) {
      log.error({ event: "failed", error });
      throw error;
    }
  };
};
