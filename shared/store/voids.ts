import type { Cycle } from "../domain/cycle/cycle.ts";
import type { CycleId, VoidId } from "../domain/ids.ts";
import { stateAfter } from "../domain/lifecycle.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { VOID_STAGES, type VoidBallot, VoidCase } from "../domain/voting/void.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { type Attributes, absentOr, check, leaving, put, update, type Write } from "./write.ts";

type Act = VoidCase["proposed"];

const otherwise =
  (me: string) =>
  (met: Attributes | undefined): Refusal => {
    const found = VoidCase.safeParse(met).data;
    if (!found) return refusal("thing/not-found", {});
    return found.state === "proposed" && found.proposed.by === me
      ? refusal("identity/same-person", {})
      : refusal("void/state", { state: found.state });
  };

/**
 * Decisions on void ballots. Each is a write that goes with a change of the cycle: the count begins with a change of the same cycle, so no
 * decision slips in after it.
 */
export const openVoids = (table: Table) => ({
  get: (cycleId: CycleId, id: VoidId): Promise<VoidCase | undefined> =>
    table.get(keys.voidCase(cycleId, id), VoidCase),

  list: async (cycleId: CycleId): Promise<VoidCase[]> => {
    const { pk, sk } = keys.voidCase(cycleId, "" as VoidId);
    return (await table.query(pk, VoidCase, { prefix: String(sk), consistent: true })).items;
  },

  /** The ballots that the count leaves out, sorted. */
  voided: async (cycleId: CycleId): Promise<(VoidBallot & Pick<VoidCase, "district">)[]> => {
    const cases = await openVoids(table).list(cycleId);
    return cases
      .flatMap(({ state, ballot, reason, district }) =>
        state === "voided" && ballot !== undefined ? [{ ballot, reason, district }] : [],
      )
      .sort((one, other) => (one.ballot < other.ballot ? -1 : 1));
  },

  /** A case of a marker that has none, or whose case was declined. */
  propose: (cycle: Cycle, made: VoidCase): Write =>
    put({
      key: keys.voidCase(cycle.id, made.id),
      item: made,
      when: absentOr(leaving(VOID_STAGES, "propose")),
      otherwise: (met) => refusal("void/state", { state: VoidCase.parse(met).state }),
    }),

  /** Acceptance by another person than proposed it. */
  accept: (cycle: Cycle, id: VoidId, accepted: Act): Write =>
    update({
      key: keys.voidCase(cycle.id, id),
      set: { state: stateAfter(VOID_STAGES, "accept"), accepted },
      when: leaving(VOID_STAGES, "accept", {
        text: "#proposed.#by <> :me",
        values: { me: accepted.by },
      }),
      otherwise: otherwise(accepted.by),
    }),

  /** Closes a case without a change; where its proposal lapsed, nobody did. */
  decline: (cycle: Cycle, id: VoidId, declined: VoidCase["declined"]): Write =>
    update({
      key: keys.voidCase(cycle.id, id),
      set: { state: stateAfter(VOID_STAGES, "decline"), declined },
      remove: ["link", "named"],
      when: leaving(VOID_STAGES, "decline"),
      otherwise: (met) =>
        met ? refusal("void/state", { state: VoidCase.parse(met).state }) : refusal("thing/not-found", {}),
    }),

  /** The first of the two names the ballot, or names it anew. */
  name: (cycle: Cycle, id: VoidId, named: NonNullable<VoidCase["named"]>): Write =>
    update({
      key: keys.voidCase(cycle.id, id),
      set: { named },
      when: leaving(VOID_STAGES, "settle", {
        text: "(#proposed.#by = :me OR #accepted.#by = :me) AND (attribute_not_exists(#named) OR #named.#by = :me)",
        values: { me: named.by },
      }),
    }),

  /** The other of the two names the same ballot, and it is in the box: it is void. The link is not kept. */
  settle: (cycle: Cycle, id: VoidId, { by, ballot }: NonNullable<VoidCase["named"]>): Write[] => [
    update({
      key: keys.voidCase(cycle.id, id),
      set: { state: stateAfter(VOID_STAGES, "settle"), ballot },
      remove: ["link", "named"],
      when: leaving(VOID_STAGES, "settle", {
        text: "(#proposed.#by = :me OR #accepted.#by = :me) AND #named.#by <> :me AND #named.#ballot = :same",
        values: { me: by, same: ballot },
      }),
    }),
    check({
      table: "ballots",
      key: keys.ballot(cycle.id, ballot),
      when: { text: "attribute_exists(#pk)" },
      otherwise: () => refusal("void/no-ballot", {}, "/ballot"),
    }),
  ],
});
