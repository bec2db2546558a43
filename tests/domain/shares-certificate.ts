import type { SharesContest } from "../../shared/domain/tally/shares/contest.ts";
import type {
  EqualSharesOptions,
  EqualSharesOutcome,
} from "../../shared/domain/tally/shares/equal-shares.ts";
import type { Fraction } from "../../shared/domain/tally/shares/fraction.ts";

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/**
 * What is wrong with an outcome, judged by the definition in whole numbers but without looking for prices: each purchase
 * is paid exactly at its price; at that price no other project would be paid as well, unless it is listed as tied; what
 * is left is too little for what was not bought. Nothing else than the one outcome of a share passes.
 */
export const faultsOf = (
  contest: SharesContest,
  { utility }: Pick<EqualSharesOptions, "utility">,
  outcome: Pick<EqualSharesOutcome, "purchases" | "share" | "unfunded">,
): string[] => {
  const { ballots, costsGrosze, takesPart, precedence, groups = [] } = contest;
  const faults: string[] = [];
  const supporters = costsGrosze.map((): { ballot: number; weight: bigint; points: bigint }[] => []);
  ballots.weights.forEach((weight, ballot) => {
    for (let at = ballots.offsets[ballot] as number; at < (ballots.offsets[ballot + 1] as number); at += 1) {
      const points = ballots.points[at] as number;
      if (points <= 0) continue;
      supporters[ballots.projects[at] as number]?.push({
        ballot,
        weight: BigInt(weight),
        points: BigInt(points),
      });
    }
  });
  const cost = (project: number): bigint => BigInt(costsGrosze[project] as number);
  const utilityOf = (project: number, points: bigint): bigint => {
    if (utility === "cost") return cost(project);
    if (utility === "cardinality") return 1n;
    return utility === "points" ? points : points * cost(project);
  };

  // All money is in parts of a grosz: one over a multiple of every denominator.
  const all = [outcome.share, ...outcome.purchases.map(({ price }) => price)];
  const parts = all.reduce(
    (product, { denominator }) => (product * denominator) / gcd(product, denominator),
    1n,
  );
  const inParts = ({ numerator, denominator }: Fraction): bigint => (numerator * parts) / denominator;
  const money = Array.from(ballots.weights, () => inParts(outcome.share));
  const paidAt = (project: number, price: bigint): bigint =>
    (supporters[project] ?? []).reduce((sum, { ballot, weight, points }) => {
      const [full, has] = [price * utilityOf(project, points), money[ballot] as bigint];
      return sum + weight * (full < has ? full : has);
    }, 0n);

  const open = new Set(
    [...costsGrosze.keys()].filter((project) => takesPart[project] === 1 && supporters[project]?.length),
  );
  const funded = new Set<number>();
  for (const { project, price: fraction, tiedWith } of outcome.purchases) {
    const price = inParts(fraction);
    if (!open.has(project)) faults.push(`${project} cannot be bought`);
    if (paidAt(project, price) !== cost(project) * parts) faults.push(`${project} is not paid exactly`);
    // Below its price it is not: some supporter would pay less.
    if (
      cost(project) > 0n &&
      !supporters[project]?.some(
        ({ ballot, points }) => (money[ballot] as bigint) >= price * utilityOf(project, points),
      )
    ) {
      faults.push(`${project} has a lower price`);
    }
    for (const other of open) {
      if (other === project) continue;
      const paid = paidAt(other, price);
      const tied =
        cost(other) === 0n
          ? price === 0n
          : paid === cost(other) * parts &&
            (supporters[other] ?? []).some(
              ({ ballot, points }) => (money[ballot] as bigint) >= price * utilityOf(other, points),
            );
      if (!tied && paid >= cost(other) * parts) faults.push(`${other} is cheaper than ${project}`);
      if (tied && (precedence[other] as number) < (precedence[project] as number))
        faults.push(`${other} goes before ${project}`);
      if (tied !== tiedWith.includes(other))
        faults.push(`${other} is ${tied ? "" : "not "}tied with ${project}`);
    }
    for (const { ballot, points } of supporters[project] ?? []) {
      const [full, has] = [price * utilityOf(project, points), money[ballot] as bigint];
      money[ballot] = full < has ? has - full : 0n;
    }
    funded.add(project);
    for (const group of [{ projects: [project], atMost: 1 }, ...groups]) {
      if (group.projects.filter((member) => funded.has(member)).length < group.atMost) continue;
      for (const member of group.projects) open.delete(member);
    }
  }
  for (const { project, heldGrosze } of outcome.unfunded) {
    const held = (supporters[project] ?? []).reduce(
      (sum, { ballot, weight }) => sum + weight * (money[ballot] as bigint),
      0n,
    );
    if (held !== inParts(heldGrosze)) faults.push(`the supporters of ${project} do not hold that`);
    if (open.has(project) && held >= cost(project) * parts) faults.push(`${project} is affordable`);
    open.delete(project);
  }
  for (const project of open) faults.push(`${project} is missing`);
  return faults;
};
