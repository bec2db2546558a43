import { AsyncLocalStorage } from "node:async_hooks";
import { inSources } from "./stack.ts";

/**
 * Log records are JSON on one line, from an allow-list of fields: codes, counts and ids of things, never of people.
 * What a request carried (body, path, query, headers, tokens, keys) has no field here.
 */
interface LogFields {
  readonly event: string;
  readonly requestId?: string;
  readonly route?: string;
  readonly fn?: string;
  readonly step?: string;
  readonly status?: number | undefined;
  readonly durationMs?: number;
  readonly refusal?: string;
  readonly cycleId?: string;
  /** The key of a stored item: of a thing that lists show, never of a person's own. */
  readonly item?: string;
  readonly count?: number;
  readonly error?: unknown;
}

const described = (error: unknown): unknown =>
  error instanceof Error
    ? {
        name: error.name,
        message: error.message,
        stack: error.stack && inSources(error.stack),
        ...(error instanceof AggregateError && { errors: error.errors.map(described) }),
      }
    : String(error);

type Level = "info" | "error";

/** Takes a record as a line of JSON, with its level and event. */
type Sink = (line: string, record: { readonly level: Level; readonly event: string }) => void;

let sink: Sink = (line) => void process.stdout.write(line);

/** Records go there from now on, and no longer to standard output, where Lambda takes them. */
export const logInto = (place: Sink): void => {
  sink = place;
};

/** What every record says that is written in the course of one piece of work, so that they can be found together. */
interface LogContext {
  /** The gateway's id of the request. */
  readonly requestId?: string;
  /** Lambda's id of the invocation. */
  readonly invocationId?: string;
  /** The first work of this process, which paid for its start. */
  readonly isColdStart?: true;
}

const context = new AsyncLocalStorage<LogContext>();

/** Does a piece of work; its records say what belongs to it. */
export const logWithin = <T>(fields: LogContext, work: () => T): T =>
  context.run({ ...context.getStore(), ...fields }, work);

const put = (level: Level, record: { readonly event: string }): void => {
  const timestamp = new Date().toISOString();
  sink(`${JSON.stringify({ timestamp, level, ...context.getStore(), ...record })}\n`, {
    level,
    event: record.event,
  });
};

const write = (level: Level, fields: LogFields): void =>
  put(level, fields.error === undefined ? fields : { ...fields, error: described(fields.error) });

/** Figures of a promise, in the form in which CloudWatch reads them. */
export const logFigures = (figures: Readonly<Record<string, unknown>>): void =>
  put("info", { event: "figures", ...figures });

export const log = {
  info: (fields: LogFields) => write("info", fields),
  error: (fields: LogFields) => write("error", fields),
};

/** An item that lists leave out, and where in it the fault is: names of attributes, none of their values. */
export const logUnreadable = (item: string, places: readonly string[]): void =>
  log.error({ event: "item/unreadable", item, error: places.join(", ") });
