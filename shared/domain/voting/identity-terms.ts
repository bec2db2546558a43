import type { z } from "zod";
import { keptDays } from "../cycle/retention.ts";
import { LETTER_DAYS } from "../notice/notice.ts";
import type { RuleSet } from "../rule-set.ts";
import { shownFactsOf } from "./fact-sets.ts";
import { Fact } from "./facts.ts";
import {
  Contact,
  type Datum,
  type FactSet,
  type IdentityPolicy,
  type Kept,
  LEAST_CONTACT_DAYS,
  MOST_DAYS,
  type Way,
} from "./identity-policy.ts";

/** The terms that a datum may have in a way: never written down, or from so many days to so many after an event. */
type Term =
  | "not-stored"
  | { readonly least: number; readonly most: number; readonly after: Exclude<Kept, string>["after"] };

const keeps = (term: Term, kept: Kept): boolean =>
  term === "not-stored" || kept === "not-stored"
    ? term === kept
    : kept.after === term.after && term.least <= kept.days && kept.days <= term.most;

const textOf = (term: Term): string => {
  if (term === "not-stored") return `"${term}"`;
  const { least, most, after } = term;
  return `{"days":${least === most ? least : `${least}–${most}`},"after":"${after}"}`;
};

type Terms = Readonly<Partial<Record<Datum, Term>>>;

const each = (data: readonly Datum[], term: Term): Terms =>
  Object.fromEntries(data.map((datum) => [datum, term]));

const WAYS = ["roll", "statement", "eid", "desk", "paper", "guardian"] as const;
type WayName = (typeof WAYS)[number];

type Rules = Pick<RuleSet, "identity" | "retention">;

/**
 * What the system does with each datum, by way; residents are told nothing else.
 *
 * - `roll`, `eid`, `desk`: facts become hashes at once, and a document is looked at: `not-stored`. An address for codes, and a letter that
 *   waits for it, are gone `LEAST_CONTACT_DAYS` after the vote, or as much later as the policy says.
 * - `statement`: each fact has its own days after the decision, up to those of the voters' data, and so has the address, whose letter is kept
 *   for `LETTER_DAYS`. The district stands on the statement's own record, which goes with the voters' data.
 * - `paper`: one sheet, hence one term after the results. What is keyed from it is not stored.
 * - `guardian`: the record of the day goes with the voters' data.
 */
const termsOf = (identity: FactSet, retention: Rules["retention"]): Record<WayName, Terms> => {
  const voters = keptDays({ retention }, "voters");
  const withVoters: Term = { least: voters, most: voters, after: "results" };
  const sheet = identity.paper?.asks[0]?.kept;
  const [least, most] = typeof sheet === "object" ? [sheet.days, sheet.days] : [0, MOST_DAYS];
  const onSheet: Term = { least, most, after: "results" };
  const shown = shownFactsOf(identity);
  return {
    roll: {
      ...each(Fact.options, "not-stored"),
      ...each(Contact.options, { least: LEAST_CONTACT_DAYS, most: MOST_DAYS, after: "vote" }),
    },
    statement: {
      ...each(Fact.options, { least: 0, most: voters, after: "decision" }),
      email: { least: LETTER_DAYS, most: Math.max(voters, LETTER_DAYS), after: "decision" },
      district: withVoters,
    },
    eid: { pesel: "not-stored" },
    desk: { ...each(shown, "not-stored"), document: "not-stored" },
    paper: { ...each(shown, onSheet), signature: onSheet },
    guardian: { guardianStatement: withVoters },
  };
};

/** Ways whose data are no choice of the edition's: all of them are asked for. */
const WHOLE: readonly WayName[] = ["eid", "desk", "paper", "guardian"];

type Fault = Pick<z.core.$ZodIssueCustom, "path" | "params">;

const faultsOf = (way: Way, terms: Terms, isWhole: boolean): Fault[] => {
  const asked = way.asks.map(({ datum }) => datum);
  const known = Object.keys(terms);
  const lacks = isWhole && known.some((datum) => !asked.some((one) => one === datum));
  return [
    ...(lacks ? [{ path: ["asks"], params: { rule: "asks", limit: known.join(", ") } }] : []),
    ...way.asks.flatMap(({ datum, kept }, index): Fault[] => {
      const term = terms[datum];
      if (!term)
        return [{ path: ["asks", index, "datum"], params: { rule: "choice", limit: known.join(", ") } }];
      if (asked.indexOf(datum) !== index)
        return [{ path: ["asks", index, "datum"], params: { rule: "duplicate" } }];
      return keeps(term, kept)
        ? []
        : [{ path: ["asks", index, "kept"], params: { rule: "kept", limit: textOf(term) } }];
    }),
  ];
};

/**
 * What a policy says and this system would not keep, with the path of each: refused for a new edition. An older one stays as it is.
 */
export const untrue = ({ identity, retention }: Rules): Fault[] => {
  const { alternatives = [], ...first } = identity;
  const faultsOfSet = (set: FactSet & Partial<IdentityPolicy>, at: readonly PropertyKey[]): Fault[] => {
    const terms = termsOf(set, retention);
    return WAYS.flatMap((name) => {
      const way = set[name];
      if (!way) return [];
      return faultsOf(way, terms[name], WHOLE.includes(name)).map(({ path, params }) => ({
        path: [...at, name, ...path],
        params,
      }));
    });
  };
  return [
    ...faultsOfSet(first, []),
    ...alternatives.flatMap((set, index) => faultsOfSet(set, ["alternatives", index])),
  ];
};

/** The policy as an edition has it: a way that is not open is not told. */
export const openWays = ({
  identity,
  paper,
  guardianBelowAge,
}: Pick<RuleSet, "identity" | "paper" | "guardianBelowAge">): IdentityPolicy => ({
  ...identity,
  paper: paper && identity.paper,
  alternatives: identity.alternatives?.map((one) => (paper ? one : { ...one, paper: undefined })),
  guardian: guardianBelowAge > 0 ? identity.guardian : undefined,
});
