import type { BallotRow } from "./ballot-row.ts";
import type { Ballots } from "./election.ts";
import { grownHalves, grownSignedHalves, grownWords } from "./growth.ts";

const FREE = 0xffff_ffff;

/**
 * Gathers equal ballots into one with a weight: Katowice's 39 828 citywide ballots of 2023 are 1 806 distinct ones.
 * An open-addressing table from the hash of a row to its group; it doubles when half full.
 */
export const ballotGroups = () => {
  let slots = new Uint32Array(1 << 10).fill(FREE);
  let hashes = new Uint32Array(1 << 9);
  let weights = new Uint32Array(1 << 9);
  let offsets = new Uint32Array((1 << 9) + 1);
  let projects = new Uint16Array(1 << 11);
  let points = new Int16Array(1 << 11);
  let groups = 0;
  let entries = 0;

  const holds = (group: number, row: BallotRow): boolean => {
    const start = offsets[group] as number;
    if ((offsets[group + 1] as number) - start !== row.length) return false;
    for (let i = 0; i < row.length; i += 1) {
      if (projects[start + i] !== row.projects[i] || points[start + i] !== row.points[i]) return false;
    }
    return true;
  };

  const freeSlot = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== FREE) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };

  const doubleGroups = (): void => {
    slots = new Uint32Array(slots.length * 2).fill(FREE);
    for (let group = 0; group < groups; group += 1) slots[freeSlot(hashes[group] as number)] = group;
    hashes = grownWords(hashes, hashes.length * 2);
    weights = grownWords(weights, weights.length * 2);
    offsets = grownWords(offsets, weights.length + 1);
  };

  const append = (row: BallotRow, hash: number, weight: number): void => {
    if (groups === weights.length) doubleGroups();
    while (entries + row.length > projects.length) {
      projects = grownHalves(projects, projects.length * 2);
      points = grownSignedHalves(points, projects.length);
    }
    for (let i = 0; i < row.length; i += 1) {
      projects[entries + i] = row.projects[i] as number;
      points[entries + i] = row.points[i] as number;
    }
    entries += row.length;
    slots[freeSlot(hash)] = groups;
    hashes[groups] = hash;
    weights[groups] = weight;
    groups += 1;
    offsets[groups] = entries;
  };

  const add = (row: BallotRow, weight: number): void => {
    const hash = hashOf(row);
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const group = slots[slot] as number;
      if (group !== FREE && (hashes[group] !== hash || !holds(group, row))) continue;
      if (group === FREE) append(row, hash, weight);
      else weights[group] = (weights[group] as number) + weight;
      return;
    }
  };

  const finish = (): Ballots => ({
    offsets: offsets.slice(0, groups + 1),
    projects: projects.slice(0, entries),
    points: points.slice(0, entries),
    weights: weights.slice(0, groups),
  });

  return { add, finish };
};

const hashOf = ({ projects, points, length }: BallotRow): number => {
  let hash = length;
  for (let i = 0; i < length; i += 1) {
    hash = Math.imul(hash ^ (projects[i] as number) ^ ((points[i] as number) << 16), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
};
