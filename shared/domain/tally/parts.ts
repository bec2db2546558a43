import type { Contender } from "./contender.ts";
import type { Parts } from "./election.ts";

/** Why a part cannot pay for a project of its own: what it has left, and the project that ended it, if one did. */
export interface PartStop {
  readonly name: string;
  readonly leftGrosze: number;
  readonly endedBy: string | null;
}

interface PartPurse {
  readonly name: string;
  leftGrosze: number;
  endedBy: string | null;
}

/** Keeps what parts have left as their projects are funded. */
export const partPurses = (parts: Parts | undefined) => {
  const byProject = new Map<string, PartPurse[]>();
  for (const { name, projects, budgetGrosze } of parts?.list ?? []) {
    const purse: PartPurse = { name, leftGrosze: budgetGrosze, endedBy: null };
    for (const id of projects) byProject.set(id, [...(byProject.get(id) ?? []), purse]);
  }
  const shortFor = ({ project: { id, costGrosze } }: Contender): PartPurse[] =>
    (byProject.get(id) ?? []).filter((purse) => purse.endedBy !== null || purse.leftGrosze < costGrosze);
  return {
    /** The part that keeps a project out, or null: one that has ended before one that has too little. */
    stopOf: (contender: Contender): PartStop | null => {
      const short = shortFor(contender);
      return short.find(({ endedBy }) => endedBy !== null) ?? short[0] ?? null;
    },
    /** What others left may have paid more than the part has. */
    fund: ({ project: { id, costGrosze } }: Contender): void => {
      for (const purse of byProject.get(id) ?? [])
        purse.leftGrosze = Math.max(0, purse.leftGrosze - costGrosze);
    },
    /** Lets those parts end that have too little for a project. */
    end: (contender: Contender): void => {
      for (const purse of shortFor(contender)) purse.endedBy ??= contender.project.id;
    },
  };
};
