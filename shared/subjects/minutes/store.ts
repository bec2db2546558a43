import { z } from "zod";
import type { MeetingId } from "../../domain/ids.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import { asRead, kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { BACKOFF, orAgain, retry } from "../../store/retry.ts";
import type { Table } from "../../store/table.ts";
import { WAITS_NO_MORE } from "../../store/work.ts";
import { type Attributes, absentOr, create, put, update, type Write } from "../../store/write.ts";
import { Minutes, MinutesVersion, Motion, type MotionId, placeOf } from "./rules.ts";

const Last = z.object({ last: z.int() });

const again = () => refusal("service/try-again", { retryAfterSeconds: 1 });

export const openMinutes = (table: Table) => {
  const all = kept(table, keys.minutes, Minutes);
  const motionsOf = (id: MeetingId) => kept(table, (motion: string) => keys.motion(id, motion), Motion);

  return {
    get: all.get,
    change: all.change,

    /** The first words of minutes, with the next number of their year. Somebody who was faster has written them. */
    begin: (minutes: Minutes, also: readonly Write[], more: Attributes): Promise<Result<Minutes>> =>
      retry(BACKOFF.reading, async () => {
        const key = keys.minutesNumber(minutes.year);
        const last = (await table.get(key, Last))?.last ?? 0;
        const first = { ...minutes, number: last + 1, version: 1 as Minutes["version"] };
        const outcome = await table.write([
          create({
            key: keys.minutes(minutes.id),
            item: { ...first, ...more },
            otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version) }),
          }),
          put({
            key,
            item: { last: last + 1 },
            when: absentOr({ text: "#last = :last", values: { last } }),
            otherwise: again,
          }),
          ...also,
        ]);
        return orAgain(outcome.ok ? ok(first) : outcome);
      }),

    /** A version of minutes, with what they say from now on. */
    publish: (before: Minutes, version: MinutesVersion, also: readonly Write[], more: Attributes) => {
      const { correction: _, ...rest } = before;
      const item = create({
        key: keys.minutesVersion(before.id, placeOf(version.edition)),
        item: version,
        otherwise: () => refusal("request/changed-since", { version: before.version }),
      });
      return all.change(
        before,
        { ...rest, edition: version.edition, isChanged: false },
        [item, ...also],
        more,
      );
    },

    version: (id: MeetingId, edition: number): Promise<MinutesVersion | undefined> =>
      table.get(keys.minutesVersion(id, placeOf(edition)), MinutesVersion),
    /** What was published, the first version first. */
    versions: async (id: MeetingId): Promise<MinutesVersion[]> =>
      (await table.query(keys.minutesVersion(id, "").pk, MinutesVersion)).items,

    motion: (id: MeetingId, motion: MotionId): Promise<Motion | undefined> => motionsOf(id).get(motion),
    /** Motions in the order in which they came. */
    motions: async (id: MeetingId): Promise<Motion[]> =>
      (await motionsOf(id).all({ consistent: true })).toSorted((one, other) =>
        one.receivedAt < other.receivedAt ? -1 : 1,
      ),
    /** One more, if the meeting takes it as its motions stand: whoever comes at once with it is weighed anew with the other's. */
    handIn: (
      id: MeetingId,
      motion: Motion,
      also: readonly Write[],
      fits: (others: readonly Motion[]) => Result<void>,
      more: Attributes = {},
    ): Promise<Result<Motion>> =>
      retry(BACKOFF.reading, async () => {
        const key = keys.motionsCame(id);
        const before = (await table.get(key, Last))?.last ?? 0;
        const all = await motionsOf(id).all({ consistent: true });
        const fitting = fits(all.filter((one) => one.id !== motion.id));
        if (!fitting.ok) return fitting;
        const came = put({
          key,
          item: { last: before + 1 },
          when: absentOr({ text: "#last = :before", values: { before } }),
          otherwise: again,
        });
        return orAgain(await motionsOf(id).create(motion, [came, ...also], more));
      }),
    reword: (id: MeetingId, before: Motion, after: Motion, also: readonly Write[], more: Attributes) =>
      motionsOf(id).change(before, after, also, more),

    /** Somebody has had a hand in minutes beside their text: another person accepts them. */
    touched: (
      { id, version }: Pick<Minutes, "id" | "version">,
      by: Pick<Minutes, "writtenBy" | "writtenByName">,
    ): Write => update({ key: keys.minutes(id), set: by, add: { version: 1 }, when: asRead(version) }),

    /** Whoever handed a motion in was told, if there was what to tell: their address goes. */
    forget: (id: MeetingId, motion: MotionId, letter: readonly Write[]): Promise<Result<void>> =>
      table.write([
        ...letter,
        update({
          key: keys.motion(id, motion),
          remove: ["email", ...WAITS_NO_MORE],
          add: { version: 1 },
          when: { text: "attribute_exists(#email)" },
        }),
      ]),
    allTold: ({ id, version }: Pick<Minutes, "id" | "version">): Promise<Result<void>> =>
      table.write([update({ key: keys.minutes(id), remove: WAITS_NO_MORE, when: asRead(version) })]),
  };
};
