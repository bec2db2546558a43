import { z } from "zod";
import { localised } from "../localised.ts";
import { isPhone } from "../phone.ts";
import { Fact } from "./facts.ts";

/** A sentence that the city answers for. */
const Said = localised(z.string().min(1));

export const Contact = z.enum(["email", "phone"]);
export type Contact = z.infer<typeof Contact>;

/** What is typed, or what a clerk is shown, signed on a card, or stated by a child's guardian. */
export const Datum = z.enum([
  ...Fact.options,
  ...Contact.options,
  "district",
  "signature",
  "guardianStatement",
]);
export type Datum = z.infer<typeof Datum>;

export const MOST_DAYS = 3660;

/** When it is deleted: it is never written down, or so many days after an event; `results` are published, or the edition is cancelled. */
const Kept = z.union([
  z.literal("not-stored"),
  z.strictObject({
    days: z.int().min(0).max(MOST_DAYS),
    after: z.enum(["vote", "decision", "results"]),
  }),
]);
export type Kept = z.infer<typeof Kept>;

/**
 * One thing that is asked for, and why: `who` says who this is, `proof` that it is them, `place` on which lists they vote, `child` that
 * a guardian votes with them; codes, or the answer to a statement, go to the rest. `identity-terms.ts` says which terms a new edition may have.
 */
const Asked = z.strictObject({
  datum: Datum,
  purpose: z.enum(["who", "proof", "place", "code", "answer", "child"]),
  kept: Kept,
});
export type Asked = z.infer<typeof Asked>;

const Way = z.strictObject({
  /** What it rests on in law. */
  basis: Said,
  asks: z.array(Asked).min(1),
});
export type Way = z.infer<typeof Way>;

const asksFor = ({ asks }: { readonly asks: readonly Asked[] }, datum: Datum, ...purposes: string[]) =>
  asks.some((one) => one.datum === datum && purposes.includes(one.purpose));

/** By which facts somebody is known who cannot be known by those of the first way. */
export const AlternativeId = z.enum(["document", "address"]);
export type AlternativeId = z.infer<typeof AlternativeId>;

/** The way of a resident who is not on the roll. Each datum goes at its own time after the decision. */
const StatementWay = Way.extend({ declarations: z.array(Said).min(1).max(5) });

/** The ways of one set of facts: what the roll knows of a person, what they state, and what a clerk copies. */
const WAYS = {
  roll: Way,
  statement: StatementWay.nullable(),
  /** What a clerk looks at and copies. */
  desk: Way.optional(),
  /** What stands on a card, beside the choice. The sheet is kept and destroyed by the commission: its term is theirs to keep. */
  paper: Way.optional(),
};

/** Another set of facts by which the roll knows a person. Codes and answers go where they go in the first way. */
const Alternative = z.strictObject({ id: AlternativeId, ...WAYS });

/** One set of facts with its ways: the edition's first, or an alternative. */
export type FactSet = Pick<z.infer<typeof Alternative>, "roll" | "statement" | "desk" | "paper"> & {
  readonly id?: AlternativeId | undefined;
};

type Fault = readonly [path: readonly string[], message: string];

const faultsOf = ({ roll, statement }: FactSet): Fault[] => {
  const facts = roll.asks.filter(({ purpose }) => purpose === "who" || purpose === "proof");
  const wants = (holds: boolean, way: string, message: string): Fault[] =>
    holds ? [] : [[[way, "asks"], message]];
  return [
    ...wants(
      roll.asks.some(({ purpose }) => purpose === "who"),
      "roll",
      "nothing says who this is",
    ),
    ...wants(
      roll.asks.some(({ purpose }) => purpose === "proof"),
      "roll",
      "nothing proves who this is",
    ),
    ...wants(
      facts.every(({ datum }) => Fact.safeParse(datum).success),
      "roll",
      "a roll does not know where codes go",
    ),
    ...(statement
      ? [
          ...wants(
            facts.every(({ datum }) => statement.asks.some((one) => one.datum === datum)),
            "statement",
            "it lacks a fact that the roll has",
          ),
          ...wants(
            asksFor(statement, "district", "place"),
            "statement",
            "it does not say where the person lives",
          ),
          ...wants(asksFor(statement, "email", "answer"), "statement", "an answer has nowhere to go"),
        ]
      : []),
  ];
};

/**
 * How residents show who they are in an edition: on the roll and by a code; by a statement where they are not on it; by their eID; to a
 * clerk at a voting point; on a paper card. Older editions do not speak of the last three, nor of alternatives.
 */
export const IdentityPolicy = z
  .strictObject({
    ...WAYS,
    eid: Way.nullable(),
    /** The way of whoever votes with a child, by whatever channel. */
    guardian: Way.optional(),
    /** Further sets of facts, for who lacks one of the first: a foreigner, a newborn. */
    alternatives: z.array(Alternative).min(1).max(AlternativeId.options.length).optional(),
    /** Codes go to mobiles of other countries too; otherwise to Polish ones alone. */
    foreignMobiles: z.literal(true).optional(),
  })
  .superRefine((policy, context) => {
    const { roll, eid, alternatives = [] } = policy;
    const add = (path: readonly PropertyKey[], message: string) =>
      context.addIssue({ code: "custom", path: [...path], message });
    for (const [path, message] of faultsOf(policy)) add(path, message);
    for (const [index, one] of alternatives.entries()) {
      for (const [path, message] of faultsOf(one)) add(["alternatives", index, ...path], message);
      if (alternatives.findIndex(({ id }) => id === one.id) !== index)
        add(["alternatives", index, "id"], "an alternative comes once");
      if (contactsOf(one.roll).length > 0)
        add(["alternatives", index, "roll", "asks"], "codes go where the first way has them go");
    }
    if (!asksFor(roll, "email", "code") && !asksFor(roll, "phone", "code"))
      add(["roll", "asks"], "a code has nowhere to go");
    if (eid && factsOf(roll, "who").join() !== "pesel")
      add(["eid", "asks"], "an eID names people by PESEL, and this roll does not");
  })
  .meta({
    id: "IdentityPolicy",
    description:
      "A new edition may have no other terms than these. `roll`, `eid`, `desk`: `not-stored`, but for an address or number, at least 3 days after the `vote`. `statement`: days after the `decision`, no more than `retention.voters`, of the address at least 7; of the district `retention.voters` after the `results`, as of `guardian`. `paper`: one term after the `results`, which the commission keeps. Of `alternatives`, each known by its `id`, the same holds.",
  });
export type IdentityPolicy = z.infer<typeof IdentityPolicy>;

type Asks = Pick<Way, "asks">;

/** The facts that a way asks for, in its order: those that say who this is, or prove it, or both. */
export const factsOf = ({ asks }: Asks, ...purposes: Asked["purpose"][]): Fact[] =>
  asks.flatMap(({ datum, purpose }) =>
    purposes.length === 0 || purposes.includes(purpose) ? (Fact.safeParse(datum).data ?? []) : [],
  );

/** Where codes may go, or an answer. */
export const contactsOf = ({ asks }: Asks): Contact[] =>
  asks.flatMap(({ datum }) => Contact.safeParse(datum).data ?? []);

/** The least days after the vote for which a contact may be kept: its session and it go within two, by the clock, and terms are whole days. */
export const LEAST_CONTACT_DAYS = 3;

/** For how many days after the vote this address or number may be kept. */
export const contactDays = ({ roll }: Pick<IdentityPolicy, "roll">, contact: string): number => {
  const asked = roll.asks.find(({ datum }) => datum === (isPhone(contact) ? "phone" : "email"));
  return asked && asked.kept !== "not-stored" ? asked.kept.days : LEAST_CONTACT_DAYS;
};
