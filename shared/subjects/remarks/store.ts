import { z } from "zod";
import type { ConsultationId } from "../../domain/ids.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { epochSeconds, type Instant, plusSeconds } from "../../domain/time.ts";
import { asRead, kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { Table } from "../../store/table.ts";
import { create, put, update, type Write } from "../../store/write.ts";
import { Counts, EarlierText, Remark, RemarkAuthor, type RemarkId, remarkIdOf } from "./rules.ts";

type Draft = Omit<Remark, "id" | "number" | "consultationId" | "version">;
type Author = Omit<RemarkAuthor, "remark">;
export type Taken = readonly { readonly remark: Draft; readonly author: Author }[];

const countsKey = (id: ConsultationId) => keys.consultationPart(id, "REMARKS");
const NOT_CLOSED = "attribute_not_exists(#closedAt)";
/** Each try is one in which somebody else was faster. */
const TRIES = 40;
const AUTHOR_SECONDS = 2 * 366 * 86_400;
const ANSWERED_SECONDS = 366 * 86_400;

const Answered = z.object({ answer: z.string(), count: z.int() });

const isOver = () => refusal("request/changed-since", { version: 0 });

export const openRemarks = (table: Table, consultationId: ConsultationId) => {
  const all = kept(table, (id: string) => keys.remark(consultationId, id), Remark);
  const authorKey = (id: RemarkId | "") => keys.remarkAuthor(consultationId, id);

  const earlierKey = (id: RemarkId, version: number) =>
    keys.consultationPart(consultationId, `TEXT#${id}#${String(version).padStart(4, "0")}`);

  const counts = async (): Promise<Counts> =>
    (await table.get(countsKey(consultationId), Counts)) ?? Counts.parse({});

  /** Decisions with the counts in the same transaction; none after the report. */
  const decideEach = async (
    of: readonly { readonly remark: Remark; readonly decision: NonNullable<Remark["decision"]> }[],
    also: readonly Write[],
  ): Promise<Result<Remark[]>> => {
    const decided = of.map(
      ({ remark, decision }): Remark => ({ ...remark, decision, version: remark.version + 1 }),
    );
    const first = of.filter(({ remark }) => remark.decision === undefined).length;
    const outcome = await table.write([
      ...decided.map((one) =>
        put({ key: keys.remark(consultationId, one.id), item: one, when: asRead(one.version - 1) }),
      ),
      update({
        key: countsKey(consultationId),
        add: { undecided: -first, decisions: 1 },
        when: { text: NOT_CLOSED },
        otherwise: isOver,
      }),
      ...also,
    ]);
    return outcome.ok ? ok(decided) : outcome;
  };

  return {
    get: all.get,
    page: all.page,
    all: () => all.all(),
    counts,
    author: (id: RemarkId): Promise<RemarkAuthor | undefined> => table.get(authorKey(id), RemarkAuthor),
    authors: async (): Promise<RemarkAuthor[]> => (await table.query(authorKey("").pk, RemarkAuthor)).items,

    /** Gives them the next numbers, each once, with the counts in the same transaction; none after the report. */
    take: async (
      taken: Taken,
      endsAt: Instant,
      also: (remarks: readonly Remark[]) => readonly Write[],
    ): Promise<Result<Remark[]>> => {
      for (let tries = 1; ; tries++) {
        const { total, closedAt } = await counts();
        if (closedAt !== undefined) return refused(isOver());
        const made = taken.map(({ remark }, n): Remark => {
          const number = total + n + 1;
          return { ...remark, id: remarkIdOf(number), number, consultationId, version: 1 };
        });
        const goes = epochSeconds(plusSeconds(endsAt, AUTHOR_SECONDS));
        const outcome = await table.write([
          update({
            key: countsKey(consultationId),
            set: { total: total + taken.length },
            add: { undecided: taken.length, decisions: 0 },
            when: {
              text: `${NOT_CLOSED} AND (#total = :total${total === 0 ? " OR attribute_not_exists(#total)" : ""})`,
              values: { total },
            },
            otherwise: isOver,
          }),
          ...made.flatMap((one, n) => [
            create({ key: keys.remark(consultationId, one.id), item: one, otherwise: isOver }),
            create({
              key: authorKey(one.id),
              item: { ...taken[n]?.author, remark: one.id, expiresAtSeconds: goes },
              otherwise: isOver,
            }),
          ]),
          ...also(made),
        ]);
        if (outcome.ok) return ok(made);
        if (outcome.refusal.code !== "request/changed-since" || tries === TRIES) return outcome;
      }
    },

    decideEach,

    /** What its author says now, as everybody may read it, over the version that was read; what could be read before is kept. */
    change: async (
      remark: Remark,
      shown: string,
      at: Instant,
      also: readonly Write[],
    ): Promise<Result<Remark>> => {
      const next: Remark = { ...remark, text: shown, changedAt: at, version: remark.version + 1 };
      const outcome = await table.write([
        put({ key: keys.remark(consultationId, remark.id), item: next, when: asRead(remark.version) }),
        ...(remark.face
          ? []
          : [
              create({
                key: earlierKey(remark.id, remark.version),
                item: { remark: remark.id, text: remark.text, until: at } satisfies EarlierText,
              }),
            ]),
        ...also,
      ]);
      return outcome.ok ? ok(next) : outcome;
    },

    /** What it said before, the first first. */
    earlier: async (id: RemarkId): Promise<EarlierText[]> => {
      const { pk } = countsKey(consultationId);
      return (await table.query(pk, EarlierText, { prefix: `TEXT#${id}#` })).items;
    },

    /** One decision about all of these. */
    decide: (
      remarks: readonly Remark[],
      decision: NonNullable<Remark["decision"]>,
      also: readonly Write[],
    ): Promise<Result<Remark[]>> =>
      decideEach(
        remarks.map((remark) => ({ remark, decision })),
        also,
      ),

    /** That no remark is taken or decided any more: the condition is that each has its decision. */
    closing: (at: Instant): Write =>
      update({
        key: countsKey(consultationId),
        set: { closedAt: at },
        when: {
          text: `${NOT_CLOSED} AND (attribute_not_exists(#undecided) OR #undecided = :none)`,
          values: { none: 0 },
        },
        otherwise: (met) => refusal("consultation/undecided", { count: Number(met?.undecided ?? 0) }),
      }),

    /** That no remark is taken any more, where there is none yet: the condition is that nobody has said anything. */
    closingUnsaid: (at: Instant): Write =>
      update({
        key: countsKey(consultationId),
        set: { closedAt: at },
        when: {
          text: `${NOT_CLOSED} AND (attribute_not_exists(#total) OR #total = :none)`,
          values: { none: 0 },
        },
        otherwise: (met) => refusal("consultation/said", { count: Number(met?.total ?? 0) }),
      }),

    /** An answer of whoever makes a remark, by itself: one more of them. */
    counting: (answer: string): Write =>
      update({
        key: keys.consultationPart(consultationId, `PEOPLE#${answer}`),
        add: { count: 1 },
        set: { answer },
      }),

    /** How often each answer was given. */
    people: async (): Promise<Readonly<Record<string, number>>> => {
      const { pk } = countsKey(consultationId);
      const { items } = await table.query(pk, Answered, { prefix: "PEOPLE#" });
      return Object.fromEntries(items.map(({ answer, count }) => [answer, count]));
    },

    /** That somebody was told; who they are goes a year later. */
    told: (id: RemarkId, at: Instant): Write =>
      update({
        key: authorKey(id),
        set: { toldAt: at, expiresAtSeconds: epochSeconds(plusSeconds(at, ANSWERED_SECONDS)) },
        when: { text: "attribute_exists(#pk) AND attribute_not_exists(#toldAt)" },
      }),
  };
};
