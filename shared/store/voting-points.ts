import { z } from "zod";
import type { BatchId, CycleId } from "../domain/ids.ts";
import type { Work } from "../domain/office/work.ts";
import { refusal } from "../domain/refusals.ts";
import type { Result } from "../domain/result.ts";
import { type DayFigures, SignedDay } from "../domain/voting/point-day.ts";
import { type Help, VotingPoints } from "../domain/voting/voting-point.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE, waits } from "./work.ts";
import { create, put, update, type Write } from "./write.ts";

const StoredPoints = z.object({ version: z.int(), points: VotingPoints });
type StoredPoints = z.infer<typeof StoredPoints>;

/** A clerk's day at a point, in numbers alone: a line for each voter would have to bear a time, or stand in an order. */
const Shift = z.object({
  point: z.string(),
  day: z.string(),
  clerk: z.string(),
  clerkName: z.string(),
  /** How often somebody was looked for on the roll. */
  looked: z.int().default(0),
  /** Ballots cast with this clerk's help, and those among them that the clerk filled in. */
  cast: z.int().default(0),
  filledIn: z.int().default(0),
});
type Shift = z.infer<typeof Shift>;

const NONE: StoredPoints = { version: 0, points: [] };

export const openVotingPoints = (table: Table) => ({
  get: async (cycleId: CycleId): Promise<StoredPoints> =>
    (await table.get(keys.points(cycleId), StoredPoints)) ?? NONE,

  /** Replaces the points as they were read. */
  replace: (
    cycleId: CycleId,
    before: StoredPoints,
    points: StoredPoints["points"],
    audit: Write,
  ): Promise<Result<void>> =>
    table.write([
      put({
        key: keys.points(cycleId),
        item: { version: before.version + 1, points },
        when:
          before.version === 0
            ? { text: "attribute_not_exists(#pk)" }
            : { text: "#version = :version", values: { version: before.version } },
      }),
      audit,
    ]),

  /** Notes that a clerk looked for a voter. The first of a day begins the clerk's work at the point, which is audited. */
  look: async (
    cycleId: CycleId,
    { point, day, clerk }: Pick<Help, "point" | "day" | "clerk">,
    { clerkName, work }: { readonly clerkName: string; readonly work: Work },
    audit: Write,
  ): Promise<Result<void>> => {
    const key = keys.shift(cycleId, point, day, clerk);
    const again = () =>
      table.write([update({ key, add: { looked: 1 }, when: { text: "attribute_exists(#pk)" } })]);
    const outcome = await again();
    if (outcome.ok || outcome.refusal.code !== "thing/not-found") return outcome;
    const begun = await table.write([
      create({
        key,
        item: { point, day, clerk, clerkName, looked: 1, cast: 0, filledIn: 0, ...waits(work) },
      }),
      audit,
    ]);
    // Somebody with the same name began in the same moment: it is there now.
    return begun.ok ? begun : await again();
  },

  /** One more ballot cast with help, to be written with it. */
  countCast: (cycleId: CycleId, { point, day, clerk, filledIn }: Help): Write =>
    update({
      key: keys.shift(cycleId, point, day, clerk),
      add: { cast: 1, filledIn: filledIn ? 1 : 0 },
      when: { text: "attribute_exists(#pk)" },
    }),

  day: (cycleId: CycleId, point: string, day: string): Promise<SignedDay | undefined> =>
    table.get(keys.pointDay(cycleId, point, day), SignedDay),

  /** A clerk signs a day, in place of one signature alone or of what was signed under outdated numbers. Two signatures under others stand. */
  signDay: (
    cycleId: CycleId,
    {
      signed,
      outdated,
      work,
      clerks,
      batches,
    }: {
      readonly signed: SignedDay;
      readonly outdated: DayFigures | undefined;
      readonly work: Work;
      /** Who worked at the point on the day: the day waits for none of them any more. */
      readonly clerks: readonly string[];
      /** Closed batches of cards of the day: it waits for none of them any more. */
      readonly batches: readonly BatchId[];
    },
    audit: Write,
  ): Promise<Result<void>> =>
    table.write([
      put({
        key: keys.pointDay(cycleId, signed.point, signed.day),
        item: { ...signed, first: signed.signatures[0]?.by, ...waits(work) },
        when: {
          text: "attribute_not_exists(#pk) OR size(#signatures) = :one OR #figures = :outdated",
          values: { one: 1, outdated: outdated ?? null },
        },
        otherwise: () => refusal("point/signed", {}),
      }),
      ...clerks.map((clerk) =>
        update({ key: keys.shift(cycleId, signed.point, signed.day, clerk), remove: WAITS_NO_MORE }),
      ),
      ...batches.map((id) => update({ key: keys.batch(cycleId, id), remove: WAITS_NO_MORE })),
      audit,
    ]),

  /** A second person signs under the first one's, as they read it. */
  countersignDay: (
    cycleId: CycleId,
    before: SignedDay,
    by: SignedDay["signatures"][number],
    audit: Write,
  ): Promise<Result<void>> =>
    table.write([
      update({
        key: keys.pointDay(cycleId, before.point, before.day),
        append: { signatures: [by] },
        remove: WAITS_NO_MORE,
        when: {
          text: "size(#signatures) = :one AND #counted = :counted AND #figures = :figures AND #first <> :me",
          values: { one: 1, counted: before.counted, figures: before.figures, me: by.by },
        },
        otherwise: (met) =>
          met?.first === by.by
            ? refusal("identity/same-person", {})
            : refusal("request/changed-since", { version: 0 }),
      }),
      audit,
    ]),

  /** Every shift of the edition, for the count. */
  allShifts: async (cycleId: CycleId): Promise<Shift[]> => {
    const { pk } = keys.points(cycleId);
    return (await table.query(pk, Shift, { prefix: "SHIFT#", consistent: true })).items;
  },

  /** Every shift and every signed day of an edition. */
  all: async (cycleId: CycleId): Promise<{ readonly shifts: Shift[]; readonly days: SignedDay[] }> => {
    const whole = <T>(beginning: string, schema: z.ZodType<T>) =>
      table.query(keys.points(cycleId).pk, schema, { prefix: beginning, consistent: true });
    const [shifts, days] = await Promise.all([whole("SHIFT#", Shift), whole("DAY#", SignedDay)]);
    return { shifts: shifts.items, days: days.items };
  },

  /** Shifts of one point on one day, by clerk. */
  shifts: async (cycleId: CycleId, point: string, day: string): Promise<Shift[]> => {
    const { pk, sk = "" } = keys.shift(cycleId, point, day, "");
    return (await table.query(pk, Shift, { prefix: sk, consistent: true })).items;
  },
});
