/** A row as a router knows it: method and path, `ANY` and a path, or `$default`. */
interface Keyed {
  readonly key: string;
}

interface Match<R> {
  readonly row: R;
  /** Values of `{name}` and `{name+}`. */
  readonly parameters: Readonly<Record<string, string>>;
}

type Matched<R> =
  | { readonly found: true; readonly match: Match<R> }
  /** Nothing is there for this method; the methods that are, in the order of the table. None: no such path. */
  | { readonly found: false; readonly allowed: readonly string[] };

/** What takes every request that no other row takes. */
export const DEFAULT_KEY = "$default";
const ANY = "ANY";

interface Pattern<R> {
  readonly row: R;
  readonly method: string;
  readonly segments: readonly string[];
}

const patternOf = <R extends Keyed>(row: R): Pattern<R> => {
  const [method = "", path = ""] = row.key.split(" ");
  return { row, method, segments: path.slice(1).split("/") };
};

/** A name in full comes before `{name}`, and that before `{name+}`. */
const rank = (segment: string): number => (segment.endsWith("+}") ? 2 : segment.startsWith("{") ? 1 : 0);

/** Where a pattern has ended. It ranks too: patterns of unlike lengths that were "equal" would leave the order to chance. */
const END = 3;

const rankAt = ({ segments }: Pattern<unknown>, index: number): number => {
  const segment = segments[index];
  return segment === undefined ? END : rank(segment);
};

const isGreedy = ({ segments }: Pattern<unknown>): boolean => rank(segments.at(-1) ?? "") === 2;

/** A full match comes before a greedy one; of two alike the leftmost difference decides, and then a method before `ANY`. */
const bySpecificity = (a: Pattern<unknown>, b: Pattern<unknown>): number => {
  if (isGreedy(a) !== isGreedy(b)) return isGreedy(a) ? 1 : -1;
  for (let i = 0; i < Math.max(a.segments.length, b.segments.length); i += 1) {
    const order = rankAt(a, i) - rankAt(b, i);
    if (order !== 0) return order;
  }
  return Number(a.method === ANY) - Number(b.method === ANY);
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

/** Finds rows as an HTTP API does. Takes the method, and the segments of the path, each decoded. */
export const matcher = <R extends Keyed>(rows: readonly R[]) => {
  const patterns = rows
    .filter(({ key }) => key !== DEFAULT_KEY)
    .map(patternOf)
    .sort(bySpecificity);
  const rest = rows.find(({ key }) => key === DEFAULT_KEY);

  return (method: string, segments: readonly string[]): Matched<R> => {
    const allowed = new Set<string>();
    for (const pattern of patterns) {
      const parameters = parametersOf(pattern.segments, segments);
      if (parameters === null) continue;
      if (pattern.method === method || pattern.method === ANY)
        return { found: true, match: { row: pattern.row, parameters } };
      allowed.add(pattern.method);
    }
    return rest
      ? { found: true, match: { row: rest, parameters: {} } }
      : { found: false, allowed: [...allowed] };
  };
};
