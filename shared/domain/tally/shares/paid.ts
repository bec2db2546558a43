import type { Run } from "./run.ts";

/**
 * What ballots have paid for. Ballots that paid for the same stand at one node of a tree: a node is its parent, and one purchase more with the points that
 * it was paid for by. Purchases are entered in order, when exact money is asked for.
 */
export interface Paid {
  /** The node of each ballot. */
  readonly nodeOf: Int32Array;
  nodes: number;
  parents: Int32Array;
  rounds: Int32Array;
  strengths: Int16Array;
  /** How many purchases are entered. */
  entered: number;
  /** Scratch: weights by node, all 0. */
  weights: Float64Array;
}

/** The root of the tree: ballots that have paid for nothing. */
const ROOT = 0;
/** Where ballots stand that have nothing left. */
const SPENT = 1;

export const nothingPaid = (ballots: number): Paid => ({
  nodeOf: new Int32Array(ballots),
  nodes: SPENT + 1,
  parents: new Int32Array(0),
  rounds: new Int32Array(0),
  strengths: new Int16Array(0),
  entered: 0,
  weights: new Float64Array(SPENT + 1),
});

export const forgetPaid = (paid: Paid): void => {
  if (paid.entered > 0) paid.nodeOf.fill(ROOT);
  paid.nodes = SPENT + 1;
  paid.entered = 0;
};

/** Enters the next purchase: its price was taken from the rich, and all they had from the poor. What costs nothing nobody paid for. */
export const enterPurchase = (run: Run): void => {
  const { paid, supporters } = run;
  const round = paid.entered;
  const project = run.bought[round] as number;
  paid.entered = round + 1;
  const { nodeOf, nodes } = paid;
  for (let at = run.spentEnds[round] as number; at < (run.spentEnds[round + 1] as number); at += 1)
    nodeOf[run.spent[at] as number] = SPENT;
  if (run.contest.costsGrosze[project] === 0) return;
  const { ballots, strengths } = supporters;
  const moved: Int32Array[] = [];
  let strength = 1;
  let to: Int32Array = new Int32Array(nodes);
  moved[strength] = to;
  const richEnd = run.richEnds[project] as number;
  for (let at = supporters.starts[project] as number; at < richEnd; at += 1) {
    const ballot = ballots[at] as number;
    if (strengths !== null && strengths[at] !== strength) {
      strength = strengths[at] as number;
      to = moved[strength] ?? new Int32Array(nodes);
      moved[strength] = to;
    }
    const from = nodeOf[ballot] as number;
    if (to[from] === 0) to[from] = addNode(paid, from, round, strength);
    nodeOf[ballot] = to[from] as number;
  }
};

const addNode = (paid: Paid, parent: number, round: number, strength: number): number => {
  const node = paid.nodes;
  if (node >= paid.parents.length) makeRoom(paid, 2 * node + 254);
  paid.parents[node] = parent;
  paid.rounds[node] = round;
  paid.strengths[node] = strength;
  paid.nodes = node + 1;
  return node;
};

const makeRoom = (paid: Paid, nodes: number): void => {
  const longer = <T extends Int32Array | Int16Array>(list: T, made: T): T => {
    made.set(list);
    return made;
  };
  paid.parents = longer(paid.parents, new Int32Array(nodes));
  paid.rounds = longer(paid.rounds, new Int32Array(nodes));
  paid.strengths = longer(paid.strengths, new Int16Array(nodes));
  paid.weights = new Float64Array(nodes);
};

/** The money of a ballot, as a numerator over the denominator of the run. */
export const moneyOf = (run: Run, ballot: number): bigint => {
  const { nodeOf, parents, rounds, strengths } = run.paid;
  let node = nodeOf[ballot] as number;
  if (node === SPENT) return 0n;
  let money = run.exactShare;
  for (; node !== ROOT; node = parents[node] as number)
    money -= (run.exactPrices[rounds[node] as number] as bigint) * BigInt(strengths[node] as number);
  return money;
};

/** The money of the ballots of a list, from one place to another, all together. */
export const moneyOfAll = (run: Run, list: Int32Array | Uint32Array, from: number, to: number): bigint => {
  if (from === to) return 0n;
  const { nodeOf, weights } = run.paid;
  const cast = run.supporters.weights;
  for (let at = from; at < to; at += 1) {
    const ballot = list[at] as number;
    const node = nodeOf[ballot] as number;
    weights[node] = (weights[node] as number) + (cast[ballot] as number);
  }
  return moneyAtNodes(run);
};

/** The money of the ballots whose weights stand at the nodes. From the leaves to the root, each node hands its weight on to its parent. */
const moneyAtNodes = (run: Run): bigint => {
  const { nodes, parents, rounds, strengths, weights, entered } = run.paid;
  const { counters } = run;
  counters.fill(0, 0, entered);
  for (let node = nodes - 1; node > SPENT; node -= 1) {
    const weight = weights[node] as number;
    if (weight === 0) continue;
    weights[node] = 0;
    const [round, parent] = [rounds[node] as number, parents[node] as number];
    counters[round] = (counters[round] as number) + weight * (strengths[node] as number);
    weights[parent] = (weights[parent] as number) + weight;
  }
  let money = BigInt(weights[ROOT] as number) * run.exactShare;
  weights[ROOT] = 0;
  weights[SPENT] = 0;
  for (let round = 0; round < entered; round += 1) {
    const count = counters[round] as number;
    if (count !== 0) money -= BigInt(count) * (run.exactPrices[round] as bigint);
  }
  return money;
};
