import type { ListedRow } from "./compare.ts";
import type { Course } from "./expected.ts";

const maybe = (result: string | number | null): string[] => (result === null ? [] : [`${result}`]);

/** What each official list says of a proposal, in all its versions; nothing where it is not on that list. */
const RESULTS: Readonly<Record<string, (course: Course) => string[]>> = {
  formal: ({ formal }) => maybe(formal),
  merit: ({ merit }) => maybe(merit),
  appeals: ({ formalAppeal, meritAppeal }) => [...maybe(formalAppeal), ...maybe(meritAppeal)],
  ballot: ({ isOnBallot, verifiedGrosze }) => (isOnBallot ? maybe(verifiedGrosze) : []),
};

/** The rows of a list as the script has them. */
export const inList = (list: string, courses: readonly Course[]): ListedRow[] =>
  courses.flatMap((course) => {
    const { number } = course;
    return number === null ? [] : (RESULTS[list]?.(course) ?? []).map((result) => ({ number, result }));
  });
