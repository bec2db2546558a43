import { z } from "zod";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { type Grosze, zlotyText } from "../../../shared/domain/money.ts";
import { ProjectStatus } from "../../../shared/domain/project/stages.ts";
import { kindOf, poolsOfDistrict } from "../../../shared/domain/rule-set.ts";
import { Slug } from "../../../shared/domain/slug.ts";
import { line } from "../../../shared/domain/text.ts";
import type { ProjectsFilter } from "../../../shared/pages/projects/filters.ts";
import { POOLS, type ProjectQuery } from "../find-projects.ts";
import { ZlotyField } from "./fields.ts";

/** A form sends its empty fields too; what no filter knows is no filter. */
export const ProjectFormQuery = z.object({
  cycle: z.string().max(40).optional().catch(undefined),
  pool: z.string().regex(POOLS).optional().catch(undefined),
  district: Slug.optional().catch(undefined),
  status: ProjectStatus.optional().catch(undefined),
  category: Slug.optional().catch(undefined),
  minCost: ZlotyField.optional().catch(undefined),
  maxCost: ZlotyField.optional().catch(undefined),
  minSupporters: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  q: line(100).optional().catch(undefined),
  cursor: z.string().max(400).optional().catch(undefined),
});

type Filter = Omit<z.infer<typeof ProjectFormQuery>, "cycle" | "cursor">;
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
export const asTyped = ({ minCost, maxCost, ...same }: Filter): ProjectsFilter => ({
  ...asTexts(same),
  minCost: typedCost(minCost),
  maxCost: typedCost(maxCost),
});
