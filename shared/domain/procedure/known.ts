import type { City } from "../city.ts";
import { entryOf } from "../cycle/calendar.ts";
import { type Cycle, poolOf } from "../cycle/cycle.ts";
import { folded } from "../folded.ts";
import type { Project } from "../project/project.ts";
import { supportersNeededIn } from "../project/support.ts";
import { elsewhere } from "../project/whereabouts.ts";
import { districtsOfPool } from "../rule-set.ts";
import type { Answer } from "./card.ts";
import type { Criterion, Known } from "./criteria.ts";

interface Facts {
  readonly city: Pick<City, "map">;
  readonly cycle: Pick<Cycle, "ruleSet" | "pools" | "calendar">;
  readonly project: Pick<
    Project,
    "id" | "pool" | "title" | "supporters" | "estimatedCostGrosze" | "location" | "submittedAt" | "status"
  >;
  /** Others of the same pool with words of its title. */
  readonly others: readonly Pick<Project, "id" | "title" | "pool" | "status">[];
}

/** Whether a proposal has it, as far as the system can tell; undefined where only a person can. */
const KNOWN: { readonly [K in Known]: (facts: Facts) => boolean | undefined } = {
  supporters: ({ cycle, project }) => {
    const asked = supportersNeededIn(cycle, project.pool);
    return asked === null ? undefined : project.supporters >= asked;
  },
  place: ({ city, cycle, project: { location, pool } }) =>
    location && elsewhere(city, districtsOfPool(cycle.ruleSet, pool), location) === undefined,
  cost: ({ cycle, project }) => {
    const pool = poolOf(cycle, project.pool);
    return pool && project.estimatedCostGrosze <= pool.capGrosze;
  },
  deadline: ({ cycle, project }) => {
    const end = entryOf(cycle.calendar, "submission")?.endsAt;
    return end === undefined ? undefined : project.submittedAt < end;
  },
  // The same title may be another place: a person tells.
  twice: ({ project, others }) => {
    const same = others.some(
      (one) =>
        one.id !== project.id &&
        one.pool === project.pool &&
        one.status !== "withdrawn" &&
        folded(one.title) === folded(project.title),
    );
    return same ? undefined : true;
  },
};

/** What the system knows to be met, to be signed by whoever fills in the card; what is not met takes a person's sentence. */
export const knownAnswers = (criteria: readonly Criterion[], facts: Facts): Answer[] =>
  criteria.flatMap(({ id, fills }) =>
    fills && KNOWN[fills](facts) ? [{ id, verdict: "met" as const }] : [],
  );

/** What the system knows not to be met, or found and cannot tell: a hint beside the criterion. */
export const doubtsOf = (criteria: readonly Criterion[], facts: Facts): ReadonlySet<string> =>
  new Set(criteria.flatMap(({ id, fills }) => (fills && KNOWN[fills](facts) !== true ? [id] : [])));
