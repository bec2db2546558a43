import { executionArn, localMachineArn } from "../../infra/local/states/arns.ts";
import { readDefinition } from "../../infra/local/states/asl.ts";
import { openStates } from "../../infra/local/states/open-states.ts";
import { createPaperCity, type PaperCity, type PaperPhase, type Step } from "./paper-city.ts";
import { createClock } from "./stage.ts";

export const CYCLE = new URL("../../functions/workflows/cycle.asl.json", import.meta.url);

const MACHINE = localMachineArn("cycle");
const NEVER = new Promise<never>(() => {});
const START = "2027-01-01T00:00:00.000Z";

/** A year of the budget: holds of 14 to 90 days, phases that open as the one before ends, a count, one that ends at once. */
const calendar = (): PaperPhase[] => {
  const day = (n: number) => Date.parse(START) + n * 86_400_000;
  return [
    { name: "submission", opensAt: day(40), endsAt: day(70), work: "none" },
    { name: "review", opensAt: day(70), endsAt: day(160), work: "none" },
    { name: "voting", opensAt: day(250), endsAt: day(264), work: "none" },
    { name: "sealed", opensAt: day(264), endsAt: day(264), work: "list" },
    { name: "counting", opensAt: day(264), endsAt: day(270), work: "count" },
    { name: "results", opensAt: day(300), endsAt: day(300), work: "none" },
  ];
};

interface Options {
  readonly path?: string;
  readonly phases?: PaperPhase[];
  readonly pools?: readonly string[];
  /** Throws to make a step fail. Called before the step has any effect. */
  readonly fault?: (step: string, pool: string | undefined) => void;
  /**
   * Asked after each event that is written down and after each step that had its effect: is this where the machine is
   * killed? Nothing that runs then comes to anything; a new one starts from the file.
   */
  readonly killed?: () => boolean;
}

/** The workflow of a cycle over a city on paper, on a clock that goes from due time to due time. */
export const runCycle = (options: Options = {}) => {
  const { path = ":memory:", pools = ["M", "L1", "L2"], fault, killed = () => false } = options;
  const clock = createClock(START);
  const city: PaperCity = createPaperCity(clock.now, options.phases ?? calendar(), pools);
  const definition = readDefinition(CYCLE, { WorkflowFunction: "workflow", CountFunction: "count" });
  let steps = 0;

  /** One life of the machine: from its start to the moment when it is killed. */
  const live = () => {
    let over = false;
    const maybeDie = () => {
      if (over || !killed()) return;
      over = true;
      states.close();
    };
    const states = openStates({
      path,
      definition: () => definition,
      invoke: async (_, payload) => {
        if (over) return NEVER;
        const request = payload as unknown as Step;
        steps += 1;
        fault?.(request.step, request.pool);
        const answer = city.run(request);
        maybeDie();
        return over ? NEVER : answer;
      },
      clock,
      log: maybeDie,
    });
    return { states, isOver: () => over };
  };
  let life = live();

  /** Resolves when nothing runs or is due, however often the machine is killed on the way. */
  const settle = async (): Promise<void> => {
    await life.states.settle();
    if (!life.isOver()) return;
    life = live();
    life.states.start();
    return settle();
  };

  const send = async (action: string, body: object) => {
    const call = () => life.states.handle(`AWSStepFunctions.${action}`, body);
    const answer = await call().catch(async (error) => {
      if (!life.isOver()) throw error;
      await settle();
      return call();
    });
    await settle();
    return answer.body as { __type?: string };
  };

  return {
    clock,
    city,
    send,
    steps: () => steps,
    begin: async () => {
      life.states.start();
      await send("StartExecution", {
        stateMachineArn: MACHINE,
        name: "c1",
        input: JSON.stringify({ cycleId: "c1" }),
      });
    },
    status: async () =>
      (
        await life.states.handle("AWSStepFunctions.DescribeExecution", {
          executionArn: executionArn(MACHINE, "c1"),
        })
      ).body as { status: string },
    /** Lets time pass, stopping wherever something falls due, until then or until nothing is due any more. */
    until: async (then = Number.POSITIVE_INFINITY) => {
      await settle();
      for (let at = life.states.nextDueAt(); at !== undefined && at <= then; at = life.states.nextDueAt()) {
        clock.moveTo(at);
        await settle();
      }
      if (Number.isFinite(then)) clock.moveTo(then);
    },
    close: () => life.states.close(),
  };
};
