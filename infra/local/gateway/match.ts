import type { Route } from "../../../shared/platform/route.ts";

export interface Match {
  readonly route: Route;
  /** Decoded values of `{name}` and `{name+}`. */
  readonly parameters: Readonly<Record<string, string>>;
}

export type Matched =
  | { readonly found: true; readonly match: Match }
  /** Nothing is there for this method; the methods that are, in the order of the table. None: no such path. */
  | { readonly found: false; readonly allowed: readonly string[] };

interface Pattern {
  readonly route: Route;
  readonly method: string;
  readonly segments: readonly string[];
}

const patternOf = (route: Route): Pattern => {
  const [method = "", path = ""] = route.key.split(" ");
  return { route, method, segments: path.slice(1).split("/") };
};

/** A name in full comes before `{name}`, and that before `{name+}`; the leftmost difference decides. */
const rank = (segment: string): number => (segment.endsWith("+}") ? 2 : segment.startsWith("{") ? 1 : 0);

/** Where a pattern has ended. It ranks too: patterns of unlike lengths that were "equal" would leave the order to chance. */
const END = 3;

const rankAt = ({ segments }: Pattern, index: number): number => {
  const segment = segments[index];
  return segment === undefined ? END : rank(segment);
};

const bySpecificity = (a: Pattern, b: Pattern): number => {
  for (let i = 0; i < Math.max(a.segments.length, b.segments.length); i += 1) {
    const order = rankAt(a, i) - rankAt(b, i);
    if (order !== 0) return order;
  }
  return 0;
};

/** The parameters of a path that fits the pattern, else null. A parameter is never empty; a greedy one takes the rest. */
const parametersOf = (pattern: readonly string[], path: readonly string[]): Record<string, string> | null => {
  const parameters: Record<string, string> = {};
  for (const [i, segment] of pattern.entries()) {
    const part = path[i];
    if (part === undefined) return null;
    const kind = rank(segment);
    if (kind === 2) {
      const rest = path.slice(i).join("/");
      return rest === "" ? null : { ...parameters, [segment.slice(1, -2)]: rest };
    }
    if (kind === 0 ? part !== segment : part === "") return null;
    if (kind === 1) parameters[segment.slice(1, -1)] = part;
  }
  return pattern.length === path.length ? parameters : null;
};

/** Finds routes as an HTTP API does. Takes the method, and the segments of the path, each decoded. */
export const matcher = (routes: readonly Route[]) => {
  const patterns = routes.map(patternOf).sort(bySpecificity);

  return (method: string, segments: readonly string[]): Matched => {
    const allowed = new Set<string>();
    for (const pattern of patterns) {
      const parameters = parametersOf(pattern.segments, segments);
      if (parameters === null) continue;
      if (pattern.method === method) return { found: true, match: { route: pattern.route, parameters } };
      allowed.add(pattern.method);
    }
    return { found: false, allowed: [...allowed] };
  };
};
