import type { Contender } from "./contender.ts";
import { ORDERS, type Precedence, TIE_KEYS } from "./policies.ts";
import type { CountingRule, TieKey } from "./rule.ts";

/** Projects that no tie key but the lot can separate. */
export type Run = readonly Contender[];

/** All projects by the rule: levels of one score, best first, each cut into runs by the tie keys. */
export const levelsOf = (contenders: readonly Contender[], { order, ties }: CountingRule): Run[][] => {
  const byOrder = ORDERS[order];
  const byKeys = keyed(ties);
  const sorted = contenders.toSorted((a, b) => byOrder(a, b) || byKeys(a, b) || byId(a, b));
  return split(sorted, byOrder).map((level) => split(level, byKeys));
};

/** Projects by the tie keys alone, cut where only a lot is left: in what order equal prices are settled. */
export const runsByTies = (contenders: readonly Contender[], ties: readonly TieKey[]): Run[] => {
  const byKeys = keyed(ties);
  return split(
    contenders.toSorted((a, b) => byKeys(a, b) || byId(a, b)),
    byKeys,
  );
};

const keyed =
  (ties: readonly TieKey[]): Precedence =>
  (a, b) => {
    const key = separatingKey(a, b, ties);
    return key ? TIE_KEYS[key](a, b) : 0;
  };

/** The first tie key that tells two projects apart; none when only a lot can. */
export const separatingKey = (
  a: Contender,
  b: Contender,
  ties: readonly TieKey[],
): Exclude<TieKey, "lot"> | undefined =>
  ties.filter((key) => key !== "lot").find((key) => TIE_KEYS[key](a, b) !== 0);

/** Keeps the order of input from showing where the rule leaves projects level. */
const byId: Precedence = (a, b) => (a.project.id < b.project.id ? -1 : 1);

const split = (sorted: readonly Contender[], precedence: Precedence): Contender[][] => {
  const parts: Contender[][] = [];
  let last: Contender | undefined;
  for (const contender of sorted) {
    const part = last && precedence(last, contender) === 0 ? parts.at(-1) : undefined;
    if (part) part.push(contender);
    else parts.push([contender]);
    last = contender;
  }
  return parts;
};
