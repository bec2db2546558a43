import type { Step } from "../../../shared/domain/project/project.ts";
import type { ProjectStatus } from "../../../shared/domain/project/stages.ts";
import type { Instant } from "../../../shared/domain/time.ts";

/** Why proposals do not come onto a ballot, in words that their authors read. */
const WHY: readonly { readonly status: ProjectStatus; readonly reason: string }[] = [
  { status: "not-admitted", reason: "Teren nie należy do miasta, a właściciel nie wyraził zgody na budowę." },
  {
    status: "rejected",
    reason: "Po skreśleniu osób spoza dzielnicy na liście poparcia zostało za mało podpisów.",
  },
  {
    status: "not-admitted",
    reason: "Pod terenem biegnie gazociąg: w tym pasie nie wolno budować ani sadzić drzew.",
  },
  { status: "withdrawn", reason: "Wycofany przez autora: połączył siły z podobnym wnioskiem." },
  { status: "not-admitted", reason: "To zadanie jest już w planie inwestycji miasta na przyszły rok." },
  {
    status: "not-admitted",
    reason: "Koszt utrzymania byłby nieproporcjonalnie wysoki wobec korzyści dla mieszkańców.",
  },
  {
    status: "rejected",
    reason: "Zadanie kosztuje więcej, niż wolno przeznaczyć na jeden projekt w tej puli.",
  },
  { status: "not-admitted", reason: "Konserwator zabytków nie zgodził się na zmianę wyglądu placu." },
];

/** The days of an edition on which proposals were filed, and decided on: of their form, and of what they are worth. */
export interface Dates {
  readonly submitted: Instant;
  readonly formal: Instant;
  readonly merit: Instant;
}

type Way = (dates: Dates) => [Step, ...Step[]];

const filed: Way = ({ submitted }) => [{ at: submitted, status: "submitted" }];
const checked: Way = (dates) => [...filed(dates), { at: dates.formal, status: "formally-accepted" }];
const admitted: Way = (dates) => [...checked(dates), { at: dates.merit, status: "on-ballot" }];

/** How far a proposal came: it was filed, passed the check of its form, is on the ballot. */
export const WAYS = { filed, checked, admitted };

/** The way of the n-th that did not come onto the ballot. */
export const turnedDown = (n: number, dates: Dates): [Step, ...Step[]] => {
  const { status, reason } = WHY[n % WHY.length] ?? { status: "withdrawn", reason: "" };
  return status === "rejected"
    ? [...filed(dates), { at: dates.formal, status, reason }]
    : [...checked(dates), { at: dates.merit, status, reason }];
};
