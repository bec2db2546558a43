import { randomBytes } from "node:crypto";
import type { Json } from "./asl.ts";
import { shaped } from "./evaluate.ts";
import { lambdaFailure, StateFailed, TIMEOUT } from "./failures.ts";
import type { Answer, Branch } from "./records.ts";
import type { Engine, Scene } from "./scene.ts";

/** The two resources of a Task: run a function; run it and wait until someone answers with the token it was given. */
export const INVOKE = "arn:aws:states:::lambda:invoke";
export const HOLD = `${INVOKE}.waitForTaskToken`;

/** No Lambda function runs longer. */
const LAMBDA_LIMIT_SECONDS = 900;

/** The longest TimeoutSeconds of the language, and what holds without one: about three years. */
const LONGEST_TIMEOUT_SECONDS = 99_999_999;

/** Tokens are 43 characters here, up to 2048 on AWS. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

const timeoutSeconds = async ({ state, input, context }: Scene): Promise<number> => {
  if (state.TimeoutSecondsPath === undefined) return state.TimeoutSeconds ?? LONGEST_TIMEOUT_SECONDS;
  const seconds = await shaped(state, { path: state.TimeoutSecondsPath }, input, context);
  if (Number.isInteger(seconds) && Number(seconds) >= 1 && Number(seconds) <= LONGEST_TIMEOUT_SECONDS)
    return Number(seconds);
  const cause = `${state.TimeoutSecondsPath} is ${JSON.stringify(seconds)}: a positive integer is wanted`;
  throw new StateFailed({ error: "States.Runtime", cause });
};

/**
 * The line with the token and the deadline of its hold, written down before the function hears of them: after a crash the
 * same token is handed out again and the deadline stands. Undefined when the line has moved on meanwhile.
 */
export const withToken = async (
  { ledger, clock, apply }: Engine,
  scene: Scene,
): Promise<Branch | undefined> => {
  const { branch, state } = scene;
  if (state.Resource !== HOLD || branch.token !== null || branch.answer) return branch;
  const dueAt = clock.now() + (await timeoutSeconds(scene)) * 1000;
  const token = randomBytes(32).toString("base64url");
  let issued: Branch | undefined;
  apply(() => {
    ledger.rememberToken(token);
    issued = ledger.move(branch, { token, dueAt });
    return [];
  });
  return issued;
};

/**
 * Runs the function of a Task. A hold then waits for its token (undefined). A plain task's timeout is real time: a function
 * does not run longer because the city's clock was moved.
 */
export const runTask = async (engine: Engine, scene: Scene): Promise<Answer | undefined> => {
  const { execution, branch, state, input, context } = scene;
  const { FunctionName, Payload } = (await shaped(state, { template: state.Parameters }, input, context)) as {
    FunctionName: string;
    Payload: Json;
  };
  const holds = state.Resource === HOLD;
  const limit = holds ? LAMBDA_LIMIT_SECONDS : Math.min(await timeoutSeconds(scene), LAMBDA_LIMIT_SECONDS);
  if (!engine.ledger.stands(branch)) return undefined;
  engine.apply(() => {
    engine.ledger.note(execution.arn, "TaskScheduled", branch.state);
    return [];
  });
  const returned = await within(limit, async () => engine.invoke(FunctionName, Payload));
  if (!holds) return { result: { ExecutedVersion: "$LATEST", Payload: returned, StatusCode: 200 } };
  engine.apply(() => {
    if (engine.ledger.move(branch, { mode: "hold" }))
      engine.ledger.note(execution.arn, "TaskSubmitted", branch.state);
    return [];
  });
  return undefined;
};

const within = async (seconds: number, work: () => Promise<unknown>): Promise<Json> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(timedOut(seconds)), seconds * 1000).unref();
  try {
    const value = await Promise.race([work().catch(asLambdaDoes), late.promise]);
    return JSON.parse(JSON.stringify(value ?? null));
  } finally {
    clearTimeout(timer);
  }
};

const asLambdaDoes = (thrown: unknown): never => {
  throw new StateFailed(lambdaFailure(thrown));
};

const timedOut = (seconds: number) =>
  new StateFailed({ error: TIMEOUT, cause: `No answer within ${seconds} s` });
