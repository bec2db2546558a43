import { forKind } from "../../shared/domain/pool/kinds.ts";
import { limitsOf } from "../../shared/domain/voting/ballot-form.ts";
import { limitFault } from "../../shared/domain/voting/limits.ts";
import { type Contents, kindOf, type PoolContents } from "./contents.ts";
import { must, Wrong } from "./must.ts";

/** Each group of equal ballots is one that the form allows, and there once; the votes and points of each project are theirs. */
export const checkChoices = ({ ruleSet }: Contents, { pool, choices }: PoolContents): void => {
  const name = `pools/${pool.id}.choices.json`;
  const limits = limitsOf(forKind(ruleSet.ballot, kindOf(ruleSet, pool.id)), {
    amountGrosze: pool.budgetGrosze,
    projects: pool.projects.length,
  });
  const projects = new Map(
    pool.projects.map(({ id, costGrosze }) => [id, { costGrosze, votes: 0, score: 0 }]),
  );
  must(projects.size === pool.projects.length, `${pool.id}: a project is listed twice`);
  const seen = new Set<string>();
  let ballots = 0;
  for (const { choices: given, count } of choices) {
    const key = JSON.stringify(given);
    must(!seen.has(key), `${name}: one group is there twice`);
    seen.add(key);
    ballots += count;
    const points = given.map(([, one]) => one);
    const sums = {
      projects: given.length,
      points: points.reduce((sum, one) => sum + one, 0),
      least: Math.min(...points),
      most: Math.max(...points),
      costGrosze: given.reduce((sum, [id]) => sum + (projects.get(id)?.costGrosze ?? 0), 0),
    };
    must(limitFault(limits, sums) === null, `${name}: a ballot that the form does not allow`);
    must(new Set(given.map(([id]) => id)).size === given.length, `${name}: a ballot names a project twice`);
    for (const [id, one] of given) {
      const project = projects.get(id);
      if (!project) throw new Wrong(`${name}: a ballot names a project that is not listed`);
      project.votes += count;
      project.score += count * one;
    }
  }
  must(ballots === pool.ballots, `${name} has ${ballots} ballots, results.json ${pool.ballots}`);
  for (const { id, number, votes, score } of pool.projects)
    must(
      projects.get(id)?.votes === votes && projects.get(id)?.score === score,
      `${pool.id}: ${number} has other votes than the ballots give it`,
    );
};
