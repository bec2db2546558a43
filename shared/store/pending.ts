import { z } from "zod";
import { type CycleId, PendingId } from "../domain/ids.ts";
import {
  checkSettling,
  journalOf,
  PENDING,
  PendingAct,
  type PendingKind,
  type Settlement,
  thingOf,
  workOfPending,
} from "../domain/office/pending.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { epochSeconds, plusSeconds } from "../domain/time.ts";
import type { RollPreview } from "../domain/voting/roll-preview.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE, waits } from "./work.ts";
import { type Condition, create, put, remove, update, type Write } from "./write.ts";

/** Which act stands on a thing: its key begins with the kind. */
const Standing = z.object({ sk: z.string(), id: PendingId });

/** How long an act is kept once it can stand no more: a try that is repeated finds what the first one did. */
const KEPT_SECONDS = 90 * 86_400;

type Settled = NonNullable<PendingAct["settled"]>;

const placeOf = (act: PendingAct) => keys.pendingOn(journalOf(act), act.kind, thingOf(act));

/** Acts that one person has proposed. Of a kind, one stands on a thing at a time: a newer one takes its place. */
export const openPending = (table: Table) => {
  const get = (id: PendingId): Promise<PendingAct | undefined> => table.get(keys.pending(id), PendingAct);

  /** The writes by which an act stands no more, on a condition beside that it still does. */
  const end = (
    act: PendingAct,
    how: Settlement,
    {
      settled,
      when,
      otherwise,
    }: { settled?: Settled; when?: Condition; otherwise?: (met: PendingAct) => Refusal | undefined } = {},
  ): Write =>
    update({
      key: keys.pending(act.id),
      set: { state: PENDING.proposed[how], settled },
      remove: WAITS_NO_MORE,
      when: {
        text: ["#state = :proposed", ...(when ? [when.text] : [])].join(" AND "),
        values: { proposed: "proposed", ...when?.values },
      },
      otherwise: (met) => {
        const { data } = PendingAct.safeParse(met);
        return (data && otherwise?.(data)) ?? refusal("request/changed-since", { version: 0 });
      },
    });

  const leave = (act: PendingAct): Write =>
    remove({ key: placeOf(act), when: { text: "#id = :id", values: { id: act.id } } });

  /** Nobody settles it any more: its time is over, or what it was about. */
  const lapse = (act: PendingAct): Write[] => [end(act, "lapse"), leave(act)];

  return {
    get,
    lapse,
    leave,

    /** Nobody settles it any more: the thing is not as it was. */
    overtake: (act: PendingAct): Write[] => [end(act, "overtake"), leave(act)],

    /** What an import would do, once its file was read: said once, while it stands. */
    previewed: (act: PendingAct<"import-roll">, preview: RollPreview): Write =>
      update({
        key: keys.pending(act.id),
        set: { proposal: { ...act.proposal, preview } },
        when: { text: "#state = :proposed", values: { proposed: "proposed" } },
        otherwise: () => refusal("request/changed-since", { version: 0 }),
      }),

    /** What stands in an edition, of these kinds or all, whether or not its time is over. */
    on: async (cycleId: CycleId, kinds?: readonly PendingKind[]): Promise<PendingAct[]> => {
      const { items } = await table.query(keys.pendingOn(cycleId, "", "").pk, Standing, { consistent: true });
      const wanted = items.filter(({ sk }) => kinds?.some((kind) => sk.startsWith(`${kind}#`)) ?? true);
      const acts = await Promise.all(wanted.map(({ id }) => get(id)));
      return acts.filter((act) => act !== undefined);
    },

    /** What stands of a kind on one thing, whether or not its time is over. */
    standing: async <K extends PendingKind>(
      journal: string,
      kind: K,
      thing: string,
    ): Promise<PendingAct<K> | undefined> => {
      const found = await table.get(keys.pendingOn(journal, kind, thing), Standing);
      return found && ((await get(found.id)) as PendingAct<K> | undefined);
    },

    /** Puts an act in its place, which the one before, as it was read, leaves. */
    propose: (act: PendingAct, before: PendingAct | undefined): Write[] => [
      create({
        key: keys.pending(act.id),
        item: {
          ...act,
          ...waits(workOfPending(act)),
          expiresAtSeconds: epochSeconds(plusSeconds(act.until, KEPT_SECONDS)),
        },
        otherwise: () => refusal("request/key-reused", {}),
      }),
      put({
        key: placeOf(act),
        item: { id: act.id },
        when: before
          ? { text: "#id = :before", values: { before: before.id } }
          : { text: "attribute_not_exists(#pk)" },
        otherwise: () => refusal("request/changed-since", { version: 0 }),
      }),
      ...(before ? [end(before, "replace")] : []),
    ],

    /**
     * One person's word about an act: its author's own to take it back, anybody else's to accept it or to turn it down, while it stands. What is
     * done in several transactions keeps its place until the last.
     */
    settle: (
      act: PendingAct,
      how: "accept" | "refuse" | "withdraw",
      settled: Settled,
      { keepsPlace = false } = {},
    ): Write[] => {
      const { by: me, at: now } = settled;
      return [
        end(act, how, {
          settled,
          when: {
            text: `#by ${how === "withdraw" ? "=" : "<>"} :me AND #until > :now`,
            values: { me, now },
          },
          otherwise: (met) => checkSettling(met, how, { me, now }),
        }),
        ...(keepsPlace ? [] : [leave(act)]),
      ];
    },
  };
};
