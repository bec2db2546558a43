import { randomUUID } from "node:crypto";
import { z } from "zod";
import { eventOf, paged, present, seconds, summaryOf } from "./answers.ts";
import { executionArn, machineName } from "./arns.ts";
import type { Definition } from "./asl.ts";
import { ApiRefusal, call, parsed } from "./call.ts";
import type { Driver } from "./driver.ts";
import type { Ledger } from "./ledger.ts";
import type { Execution } from "./records.ts";
import { unsupported } from "./supported.ts";

const Name = z.string().regex(/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/);
const Arn = z.string().min(1).max(256);
const Status = z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]);
const Page = z.object({
  maxResults: z.int().min(0).max(1000).default(100),
  nextToken: z.string().regex(/^\d+$/).default("0"),
});

export const executionCalls = (parts: {
  readonly ledger: Ledger;
  readonly driver: Driver;
  readonly definition: (name: string) => Definition | undefined;
}) => {
  const { ledger, driver } = parts;

  const known = (arn: string): Execution => {
    const execution = ledger.execution(arn);
    if (!execution) throw new ApiRefusal("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
    return execution;
  };

  const definitionOf = (machineArn: string): Definition => {
    const name = machineName(machineArn);
    if (!name) throw new ApiRefusal("InvalidArn", `Invalid Arn: '${machineArn}'`);
    const definition = parts.definition(name);
    if (!definition)
      throw new ApiRefusal("StateMachineDoesNotExist", `State Machine Does Not Exist: '${machineArn}'`);
    return definition;
  };

  const begin = (machineArn: string, name: string, input: string) => {
    const definition = definitionOf(machineArn);
    const lacking = unsupported(definition);
    if (lacking.length > 0) throw new ApiRefusal("InvalidDefinition", `Not done here: ${lacking.join(", ")}`);
    const arn = executionArn(machineArn, name);
    const value = parsed(input, "InvalidExecutionInput");
    driver.begin({ arn, machineArn, name, definition, input }, value);
  };

  return {
    /**
     * The same name and input as a running execution is the same execution. A name is never free again (on AWS it is 90
     * days after its execution ended).
     */
    StartExecution: call(
      z.object({ stateMachineArn: Arn, name: Name.optional(), input: z.string().default("{}") }),
      ({ stateMachineArn, name = randomUUID(), input }) => {
        const arn = executionArn(stateMachineArn, name);
        const earlier = ledger.execution(arn);
        if (earlier && (earlier.status !== "RUNNING" || earlier.input !== input))
          throw new ApiRefusal("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
        if (!earlier) begin(stateMachineArn, name, input);
        return { executionArn: arn, startDate: seconds(known(arn).startedAt) };
      },
    ),

    DescribeExecution: call(z.object({ executionArn: Arn }), (request) => {
      const execution = known(request.executionArn);
      const { input, output, error, cause } = execution;
      return { ...summaryOf(execution), input, ...present({ output, error, cause }) };
    }),

    StopExecution: call(
      z.object({
        executionArn: Arn,
        error: z.string().max(256).optional(),
        cause: z.string().max(32_768).optional(),
      }),
      ({ executionArn: arn, error, cause }) => {
        if (known(arn).status === "RUNNING") driver.abort(arn, present({ error, cause }));
        return { stopDate: seconds(Number(known(arn).stoppedAt)) };
      },
    ),

    ListExecutions: call(
      Page.extend({ stateMachineArn: Arn, statusFilter: Status.optional() }),
      ({ stateMachineArn, statusFilter, ...page }) => {
        definitionOf(stateMachineArn);
        const { items, ...rest } = paged(ledger.executions(stateMachineArn, statusFilter), page);
        return { executions: items.map(summaryOf), ...rest };
      },
    ),

    GetExecutionHistory: call(
      Page.extend({ executionArn: Arn, reverseOrder: z.boolean().default(false) }),
      ({ executionArn: arn, reverseOrder, ...page }) => {
        const events = ledger.history(known(arn).arn);
        const { items, ...rest } = paged(reverseOrder ? events.reverse() : events, page);
        return { events: items.map(eventOf), ...rest };
      },
    ),
  };
};
