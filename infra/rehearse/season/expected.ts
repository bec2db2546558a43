/** What a season comes to, computed from its script alone: nothing here is read off the system that is checked. */
import { SEASON_CITY } from "../../generator/season-city.ts";
import type { Filing, Script } from "./script.ts";

type Verdict = "accepted" | "rejected";

/** What becomes of a filing at each stage; null where it does not come so far. */
export interface Course {
  readonly filing: Filing;
  /** As the public knows it; null for what came late. */
  readonly number: string | null;
  readonly formal: Verdict | null;
  readonly formalAppeal: "upheld" | "dismissed" | null;
  readonly merit: Verdict | null;
  readonly meritAppeal: "upheld" | "dismissed" | null;
  /** What the office found that it costs, of what it accepted. */
  readonly verifiedGrosze: number | null;
  readonly isOnBallot: boolean;
}

/** Of the estimates that the office corrects, nine tenths are left, in whole złoty. */
export const verifiedGrosze = ({ merit, costGrosze }: Filing): number =>
  merit === "cheaper" ? Math.round((costGrosze * 0.9) / 100) * 100 : costGrosze;

const decided = (appeal: Filing["formalAppeal"]): "upheld" | "dismissed" | null =>
  appeal === "late" ? null : appeal;

const courseOf = (filing: Filing, number: string | null): Course => {
  const { isLate, withdrawal, formal, merit } = filing;
  const isChecked = !isLate && withdrawal !== "before-formal";
  const isSound = formal === "accepted" || formal === "corrected";
  const formalAppeal = isChecked && !isSound ? decided(filing.formalAppeal) : null;
  const isIn = isChecked && (isSound || formalAppeal === "upheld") && withdrawal === null;
  const meritAppeal = isIn && merit === "rejected" ? decided(filing.meritAppeal) : null;
  const isOnBallot = isIn && (merit !== "rejected" || meritAppeal === "upheld");
  return {
    filing,
    number,
    formal: isChecked ? (isSound ? "accepted" : "rejected") : null,
    formalAppeal,
    merit: isIn ? (merit === "rejected" ? "rejected" : "accepted") : null,
    meritAppeal,
    verifiedGrosze: isOnBallot ? verifiedGrosze(filing) : null,
    isOnBallot,
  };
};

/** In the order in which filings come in, which is that of their numbers. */
export const inOrder = (filings: readonly Filing[]): Filing[] =>
  filings.toSorted((one, other) => one.day - other.day || one.n - other.n);

/** The courses of a script. Numbers of a pool follow one another in the order of arrival, and are never given twice. */
export const coursesOf = ({ filings }: Script): Course[] => {
  const given = new Map<string, number>();
  return inOrder(filings).map((filing) => {
    if (filing.isLate) return courseOf(filing, null);
    const sequence = (given.get(filing.pool) ?? 0) + 1;
    given.set(filing.pool, sequence);
    return courseOf(filing, `${filing.pool}/${String(sequence).padStart(2, "0")}/${SEASON_CITY.edition}`);
  });
};
