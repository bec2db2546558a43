import type { Candidate } from "./candidate.ts";
import type { PlainGroup } from "./contest.ts";
import type { Run } from "./lot.ts";

interface BestWins {
  readonly excluded: ReadonlySet<Candidate>;
  /** Whether one was put before another of its group by a lot that is not drawn yet. */
  readonly undecided: boolean;
}

/** Going down the order, whoever comes after one of a best-wins group of their own that stays in. */
export const exclusionsOf = (groups: readonly PlainGroup[], runs: readonly Run[]): BestWins => {
  const excluded = new Set<Candidate>();
  const staying: { readonly candidate: Candidate; readonly run: Run }[] = [];
  let undecided = false;
  for (const run of runs) {
    for (const candidate of run.members) {
      const rivals = groups
        .filter(({ projects, rule }) => rule === "best-wins" && projects.includes(candidate.id))
        .flatMap(({ projects }) => staying.filter((other) => projects.includes(other.candidate.id)));
      if (rivals.length === 0) {
        staying.push({ candidate, run });
        continue;
      }
      excluded.add(candidate);
      if (run.lot === "undecided" && rivals.some((rival) => rival.run === run)) undecided = true;
    }
  }
  return { excluded, undecided };
};

/** Whether a group of the project has as many funded projects as it may have. */
export const isShutOut = (
  groups: readonly PlainGroup[],
  { id }: Candidate,
  funded: ReadonlySet<Candidate>,
): boolean =>
  groups.some(({ projects, rule }) => {
    if (rule === "best-wins" || !projects.includes(id)) return false;
    const members = [...funded].filter((candidate) => projects.includes(candidate.id));
    return members.length >= rule.atMost;
  });
