import type { Execution, HistoryEvent } from "./records.ts";

/** AWS JSON has times as seconds since 1970. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** The fields that have a value. */
export const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<T>;

export const summaryOf = ({ arn, machineArn, name, status, startedAt, stoppedAt }: Execution) => ({
  executionArn: arn,
  stateMachineArn: machineArn,
  name,
  status,
  startDate: seconds(startedAt),
  ...present({ stopDate: stoppedAt === null ? null : seconds(stoppedAt) }),
});

/** AWS's detail fields of the events that tests and people look at. */
const detailsOf = ({ type, name, error, cause }: HistoryEvent): object => {
  if (type.endsWith("StateEntered")) return { stateEnteredEventDetails: { name } };
  if (type.endsWith("StateExited")) return { stateExitedEventDetails: { name } };
  if (error === null) return {};
  return { [`${type[0]?.toLowerCase()}${type.slice(1)}EventDetails`]: present({ error, cause }) };
};

export const eventOf = (event: HistoryEvent) => ({
  id: event.id,
  previousEventId: event.id - 1,
  type: event.type,
  timestamp: seconds(event.at),
  ...detailsOf(event),
});

/** A page of a list; the token is the number of items before the next one. */
export const paged = <T>(items: readonly T[], page: { maxResults: number; nextToken: string }) => {
  const from = Number(page.nextToken);
  const to = from + (page.maxResults || 100);
  return { items: items.slice(from, to), ...(to < items.length ? { nextToken: String(to) } : {}) };
};
