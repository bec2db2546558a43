import { buy } from "./buy.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { type Choice, chooseProject, NOTHING, UNDECIDED } from "./round.ts";
import { hasRoom, type Run, startRun } from "./run.ts";

/** The last share whose outcome the pool can pay, and how many shares were tried by the definition. */
interface Raised {
  /** Null if even the first outcome is too dear. */
  readonly share: Fraction | null;
  readonly runs: number;
  /** The first share whose outcome costs more than the pool, if that ended it. */
  readonly tooDear: Fraction | null;
}

type Ending = "done" | "too-dear" | "other";

/** A list of purchases, with a price per utility for each that its competitors have to be above. */
interface Course {
  readonly projects: Int32Array;
  readonly margins: Float64Array;
  rounds: number;
}

/**
 * Raises the share by the unit, time and again. Steps whose outcome is proved to be that of the step before are not run.
 *
 * The proof. Let M(e) and M(f), e < f, buy the same projects in the same order up to some round. Then at every share in
 * between that does so too, every voter has at least the money of e and at most that of f: with more money a project
 * has no higher price, and who has more and pays a lower price has more left. So the price of what e buys next is there
 * at most its price at e, and that of any other project at least its price at f. If all of the latter are above the
 * former, every share in between buys the same next, and by induction all the same. If e's choice has no poor
 * supporter, its price is the same at all these shares, and it is enough that f chooses it too: others are there not
 * cheaper than at f, with equal prices settled alike. When nothing is affordable at f, nothing is in between.
 * Hence `follow` at f: the same purchases as e, each with all competitors above a margin, the price at e.
 */
export const raiseShare = (
  run: Run,
  first: Fraction,
  { unitGrosze, stopsWhenExhaustive }: { readonly unitGrosze: number; readonly stopsWhenExhaustive: boolean },
): Raised => {
  const shareAt = (step: number): Fraction =>
    fraction(first.numerator + BigInt(step) * BigInt(unitGrosze) * first.denominator, first.denominator);
  let course = courseOf(run);
  let trial = courseOf(run);
  startRun(run, first);
  if (follow(run, trial, null) !== "done") return { share: null, runs: 1, tooDear: first };
  [course, trial] = [trial, course];

  let step = 0;
  let steady = 0;
  while (!nothingToAdd(run, course, stopsWhenExhaustive)) {
    const stride = Math.max(1, steady);
    startRun(run, shareAt(step + stride));
    const ending = follow(run, trial, stride === 1 ? null : course);
    if (ending === "done") {
      step += stride;
      steady = isSame(course, trial) ? steady + stride : 0;
      [course, trial] = [trial, course];
    } else if (stride > 1) {
      steady = Math.floor(steady / 4);
    } else {
      return { share: shareAt(step), runs: step + 2, tooDear: shareAt(step + 1) };
    }
  }
  return { share: shareAt(step), runs: step + 1, tooDear: null };
};

const courseOf = (run: Run): Course => ({
  projects: new Int32Array(run.bought.length),
  margins: new Float64Array(run.bought.length),
  rounds: 0,
});

const choice: Choice = { tied: [], even: [] };

/**
 * Runs to the end and records the course, unless the outcome gets too dear; with `lead`, only as long as it is certain
 * that all shares from that of the lead to this one buy the same.
 */
const follow = (run: Run, course: Course, lead: Course | null): Ending => {
  for (;;) {
    const round = run.rounds;
    const margin = lead !== null && round < lead.rounds ? (lead.margins[round] as number) : 0;
    const project = chooseProject(run, margin, choice);
    if (project === UNDECIDED) return "other";
    if (project === NOTHING) {
      course.rounds = round;
      return "done";
    }
    if (lead !== null && (round >= lead.rounds || lead.projects[round] !== project)) return "other";
    const cost = run.contest.costsGrosze[project] as number;
    if (run.costGrosze + cost > run.contest.budgetGrosze) return "too-dear";
    const allPaidInFull = run.rich[project] === run.supporters.totals[project];
    course.projects[round] = project;
    course.margins[round] = allPaidInFull ? 0 : (run.ceilingPrices[project] as number);
    buy(run, project, choice.even);
  }
};

const isSame = (one: Course, other: Course): boolean => {
  if (one.rounds !== other.rounds) return false;
  for (let round = 0; round < one.rounds; round += 1) {
    if (one.projects[round] !== other.projects[round]) return false;
  }
  return true;
};

/** Whether the outcome ends it: all that can be funded is, or, if that is asked for, nothing more fits in what is left. */
const nothingToAdd = (run: Run, course: Course, whenExhaustive: boolean): boolean => {
  const { costsGrosze, takesPart, budgetGrosze } = run.contest;
  const funded = new Uint8Array(costsGrosze.length);
  let left = budgetGrosze;
  for (let round = 0; round < course.rounds; round += 1) {
    const project = course.projects[round] as number;
    funded[project] = 1;
    left -= costsGrosze[project] as number;
  }
  let allFunded = true;
  let exhausted = true;
  for (let project = 0; project < costsGrosze.length; project += 1) {
    if (takesPart[project] !== 1 || funded[project] === 1 || !hasRoom(run, project)) continue;
    if ((run.supporters.totals[project] as number) > 0) allFunded = false;
    if ((costsGrosze[project] as number) <= left) exhausted = false;
  }
  return allFunded || (whenExhaustive && exhausted);
};
