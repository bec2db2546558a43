import { z } from "zod";
import type { Deps } from "./deps.ts";
import { log } from "./log.ts";

/** A step of the state machine, with what it takes and what it answers: a test holds both against the machine's own definition. */
export interface Step {
  (event: unknown, deps: Deps): Promise<unknown>;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** The answer of a step that the machine asks nothing of. */
export const Done = z.strictObject({});

/**
 * A step of the state machine: input parsed, answer too, start and finish logged. It is idempotent, since a step in progress runs again after
 * a crash. What goes wrong is thrown and tried again by the machine.
 */
export const step = <I extends z.ZodType, O extends z.ZodType>(
  name: string,
  input: I,
  output: O,
  run: (input: z.output<I>, deps: Deps) => Promise<z.input<O>>,
): Step =>
  Object.assign(
    async (event: unknown, deps: Deps): Promise<unknown> => {
      const answer = output.parse(await run(input.parse(event), deps));
      log.info({ event: "step", step: name });
      return answer;
    },
    { input, output },
  );
