import { everyNearPair } from "../ballot/near.ts";
import { canonicalDigest } from "../canonical.ts";
import { folded } from "../folded.ts";
import type { Project } from "./project.ts";

/** Why proposals may be one: their points are near each other, they name one place, or they have one title. */
export const LIKENESSES = ["near", "place", "title"] as const;
type Likeness = (typeof LIKENESSES)[number];

type Compared = Pick<Project, "id" | "pool" | "status" | "title" | "place" | "location">;

/** Proposals that may become one, in the order in which they came in. */
export interface Alike<P> {
  /** The same as long as the same proposals are alike. */
  readonly id: `grp_${string}`;
  readonly projects: readonly P[];
  readonly why: readonly Likeness[];
}

/** A shorter name of a place is that of no place. */
const SHORTEST_PLACE = 4;

const placeOf = ({ place = "" }: Compared): string | undefined => {
  const name = folded(place);
  return name.length < SHORTEST_PLACE ? undefined : name;
};

/** The words of a title, in whatever order they stand. */
const titleOf = ({ title }: Compared): string => folded(title).split(/\s+/).toSorted().join(" ");

/** Of all that have one name each is a pair with the first. */
const pairsByName = <P>(projects: readonly P[], nameOf: (one: P) => string | undefined): [P, P][] => {
  const first = new Map<string, P>();
  return projects.flatMap((one): [P, P][] => {
    const name = nameOf(one);
    if (name === undefined) return [];
    const met = first.get(name);
    if (met !== undefined) return [[met, one]];
    first.set(name, one);
    return [];
  });
};

const spotOf = ({ location }: Compared): string | undefined => location && `${location.lat} ${location.lon}`;

/** Of all on one point the first alone is compared with those around it: a point that hundreds have crowds out nobody. */
const nearOf = function* <P extends Compared>(projects: readonly P[], metres: number): Generator<[P, P]> {
  const same = pairsByName(projects, spotOf);
  yield* same;
  const others = new Set(same.map(([, other]) => other));
  const firsts = projects.flatMap((project) =>
    project.location && !others.has(project) ? [{ project, location: project.location }] : [],
  );
  for (const { one, other } of everyNearPair(firsts, metres)) yield [one.project, other.project];
};

/** What can be merged at all is compared with each other alone. */
const together = <P extends Compared>(projects: readonly P[]): P[][] => {
  const groups = new Map<string, P[]>();
  for (const one of projects) {
    const name = `${one.pool} ${one.status}`;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()];
};

const alikeIn = <P extends Compared>(projects: readonly P[], metres: number): Alike<P>[] => {
  const rootOf = new Map<P, P>();
  const find = (one: P): P => {
    let root = one;
    for (let next = rootOf.get(root); next !== undefined; next = rootOf.get(root)) root = next;
    if (root !== one) rootOf.set(one, root);
    return root;
  };
  const pairs: Readonly<Record<Likeness, Iterable<[P, P]>>> = {
    near: nearOf(projects, metres),
    place: pairsByName(projects, placeOf),
    title: pairsByName(projects, titleOf),
  };
  const likeFirsts = LIKENESSES.map((likeness) => {
    const firsts = new Set<P>();
    for (const [one, other] of pairs[likeness]) {
      firsts.add(one);
      const [root, joined] = [find(one), find(other)];
      if (root !== joined) rootOf.set(joined, root);
    }
    return { likeness, firsts };
  });
  const groups = new Map<P, { readonly projects: P[]; readonly why: Set<Likeness> }>();
  for (const { likeness, firsts } of likeFirsts)
    for (const one of firsts) {
      const group = groups.get(find(one)) ?? { projects: [], why: new Set() };
      groups.set(find(one), group);
      group.why.add(likeness);
    }
  for (const one of projects) groups.get(find(one))?.projects.push(one);
  return [...groups.values()].map(({ projects: members, why }) => ({
    id: `grp_${canonicalDigest(members.map(({ id }) => id).toSorted()).slice(0, 20)}`,
    projects: members,
    why: LIKENESSES.filter((one) => why.has(one)),
  }));
};

/**
 * Groups of proposals of one pool and stage that may be one: each is near another of its group (nearer than so many metres), or has its place
 * or its title. The work grows with the proposals, not with their pairs.
 */
export const alikeProposals = <P extends Compared>(projects: readonly P[], metres: number): Alike<P>[] =>
  together(projects).flatMap((some) => alikeIn(some, metres));
