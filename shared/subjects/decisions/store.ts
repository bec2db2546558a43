import { z } from "zod";
import type { MeetingId } from "../../domain/ids.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import { kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { BACKOFF, orAgain, retry } from "../../store/retry.ts";
import type { Table } from "../../store/table.ts";
import { type Attributes, absentOr, create, put, type Write } from "../../store/write.ts";
import { Decision, DecisionStep } from "./rules.ts";

const Last = z.object({ last: z.int() });
const again = () => refusal("service/try-again", { retryAfterSeconds: 1 });

const stepOf = (id: string, version: number, step: DecisionStep): Write =>
  create({
    key: keys.decisionStep(id, String(version).padStart(5, "0")),
    item: step,
    otherwise: () => refusal("request/changed-since", { version }),
  });

/** Decisions with their history: a step is written with what it changes, under the version that it makes. */
export const openDecisions = (table: Table) => {
  const all = kept(table, keys.decision, Decision);
  return {
    get: all.get,
    all: all.all,

    /** A decision under the next number of its meeting; the same request again finds the one that it made. */
    decide: (
      { meetingId, ...fields }: Omit<Decision, "number">,
      numberOf: (nth: number) => string,
      also: readonly Write[],
      besides: (decision: Decision) => Attributes,
    ): Promise<Result<Decision>> =>
      retry(BACKOFF.reading, async () => {
        const key = keys.decisionNumber(meetingId);
        const last = (await table.get(key, Last))?.last ?? 0;
        const decision: Decision = { ...fields, meetingId, number: numberOf(last + 1) };
        const made = await all.create(
          decision,
          [
            put({
              key,
              item: { last: last + 1 },
              when: absentOr({ text: "#last = :last", values: { last } }),
              otherwise: again,
            }),
            stepOf(decision.id, 1, { at: decision.decidedAt, state: "new" }),
            ...also,
          ],
          besides(decision),
        );
        return orAgain(made);
      }),

    change: async (
      before: Decision,
      after: Decision,
      { step, also, besides }: { step: DecisionStep; also: readonly Write[]; besides: Attributes },
    ): Promise<Result<Decision>> => {
      const changed = await all.change(
        before,
        after,
        [stepOf(before.id, before.version + 1, step), ...also],
        besides,
      );
      return changed.ok ? ok(changed.value) : changed;
    },

    history: async (id: string): Promise<DecisionStep[]> =>
      (await table.query(keys.decisionStep(id, "").pk, DecisionStep)).items,

    /** Decisions of one meeting, in the order of their numbers. */
    ofMeeting: async (meetingId: MeetingId): Promise<Decision[]> =>
      (await all.all())
        .filter((one) => one.meetingId === meetingId)
        .toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1)),
  };
};
