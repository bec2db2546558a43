import type { z } from "zod";
import type { Deps } from "./deps.ts";
import { log } from "./log.ts";

export type Step = (event: unknown, deps: Deps) => Promise<unknown>;

/**
 * A step of the state machine: input parsed, start and finish logged. It is idempotent, since a step in progress runs again after a crash.
 * What goes wrong is thrown and tried again by the machine.
 */
export const step =
  <S extends z.ZodType>(
    name: string,
    input: S,
    run: (input: z.output<S>, deps: Deps) => Promise<unknown>,
  ): Step =>
  async (event, deps) => {
    const parsed = input.parse(event);
    const answer = await run(parsed, deps);
    log.info({ event: "step", step: name });
    return answer ?? {};
  };
