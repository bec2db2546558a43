/** What a season came to, beside what its script says: every list row by row, every author's letters one by one. */
import type { SeasonCalendar } from "./calendar.ts";
import type { Course } from "./expected.ts";
import { inList } from "./lists.ts";
import { type Letter, lettersOf } from "./post.ts";

export interface ListedRow {
  readonly number: string;
  readonly result: string;
}

/** What was read: lists as they were published, and letters by mailbox. */
export interface Observed {
  readonly lists: Readonly<Record<string, readonly ListedRow[]>>;
  readonly letters: ReadonlyMap<string, readonly { readonly subject: string; readonly text: string }[]>;
}

/** Pairs each of what was expected with one of what was found; what stays alone on either side is a difference. */
const differencesBetween = <E, F>(
  of: string,
  {
    expected,
    found,
    areSame,
    told,
  }: {
    readonly expected: readonly E[];
    readonly found: readonly F[];
    readonly areSame: (expected: E, found: F) => boolean;
    readonly told: { readonly expected: (one: E) => string; readonly found: (one: F) => string };
  },
): string[] => {
  const left = [...found];
  const missing = expected.filter((one) => {
    const at = left.findIndex((other) => areSame(one, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map((one) => `${of}: “${told.expected(one)}” is missing`),
    ...left.map((one) => `${of}: “${told.found(one)}” was not played`),
  ];
};

const rowText = ({ number, result }: ListedRow): string => `${number} ${result}`;
const letterText = ({ subject, says }: Letter): string => (says === "" ? subject : `${subject} … ${says}`);

/** The differences of a season; none when it came to what was played. */
export const differencesOf = (
  courses: readonly Course[],
  calendar: SeasonCalendar,
  { lists, letters }: Observed,
): string[] => [
  ...Object.entries(lists).flatMap(([list, found]) =>
    differencesBetween(`list ${list}`, {
      expected: inList(list, courses),
      found,
      areSame: (one, other) => rowText(one) === rowText(other),
      told: { expected: rowText, found: rowText },
    }),
  ),
  ...courses.flatMap((course) => {
    const { email } = course.filing.author;
    if (email === null) return [];
    return differencesBetween(email, {
      expected: lettersOf(course, calendar),
      found: letters.get(email) ?? [],
      areSame: ({ subject, says }, other) =>
        subject === other.subject && other.text.replace(/\s+/g, " ").includes(says),
      told: { expected: letterText, found: ({ subject }) => subject },
    });
  }),
];
