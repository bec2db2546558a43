import { z } from "zod";
import { ZlotyField } from "../../../shared/acts/answer-fields.ts";
import { POOLS, type ProjectQuery } from "../../../shared/acts/find-projects.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { type Grosze, zlotyText } from "../../../shared/domain/money.ts";
import type { TypedFilter } from "../../../shared/domain/project/search.ts";
import { ProjectStatus } from "../../../shared/domain/project/stages.ts";
import type { Issue } from "../../../shared/domain/refusals.ts";
import { kindOf, poolsOfDistrict } from "../../../shared/domain/rule-set.ts";
import { Slug } from "../../../shared/domain/slug.ts";
import { line } from "../../../shared/domain/text.ts";
import { issuesOf } from "../../../shared/platform/issues.ts";

/** Filters that somebody types in digits. */
const TypedNumbers = z.object({
  minCost: ZlotyField.optional(),
  maxCost: ZlotyField.optional(),
  minSupporters: z
    .string()
    .trim()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .optional(),
});

const Typed = z.string().max(60).optional().catch(undefined);

/** What is chosen and no filter knows is no filter; what is typed is read apart, so that the page says what is wrong with it. */
export const ProjectFormQuery = z.object({
  cycle: z.string().max(40).optional().catch(undefined),
  pool: z.string().regex(POOLS).optional().catch(undefined),
  district: Slug.optional().catch(undefined),
  status: ProjectStatus.optional().catch(undefined),
  category: Slug.optional().catch(undefined),
  minCost: Typed,
  maxCost: Typed,
  minSupporters: Typed,
  q: line(100).optional().catch(undefined),
  cursor: z.string().max(400).optional().catch(undefined),
} satisfies Record<keyof TypedFilter | "cycle" | "cursor", z.ZodType>);

type FormFilter = Omit<z.infer<typeof ProjectFormQuery>, "cycle" | "cursor">;
type Filter = Omit<FormFilter, keyof typeof TypedNumbers.shape> & z.infer<typeof TypedNumbers>;

/** What the form asks for, and what of its numbers cannot be read: that is not asked for. */
export const readFilter = ({
  minCost,
  maxCost,
  minSupporters,
  ...chosen
}: FormFilter): {
  readonly filter: Filter;
  readonly issues: readonly Issue[];
  readonly unread: TypedFilter;
} => {
  const issues: Issue[] = [];
  const numbers: z.infer<typeof TypedNumbers> = {};
  const unread: Record<string, string | undefined> = {};
  for (const [name, typed] of Object.entries({ minCost, maxCost, minSupporters })) {
    const field = TypedNumbers.pick({ [name]: true } as never);
    const read = field.safeParse(typed === undefined ? {} : { [name]: typed }, { reportInput: true });
    if (read.success) Object.assign(numbers, read.data);
    else {
      issues.push(...issuesOf(read.error));
      unread[name] = typed;
    }
  }
  return { filter: { ...chosen, ...numbers }, issues, unread };
};
type Asked = Omit<ProjectQuery, "cursor" | "limit">;

/** The id of no pool: none begins with a dash. */
const NO_POOL = "-";

/** Of a district: the lists of its own and of the areas that it is in, of those that are asked for. */
const poolsIn = ({ pool, district }: Filter, { pools, ruleSet }: Pick<Cycle, "pools" | "ruleSet">) => {
  if (district === undefined) return pool;
  const own = poolsOfDistrict(ruleSet, district).filter((id) => kindOf(ruleSet, id) !== "citywide");
  const asked = pool?.split(",") ?? pools.map(({ id }) => id);
  return asked.filter((id) => own.includes(id)).join(",") || NO_POOL;
};

/** What the form asks for, as the lists of the API are asked. */
export const askedOf = (filter: Filter, cycle: Pick<Cycle, "pools" | "ruleSet">): Asked => {
  const { district: _, minCost, maxCost, ...same } = filter;
  return {
    ...same,
    pool: poolsIn(filter, cycle),
    minCostGrosze: minCost,
    maxCostGrosze: maxCost,
  };
};

export const asTexts = (values: object): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );

const typedCost = (cost: Grosze | undefined): string | undefined =>
  cost === undefined ? undefined : zlotyText(cost).replace(".", ",");

/** What the form asks for, as its fields show it. */
export const asTyped = ({ minCost, maxCost, ...same }: Filter): TypedFilter => ({
  ...asTexts(same),
  minCost: typedCost(minCost),
  maxCost: typedCost(maxCost),
});
