import { z } from "zod";
import { localised } from "../localised.ts";
import { UnitId } from "../office/directory.ts";
import { areApart, Slug } from "../slug.ts";
import { line } from "../text.ts";
import type { CheckStage } from "./stages.ts";

/** What the system knows of a proposal by itself. */
export const Known = z.enum(["supporters", "place", "cost", "deadline", "twice"]);
export type Known = z.infer<typeof Known>;

/** A sentence of the library of reasons, to which a card always adds its own. */
const Reason = z.strictObject({ id: Slug, text: localised(line(400)) });

export const Criterion = z.strictObject({
  id: Slug,
  title: localised(line(160)),
  help: localised(line(400)).optional(),
  fills: Known.optional(),
  /** Whether the author may be called to put it right. */
  correctable: z.boolean(),
  reasons: z
    .array(Reason)
    .max(20)
    .refine((reasons) => areApart(reasons.map(({ id }) => id)), {
      message: "reasons of a criterion have ids of their own",
    })
    .optional(),
});
export type Criterion = z.infer<typeof Criterion>;

const Criteria = z
  .array(Criterion)
  .min(1)
  .max(60)
  .refine((criteria) => areApart(criteria.map(({ id }) => id)), {
    message: "criteria of a stage have ids of their own",
  });

const Days = z.int().min(1).max(60);

/** Which unit is asked about what: of these categories or pools, else of everything. */
const Routing = z.strictObject({
  unit: UnitId,
  categories: z.array(Slug).max(60).optional(),
  pools: z.array(Slug).max(200).optional(),
});

/** By what an edition checks proposals, and how long each part of it may take. */
export const Procedure = z.strictObject({
  /** Of the criteria and their reasons: a card says by which it was filled in. */
  version: z.int().min(1),
  /** Working days in which an author puts right what is wrong, and in which a unit gives its opinion. */
  correctionDays: Days,
  opinionDays: Days,
  formal: Criteria,
  merit: Criteria,
  /** Units that are proposed when opinions on the merits are asked for. */
  routing: z.array(Routing).max(200).optional(),
});
export type Procedure = z.infer<typeof Procedure>;

/**
 * What the Act on municipal government itself asks (art. 5a), for editions whose rules say nothing of it. Days are ours: art. 64 § 2 of the Code
 * of Administrative Procedure gives at least seven to put a motion right, art. 106 § 3 two weeks to a unit for its position.
 */
export const STATUTORY: Procedure = {
  version: 1,
  correctionDays: 7,
  opinionDays: 10,
  formal: [
    {
      id: "deadline",
      title: { pl: "Złożony w terminie", en: "Handed in on time", uk: "Подано вчасно" },
      fills: "deadline",
      correctable: false,
      reasons: [
        {
          id: "late",
          text: { pl: "Wniosek wpłynął po terminie.", en: "The proposal came in after the deadline." },
        },
      ],
    },
    {
      id: "complete",
      title: {
        pl: "Wniosek jest kompletny",
        en: "The proposal is complete",
        uk: "Заявка повна",
      },
      correctable: true,
      reasons: [
        {
          id: "missing-parts",
          text: { pl: "We wniosku brakuje danych.", en: "Parts of the proposal are missing." },
        },
      ],
    },
    {
      id: "supporters",
      title: {
        pl: "Ma wymaganą liczbę osób popierających",
        en: "Has as many supporters as needed",
        uk: "Має потрібну кількість підписів",
      },
      fills: "supporters",
      correctable: true,
      reasons: [
        {
          id: "too-few",
          text: {
            pl: "Na liście poparcia jest za mało osób.",
            en: "Too few people are on the list of supporters.",
          },
        },
      ],
    },
    {
      id: "cost",
      title: {
        pl: "Koszt mieści się w limicie puli",
        en: "The cost is within the cap of the pool",
        uk: "Вартість у межах ліміту",
      },
      fills: "cost",
      correctable: true,
      reasons: [
        {
          id: "over-cap",
          text: { pl: "Koszt jest wyższy niż limit puli.", en: "The cost is above the cap of the pool." },
        },
      ],
    },
    {
      id: "place",
      title: {
        pl: "Miejsce leży w granicach puli",
        en: "The place is within the pool",
        uk: "Місце в межах району",
      },
      fills: "place",
      correctable: true,
      reasons: [
        {
          id: "elsewhere",
          text: { pl: "Miejsce leży poza obszarem puli.", en: "The place is outside the area of the pool." },
        },
      ],
    },
    {
      id: "twice",
      title: {
        pl: "Nie złożono go dwa razy",
        en: "Was not handed in twice",
        uk: "Не подано двічі",
      },
      fills: "twice",
      correctable: false,
      reasons: [
        {
          id: "same",
          text: { pl: "Taki sam wniosek już jest złożony.", en: "The same proposal is handed in already." },
        },
      ],
    },
  ],
  merit: [
    {
      id: "law",
      title: { pl: "Zgodny z prawem", en: "Within the law", uk: "Відповідає закону" },
      correctable: false,
      reasons: [
        {
          id: "against-law",
          text: { pl: "Zadanie jest sprzeczne z prawem.", en: "The task is against the law." },
        },
      ],
    },
    {
      id: "own-task",
      title: { pl: "Zadanie własne miasta", en: "A task of the city's own", uk: "Власне завдання міста" },
      correctable: false,
      reasons: [
        {
          id: "not-own",
          text: { pl: "To zadanie nie należy do miasta.", en: "This task is not the city's." },
        },
      ],
    },
    {
      id: "land",
      title: {
        pl: "Miasto może dysponować terenem",
        en: "The city may use the land",
        uk: "Місто може користуватися ділянкою",
      },
      correctable: true,
      reasons: [
        {
          id: "not-city-land",
          text: { pl: "Teren nie należy do miasta.", en: "The land is not the city's." },
        },
      ],
    },
    {
      id: "feasible",
      title: {
        pl: "Wykonalny technicznie w tym miejscu",
        en: "Feasible at this place",
        uk: "Технічно здійсненний",
      },
      correctable: true,
    },
    {
      id: "one-year",
      title: {
        pl: "Wykonalny w czasie, na który są pieniądze",
        en: "Feasible in the time for which there is money",
        uk: "Здійсненний у бюджетному періоді",
      },
      correctable: true,
    },
    {
      id: "verified-cost",
      title: {
        pl: "Koszt po sprawdzeniu mieści się w limicie puli",
        en: "The verified cost is within the cap of the pool",
        uk: "Перевірена вартість у межах ліміту",
      },
      correctable: true,
      reasons: [
        {
          id: "over-cap",
          text: {
            pl: "Koszt po sprawdzeniu jest wyższy niż limit puli.",
            en: "The verified cost is above the cap of the pool.",
          },
        },
      ],
    },
  ],
};

/** By what this edition checks proposals: one way for all of them. */
export const procedureOf = ({ procedure }: { readonly procedure?: Procedure | undefined }): Procedure =>
  procedure ?? STATUTORY;

/** Which units the edition would ask about a proposal, each once. */
export const unitsFor = (
  ruleSet: { readonly procedure?: Procedure | undefined },
  { category, pool }: { readonly category?: string | undefined; readonly pool: string },
): UnitId[] => {
  const { routing = [] } = procedureOf(ruleSet);
  const fits = (among: readonly string[] | undefined, one: string | undefined): boolean =>
    among === undefined || (one !== undefined && among.includes(one));
  const found = routing.filter(({ categories, pools }) => fits(categories, category) && fits(pools, pool));
  return [...new Set(found.map(({ unit }) => unit))];
};

export const criteriaOf = (
  ruleSet: { readonly procedure?: Procedure | undefined },
  stage: CheckStage,
): readonly Criterion[] => procedureOf(ruleSet)[stage];
