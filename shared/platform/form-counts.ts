import { z } from "zod";
import { type FormCounts, OTHER_FIELD } from "../domain/form-counts.ts";
import type { Issue } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import type { Deps } from "./deps.ts";
import type { Endpoint, Request } from "./endpoint.ts";
import type { Reply } from "./http.ts";
import { log } from "./log.ts";

/** What an answer adds to the counts of its form. */
type Outcome = Partial<FormCounts>;

/** The names of a form's fields: what somebody sent under another name is told nowhere. */
export const fieldsOf = (schema: unknown): string[] => {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  // What comes in is named by what is read first, or, where that only makes it ready, by what is read then.
  if (schema instanceof z.ZodPipe)
    return fieldsOf(schema.def[schema.def.in instanceof z.ZodTransform ? "out" : "in"]);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(fieldsOf);
  return [];
};

const issuesIn = (error: unknown): readonly Pick<Issue, "pointer">[] => {
  if (!(error instanceof Refused)) return [];
  const { refusal } = error;
  if (refusal.code === "request/not-valid") return refusal.facts.issues;
  return refusal.pointer === undefined ? [] : [{ pointer: refusal.pointer }];
};

const negated = (outcome: Outcome): Outcome =>
  Object.fromEntries(Object.entries(outcome).map(([name, count]) => [name, -Number(count)]));

interface Asked {
  readonly endpoint: Endpoint;
  readonly request: Request;
  readonly issues: readonly Issue[];
}

/**
 * Counts what becomes of a form. What is likely is noted beside the answer, so that nobody waits for it, and taken back where it came
 * otherwise. A count that fails is lost: nobody is turned away for its sake.
 */
export const openCounter = (form: string, { store }: Pick<Deps, "store">) => {
  const note = async ({ request }: Asked, outcome: Outcome): Promise<boolean> => {
    if (Object.keys(outcome).length === 0) return true;
    try {
      const { dayOf } = await import("../domain/time.ts");
      await store.formCounts.add(form, dayOf(request.receivedAt), outcome);
      return true;
    } catch (error) {
      log.error({ event: "form-not-counted", requestId: request.requestId, error });
      return false;
    }
  };

  const refusedOutcome = ({ endpoint }: Asked, issues: readonly Pick<Issue, "pointer">[]): Outcome => {
    const known = fieldsOf(endpoint.spec.body);
    const names = issues.map(({ pointer }) => pointer.split("/")[1] ?? "");
    const told = names.map((name) => (known.includes(name) ? name : OTHER_FIELD));
    return { failed: 1, fields: Object.fromEntries(told.map((name) => [name, 1])) };
  };

  return async (asked: Asked, answer: () => Promise<Reply>): Promise<Reply> => {
    const isOpened = asked.request.route.key.startsWith("GET ");
    const { hasSteps = false } = asked.endpoint.spec;
    const isUnlikely = hasSteps || asked.issues.length > 0;
    const whole: Outcome = isOpened ? { started: 1 } : { finished: 1 };
    const hoped: Outcome = isUnlikely ? {} : whole;
    const noted = note(asked, hoped);
    const correct = async (became: Outcome, isAsHoped: boolean): Promise<void> => {
      const isNoted = await noted;
      if (!isAsHoped) await note(asked, { ...(isNoted && negated(hoped)), ...became });
    };
    try {
      const reply = await answer();
      const isTaken = isOpened ? reply.status === 200 : reply.status < 400 && asked.issues.length === 0;
      if (hasSteps && isTaken && reply.isStep !== true) await correct(whole, false);
      else
        await correct(
          isOpened || isTaken ? {} : refusedOutcome(asked, reply.issues ?? asked.issues),
          isTaken,
        );
      return reply;
    } catch (error) {
      const isRefused = !isOpened && error instanceof Refused;
      await correct(isRefused ? refusedOutcome(asked, issuesIn(error)) : {}, false);
      throw error;
    }
  };
};

export type Counter = ReturnType<typeof openCounter>;
