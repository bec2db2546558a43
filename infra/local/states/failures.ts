import type { Catcher, Retrier } from "./asl.ts";

/** An error as Step Functions names it, and its cause as text. */
export interface Failure {
  readonly error: string;
  readonly cause: string;
}

/** A state came to grief: caught by the driver, which looks for a Retry or a Catch. */
export class StateFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.error}: ${failure.cause}`);
    this.name = failure.error;
    this.failure = failure;
  }
}

export const TIMEOUT = "States.Timeout";

/** Errors that no Retry or Catch stops, as on AWS. */
const TERMINAL = ["States.Runtime", "States.DataLimitExceeded"];

/** Retry delays are cut to a year, the longest that an execution can live. */
const LONGEST_DELAY_SECONDS = 365 * 86_400;

/** What a Lambda function's exception looks like to the workflow: its name, and type and message as JSON. */
export const lambdaFailure = (thrown: unknown): Failure => {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { error: name, cause: JSON.stringify({ errorType: name, errorMessage: message }) };
};

/** `States.TaskFailed` stands for everything but a timeout, `States.ALL` for everything. */
const covers = ({ ErrorEquals }: Retrier | Catcher, error: string): boolean =>
  !TERMINAL.includes(error) &&
  ErrorEquals.some(
    (name) => name === error || name === "States.ALL" || (name === "States.TaskFailed" && error !== TIMEOUT),
  );

export const catcherOf = (catchers: readonly Catcher[] = [], failure: Failure): Catcher | undefined =>
  catchers.find((catcher) => covers(catcher, failure.error));

/**
 * When to try again: the delay, and the tries made so far by each retrier of the state. Undefined when the first retrier
 * that covers the error is used up, or none does. `JitterStrategy` is ignored, so that a run can be foretold.
 */
export const retryOf = (
  retriers: readonly Retrier[] = [],
  tries: readonly number[],
  failure: Failure,
): { delaySeconds: number; tries: number[] } | undefined => {
  const index = retriers.findIndex((retrier) => covers(retrier, failure.error));
  const retrier = retriers[index];
  const made = tries[index] ?? 0;
  if (!retrier || made >= (retrier.MaxAttempts ?? 3)) return undefined;
  const delay = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** made;
  return {
    delaySeconds: Math.min(delay, retrier.MaxDelaySeconds ?? LONGEST_DELAY_SECONDS),
    tries: retriers.map((_, i) => (tries[i] ?? 0) + (i === index ? 1 : 0)),
  };
};
