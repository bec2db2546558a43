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
  readonly count?: number;
  readonly error?: unknown;
}

const described = (error: unknown): unknown =>
  error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error);

const write = (level: "info" | "error", fields: LogFields): void => {
  const record = fields.error === undefined ? fields : { ...fields, error: described(fields.error) };
  process.stdout.write(`${JSON.stringify({ level, ...record })}\n`);
};

export const log = {
  info: (fields: LogFields) => write("info", fields),
  error: (fields: LogFields) => write("error", fields),
};
