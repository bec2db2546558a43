import { z } from "zod";
import { ApiRefusal, call, parsed } from "./call.ts";
import type { Driver } from "./driver.ts";
import type { Ledger } from "./ledger.ts";
import type { Answer } from "./records.ts";
import { isToken } from "./task.ts";

const OfToken = z.object({ taskToken: z.string().min(1).max(2048) });

/** The answers to holds. A token serves once: after its answer, its deadline or the end of its execution it has timed out. */
export const tokenCalls = (ledger: Ledger, driver: Driver) => {
  const refusal = (token: string): ApiRefusal => {
    if (!isToken(token)) return new ApiRefusal("InvalidToken", "Invalid Token: 'Invalid token'");
    return ledger.knowsToken(token)
      ? new ApiRefusal("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'")
      : new ApiRefusal("TaskDoesNotExist", "Task Does Not Exist: 'Provided task does not exist'");
  };

  const answered = (token: string, answer: Answer) => {
    if (!driver.answerToken(token, answer)) throw refusal(token);
    return {};
  };

  return {
    SendTaskSuccess: call(OfToken.extend({ output: z.string() }), ({ taskToken, output }) =>
      answered(taskToken, { result: parsed(output, "InvalidOutput") }),
    ),

    SendTaskFailure: call(
      OfToken.extend({
        error: z.string().max(256).default("States.TaskFailed"),
        cause: z.string().max(32_768).default(""),
      }),
      ({ taskToken, error, cause }) => answered(taskToken, { failure: { error, cause } }),
    ),

    /** Accepted; there are no heartbeat deadlines here. */
    SendTaskHeartbeat: call(OfToken, ({ taskToken }) => {
      if (!ledger.holding(taskToken)) throw refusal(taskToken);
      return {};
    }),
  };
};
