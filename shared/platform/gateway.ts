import { pathTo } from "../domain/addresses.ts";
import { DEFAULT_KEY } from "./match.ts";
import type { FunctionName, Route } from "./route.ts";

/** A row of the gateway's own table: which function gets what, whether the gateway asks for a staff token first, how much it lets through. */
export interface GatewayRow {
  /** `ANY /v1/cycles`, `ANY /urzad/wnioski/{proxy+}`, or `$default`. */
  readonly key: string;
  readonly fn: FunctionName;
  readonly guard: "staff-token" | "none";
  readonly limit?: NonNullable<Route["limit"]>;
}

/**
 * Where the gateway knows prefixes, and of everything else each path: a stack holds five hundred things, and what the office does and what
 * residents write about grow with each subject. The function tells the row by method and path.
 */
const BY_PREFIX = [
  pathTo("office"),
  "/v1/staff",
  "/moje",
  "/v1/cycles/{cycleId}/proposals",
  pathTo("consultations"),
  "/v1/consultations",
  "/decyzje",
  "/v1/decisions",
  "/v1/meetings",
];

/** The function that answers for what no row knows. */
const REST: FunctionName = "site";

/** A place in the tree of paths: the rows that end here, and what is below. */
interface Place {
  readonly path: string;
  readonly rows: Route[];
  readonly below: Map<string, Place>;
}

const placeAt = (path: string): Place => ({ path, rows: [], below: new Map() });

const pathOf = ({ key }: Route): string => key.slice(key.indexOf("/"));

const isByPrefix = (path: string): boolean => BY_PREFIX.some((prefix) => `${path}/`.startsWith(`${prefix}/`));

const allOf = ({ rows, below }: Place): Route[] => [...rows, ...[...below.values()].flatMap(allOf)];

/** What all of these have in common; rows that one gateway row stands for may not differ in it. */
const theOne = <T>(path: string, values: readonly T[]): T => {
  const [one, ...others] = new Set(values);
  if (one === undefined || others.length > 0)
    throw new Error(`${path} is not one function's, or not guarded alike`);
  return one;
};

const guardOf = ({ who }: Route): GatewayRow["guard"] => (who.by === "staff-token" ? "staff-token" : "none");

const rowFor = (key: string, path: string, rows: readonly Route[], limit?: Route["limit"]): GatewayRow => ({
  key,
  fn: theOne(
    path,
    rows.map(({ fn }) => fn),
  ),
  guard: theOne(path, rows.map(guardOf)),
  ...(limit && { limit }),
});

const sameLimit = (a: Route["limit"], b: Route["limit"]): boolean =>
  a?.rate === b?.rate && a?.burst === b?.burst;

/**
 * One row a path takes every method, so that HEAD and what is not allowed reach the function that knows the path. A method with a limit of
 * its own, beside others without it, has a row of its own.
 */
const exactRows = ({ path, rows }: Place): GatewayRow[] => {
  if (rows.length === 0) return [];
  const common = (rows.find(({ key }) => key.startsWith("GET ")) ?? rows[0])?.limit;
  const [alike, others] = [
    rows.filter(({ limit }) => sameLimit(limit, common)),
    rows.filter(({ limit }) => !sameLimit(limit, common)),
  ];
  return [
    rowFor(`ANY ${path}`, path, alike, common),
    ...others.map((row) => rowFor(row.key, path, rows, row.limit)),
  ];
};

/**
 * The rows of a place that is known by its prefix, and of all below it. The prefix is the function's whose row stands at it, or whose all rows
 * are; what other functions have below stands by itself, longer and so before it, and so does what has a limit of its own.
 */
const prefixRows = (place: Place, owner?: FunctionName): GatewayRow[] => {
  const { path, rows, below } = place;
  const functions = new Set(allOf(place).map(({ fn }) => fn));
  const hasLimit = ({ limit }: Route): boolean => limit !== undefined;
  const isOwners = functions.size === 1 && owner !== undefined && functions.has(owner);
  if (isOwners && !allOf(place).some(hasLimit)) return [];
  const [own] = functions.size === 1 ? functions : rows.map(({ fn }) => fn);
  const inner = allOf(place).filter((row) => !rows.includes(row) && row.fn === own && !hasLimit(row));
  const greedy =
    own !== undefined && own !== owner && inner.length > 0
      ? [rowFor(`ANY ${path}/{proxy+}`, path, inner)]
      : [];
  return [
    ...(rows.length > 0 && (own !== owner || rows.some(hasLimit)) ? exactRows(place) : []),
    ...greedy,
    ...[...below.values()].flatMap((one) => prefixRows(one, greedy.length > 0 ? own : owner)),
  ];
};

const treeOf = (routes: readonly Route[]): Place => {
  const root = placeAt("");
  for (const row of routes) {
    let place = root;
    for (const segment of pathOf(row).slice(1).split("/")) {
      const next = place.below.get(segment) ?? placeAt(`${place.path}/${segment}`);
      place.below.set(segment, next);
      place = next;
    }
    place.rows.push(row);
  }
  return root;
};

const rowsAt = (place: Place): GatewayRow[] =>
  isByPrefix(place.path)
    ? prefixRows(place)
    : [...exactRows(place), ...[...place.below.values()].flatMap(rowsAt)];

/** The gateway's table, made from the route table: every path by itself, the prefixes, and the rest. */
export const gatewayRows = (routes: Readonly<Record<string, Route>>): readonly GatewayRow[] => [
  ...rowsAt(treeOf(Object.values(routes))),
  { key: DEFAULT_KEY, fn: REST, guard: "none" },
];
