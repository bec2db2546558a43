import type { Parts } from "../tally/election.ts";
import type { PbListing } from "./file.ts";
import { membersOf, nameKey, valuesOf } from "./part-values.ts";

/** What a ballot may hold of the projects of a part, in numbers and in what they cost together. */
interface PartLimits {
  readonly minProjects: number;
  readonly maxProjects: number;
  readonly minCostGrosze: number;
  readonly maxCostGrosze: number;
}

export type PartFault = "too-few-projects" | "too-many-projects" | "over-cost" | "under-cost";

/** The first limit of a part that a ballot breaks, or null. */
export const partFault = (limits: PartLimits, projects: number, costGrosze: number): PartFault | null => {
  if (projects > limits.maxProjects) return "too-many-projects";
  if (projects < limits.minProjects) return "too-few-projects";
  if (costGrosze > limits.maxCostGrosze) return "over-cost";
  return costGrosze < limits.minCostGrosze ? "under-cost" : null;
};

/** A part of a file's list for which META has money or limits of its own. Projects are indexes. */
export interface MetaPart {
  /** `category "sport"`. */
  readonly name: string;
  readonly projects: readonly number[];
  readonly budgetGrosze: number | null;
  /** What a ballot may hold of this part's projects; null where META says nothing of it. */
  readonly limits: PartLimits | null;
  /** The keys of META that say so. */
  readonly keys: Readonly<Record<Bound, string>>;
}

/** What META says of parts in a way that cannot be read: it was not used. */
interface UnreadPart {
  readonly key: string;
  readonly why: string;
}

export interface MetaParts {
  readonly parts: readonly MetaPart[];
  readonly unread: readonly UnreadPart[];
  readonly leftover: Parts["leftover"];
}

/** The ways of parting a list that the format knows: where META names the parts, and where a project says which are its own. */
const WAYS = [
  { part: "category", names: "categories" },
  { part: "neighborhood", names: "neighborhoods" },
] as const;

type Listing = Pick<PbListing, "projectColumns"> & {
  readonly meta: { readonly get: (key: string) => string | undefined };
  readonly projects: readonly { readonly fields: readonly string[] }[];
};

/**
 * The parts for which META has money or limits. Names meet however they are typed. What a part leaves stays unspent, unless META says as Amsterdam
 * does in `leftover_budget`: "Fund additional projects that fit within leftover budget ordered by score".
 */
export const metaParts = (listing: Listing): MetaParts => {
  const ways = WAYS.map((way) => partsBy(way, listing));
  const isSpent = /\bprojects\b.*\bfit\b/i.test(listing.meta.get("leftover_budget") ?? "");
  return {
    parts: ways.flatMap(({ parts }) => parts),
    unread: ways.flatMap(({ unread }) => unread),
    leftover: isSpent ? "spent" : "kept",
  };
};

/** The money of the parts as a count has it; none where no part has any. */
export const moneyOfParts = (
  { parts, leftover }: MetaParts,
  projects: readonly { readonly id: string }[],
): Parts | undefined => {
  const list = parts.flatMap(({ name, budgetGrosze, projects: own }) =>
    budgetGrosze === null
      ? []
      : [{ name, budgetGrosze, projects: own.flatMap((index) => projects[index]?.id ?? []) }],
  );
  return list.length > 0 ? { list, leftover } : undefined;
};

const KEYS = {
  budget: "budget_per_",
  minProjects: "min_length_per_",
  maxProjects: "max_length_per_",
  minCostGrosze: "min_sum_cost_per_",
  maxCostGrosze: "max_sum_cost_per_",
} as const;
type Bound = keyof typeof KEYS;

const partsBy = (
  { part, names }: (typeof WAYS)[number],
  listing: Listing,
): Pick<MetaParts, "parts" | "unread"> => {
  const { meta, projectColumns, projects } = listing;
  const stated = Object.entries(KEYS).flatMap(([bound, prefix]) => {
    const key = spellingsOf(`${prefix}${part}`).find((one) => meta.get(one)?.trim());
    return key === undefined ? [] : [{ bound: bound as Bound, key, text: meta.get(key) ?? "" }];
  });
  if (stated.length === 0) return { parts: [], unread: [] };

  const column = projectColumns.findIndex((name) => spellingsOf(part).includes(name));
  const own = projects.map(({ fields }) => membersOf(fields[column] ?? "").map(nameKey));
  const declared = membersOf(
    spellingsOf(names)
      .map((key) => meta.get(key) ?? "")
      .join(","),
  );
  const used = [...new Set(projects.flatMap(({ fields }) => membersOf(fields[column] ?? "")))];
  const keys = Object.fromEntries(
    Object.keys(KEYS).map((bound) => [bound, stated.find((one) => one.bound === bound)?.key ?? ""]),
  ) as Record<Bound, string>;
  const unread: UnreadPart[] = [];
  const byBound = new Map<Bound, ReadonlyMap<string, number>>();
  for (const { bound, key, text } of stated) {
    const values = valuesOf(text, { isCount: bound.endsWith("Projects"), declared, used });
    if (typeof values === "string") unread.push({ key, why: values });
    else byBound.set(bound, values);
  }
  const all = new Map([...used, ...declared].map((name) => [nameKey(name), name]));
  const parts = [...all].map(([key, name]): MetaPart => {
    const members = own.flatMap((keys, project) => (keys.includes(key) ? [project] : []));
    const value = (bound: Bound): number | undefined => byBound.get(bound)?.get(key);
    return {
      name: `${part} "${name}"`,
      projects: members,
      budgetGrosze: value("budget") ?? null,
      limits: limitsOf(value, members.length),
      keys,
    };
  });
  const isBound = ({ budgetGrosze, limits }: MetaPart): boolean => budgetGrosze !== null || limits !== null;
  return { parts: parts.filter(isBound), unread };
};

/** Americans and Britons write neighborhoods. */
const spellingsOf = (key: string): string[] => [...new Set([key, key.replace("neighbor", "neighbour")])];

/** Lengths bind on what can be chosen at all. */
const limitsOf = (value: (bound: Bound) => number | undefined, projects: number): PartLimits | null => {
  const [least, most] = [value("minProjects"), value("maxProjects")];
  const [cheapest, dearest] = [value("minCostGrosze"), value("maxCostGrosze")];
  if ([least, most, cheapest, dearest].every((one) => one === undefined)) return null;
  return {
    minProjects: Math.min(least ?? 0, projects),
    maxProjects: most ?? Number.POSITIVE_INFINITY,
    minCostGrosze: cheapest ?? 0,
    maxCostGrosze: dearest ?? Number.POSITIVE_INFINITY,
  };
};
