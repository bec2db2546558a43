import type { Ballots } from "./election.ts";

/**
 * Equal ballots as one with the weight of all, in the order in which they come first; those without weight are left out. Their choices are sorted
 * by project. An open-addressing table from the hash of a ballot to its group, at most half full. One loop and its own variables: it runs for
 * every choice of a city.
 */
export const equalBallots = ({ offsets, projects, points, weights }: Ballots): Ballots => {
  const groupOf = new Uint32Array(1 << (33 - Math.clz32(weights.length)));
  const mask = groupOf.length - 1;
  const hashes = new Uint32Array(weights.length);
  const grouped: Ballots = {
    offsets: new Uint32Array(weights.length + 1),
    projects: new Uint16Array(projects.length),
    points: new Int16Array(points.length),
    weights: new Uint32Array(weights.length),
  };
  let groups = 0;
  let end = 0;
  for (let ballot = 0; ballot < weights.length; ballot += 1) {
    if (weights[ballot] === 0) continue;
    const [from, to] = [offsets[ballot] as number, offsets[ballot + 1] as number];
    let hash = to - from;
    for (let at = from; at < to; at += 1) {
      const [project, given] = [projects[at] as number, points[at] as number];
      hash = Math.imul(hash ^ project ^ (given << 16), 0x9e37_79b1);
      hash ^= hash >>> 15;
      grouped.projects[end + at - from] = project;
      grouped.points[end + at - from] = given;
    }
    hash >>>= 0;
    let slot = hash & mask;
    let group = groups;
    for (; groupOf[slot] !== 0; slot = (slot + 1) & mask) {
      const known = (groupOf[slot] as number) - 1;
      if (hashes[known] === hash && areEqual(grouped, known, end, to - from)) {
        group = known;
        break;
      }
    }
    grouped.weights[group] = (grouped.weights[group] as number) + (weights[ballot] as number);
    if (group < groups) continue;
    groups += 1;
    groupOf[slot] = groups;
    hashes[group] = hash;
    end += to - from;
    grouped.offsets[groups] = end;
  }
  return {
    offsets: grouped.offsets.slice(0, groups + 1),
    projects: grouped.projects.slice(0, end),
    points: grouped.points.slice(0, end),
    weights: grouped.weights.slice(0, groups),
  };
};

/** Whether a group's choices are the ones that stand from an entry on. */
const areEqual = (
  { offsets, projects, points }: Ballots,
  group: number,
  from: number,
  length: number,
): boolean => {
  const start = offsets[group] as number;
  if ((offsets[group + 1] as number) - start !== length) return false;
  for (let i = 0; i < length; i += 1)
    if (projects[start + i] !== projects[from + i] || points[start + i] !== points[from + i]) return false;
  return true;
};
