import { executionArn } from "../../infra/local/states/arns.ts";
import { openStates } from "../../infra/local/states/open-states.ts";
import { arn, hold, machine, task } from "./shorthands.ts";
import { createClock } from "./stage.ts";

/** Seconds that the hold of the process below would wait. */
export const HELD = 40 * 86_400;

const definitions = {
  holds: machine({ Hold: hold("leave", { TimeoutSeconds: HELD, End: true }) }),
  works: machine({ Work: task("work", { End: true }) }),
};

export const executions = Object.keys(definitions).map((name) => executionArn(arn(name), "one"));

/** A process with one execution on hold and one whose function never returns, to be killed. */
const run = async (path: string) => {
  const states = openStates({
    path,
    definition: (name) => definitions[name as keyof typeof definitions],
    invoke: async (name, payload) => {
      if (name === "work") {
        console.log("working");
        return new Promise(() => {});
      }
      setImmediate(() => console.log("held", (payload as { token: string }).token));
    },
    clock: createClock("2027-01-01T00:00:00.000Z"),
    log: () => {},
  });
  states.start();
  for (const name of Object.keys(definitions))
    await states.handle("AWSStepFunctions.StartExecution", { stateMachineArn: arn(name), name: "one" });
  setInterval(() => {}, 60_000);
};

if (import.meta.main) await run(String(process.argv[2]));
