import type { AlternativeId, Asked, Datum, IdentityPolicy } from "../domain/voting/identity-policy.ts";

const BUDGET = {
  pl: "Art. 6 ust. 1 lit. e RODO, art. 5a ustawy o samorządzie gminnym i uchwała Rady Miasta Katowice o budżecie obywatelskim",
  en: "Art. 6(1)(e) GDPR, art. 5a of the Act on municipal government, and the City Council's resolution on the participatory budget",
  uk: "ст. 6(1)(e) GDPR, ст. 5a закону про ґмінне самоврядування та ухвала Міської ради Катовіце про громадський бюджет",
};

const AFTER_VOTE = { days: 3, after: "vote" } as const;

/** Of a statement: as long as its decision can be asked about (art. 35 § 3 of the Code of administrative procedure gives a month). */
const AFTER_DECISION = { days: 30, after: "decision" } as const;

/** The voters' data of the edition (`retention.voters`). */
const WITH_VOTERS = { days: 90, after: "results" } as const;

const DECLARATIONS = [
  {
    pl: "Mieszkam w Katowicach z zamiarem stałego pobytu.",
    en: "I live in Katowice and mean to stay.",
    uk: "Я живу в Катовіце й маю намір тут залишитися.",
  },
  {
    pl: "Podane dane są prawdziwe. Wiem, że urząd je sprawdzi.",
    en: "What I state is true. I know that the city office checks it.",
    uk: "Подані дані правдиві. Мені відомо, що місто їх перевірить.",
  },
];

/** Whoever has the number is known by it alone: by another set of facts the same person would be taken for a second one. */
const NO_PESEL = {
  pl: "Ta osoba nie ma numeru PESEL.",
  en: "This person has no PESEL number.",
  uk: "Ця особа не має номера PESEL.",
};

/**
 * Every resident votes, registered or not: PESEL and the mother's maiden name, then a code; who is not on the roll states that they live here. At a
 * point a document is enough. Cards of paper, as in the first two editions, only where an edition takes them.
 */
export const KATOWICE_IDENTITY: IdentityPolicy = {
  roll: {
    basis: BUDGET,
    asks: [
      { datum: "pesel", purpose: "who", kept: "not-stored" },
      { datum: "mothersMaidenName", purpose: "proof", kept: "not-stored" },
      { datum: "email", purpose: "code", kept: AFTER_VOTE },
      { datum: "phone", purpose: "code", kept: AFTER_VOTE },
    ],
  },
  statement: {
    basis: BUDGET,
    asks: [
      { datum: "firstName", purpose: "who", kept: AFTER_DECISION },
      { datum: "surname", purpose: "who", kept: AFTER_DECISION },
      { datum: "pesel", purpose: "who", kept: AFTER_DECISION },
      { datum: "mothersMaidenName", purpose: "proof", kept: AFTER_DECISION },
      { datum: "address", purpose: "place", kept: AFTER_DECISION },
      { datum: "district", purpose: "place", kept: WITH_VOTERS },
      { datum: "email", purpose: "answer", kept: AFTER_DECISION },
    ],
    declarations: DECLARATIONS,
  },
  eid: {
    basis: {
      pl: "Art. 20a ust. 1 ustawy o informatyzacji działalności podmiotów realizujących zadania publiczne",
      en: "Art. 20a(1) of the Act on computerisation of the operations of entities performing public tasks",
      uk: "ст. 20a(1) закону про інформатизацію діяльності субʼєктів, що виконують публічні завдання",
    },
    asks: [{ datum: "pesel", purpose: "who", kept: "not-stored" }],
  },
  desk: {
    basis: BUDGET,
    asks: [
      { datum: "pesel", purpose: "who", kept: "not-stored" },
      { datum: "document", purpose: "proof", kept: "not-stored" },
    ],
  },
  paper: {
    basis: BUDGET,
    asks: [
      { datum: "pesel", purpose: "who", kept: WITH_VOTERS },
      { datum: "signature", purpose: "proof", kept: WITH_VOTERS },
    ],
  },
  guardian: {
    basis: BUDGET,
    asks: [{ datum: "guardianStatement", purpose: "child", kept: WITH_VOTERS }],
  },
};

const asked = (data: readonly Datum[], purpose: Asked["purpose"], kept: Asked["kept"]): Asked[] =>
  data.map((datum) => ({ datum, purpose, kept }));

/** The ways of who has no PESEL number, by these facts: the first say who this is, the others prove it. */
const without = (
  id: AlternativeId,
  { who, proof, states }: Readonly<Record<"who" | "proof" | "states", readonly Datum[]>>,
): NonNullable<IdentityPolicy["alternatives"]>[number] => ({
  id,
  roll: { basis: BUDGET, asks: [...asked(who, "who", "not-stored"), ...asked(proof, "proof", "not-stored")] },
  statement: {
    basis: BUDGET,
    asks: [
      ...asked(states, "who", AFTER_DECISION),
      ...asked(["address"], "place", AFTER_DECISION),
      ...asked(["district"], "place", WITH_VOTERS),
      ...asked(["email"], "answer", AFTER_DECISION),
    ],
    declarations: [...DECLARATIONS, NO_PESEL],
  },
  desk: {
    basis: BUDGET,
    asks: [
      ...asked([...who, ...proof], "who", "not-stored"),
      ...(id === "document" ? [] : asked(["document"], "proof", "not-stored")),
    ],
  },
  paper: {
    basis: BUDGET,
    asks: [...asked([...who, ...proof], "who", WITH_VOTERS), ...asked(["signature"], "proof", WITH_VOTERS)],
  },
});

/**
 * From the XIII edition on: a resident without a PESEL number is known by a document and the day of birth, whatever country issued it; one without
 * either, such as a newborn, by name, day of birth and address.
 */
export const KATOWICE_IDENTITY_OF_ALL: IdentityPolicy = {
  ...KATOWICE_IDENTITY,
  alternatives: [
    without("document", {
      who: ["document"],
      proof: ["birthDate"],
      states: ["firstName", "surname", "document", "birthDate"],
    }),
    without("address", {
      who: ["firstName", "surname", "birthDate"],
      proof: ["address"],
      states: ["firstName", "surname", "birthDate"],
    }),
  ],
};
