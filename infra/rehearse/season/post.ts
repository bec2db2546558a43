import type { SeasonCalendar } from "./calendar.ts";
import type { Course } from "./expected.ts";
import { APPEAL_DAYS, CORRECTION_DAYS, firstChecks } from "./terms.ts";
import { type Day, workingDaysAfter } from "./working-days.ts";

/** A letter that an author gets: its subject, and a sentence's part that it must have. */
export interface Letter {
  readonly subject: string;
  readonly says: string;
}

const MONTHS =
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(
    " ",
  );

/** The end of a day, as a letter says until when something can be done. */
const untilEndOf = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}, 23:59`;

const letter = (subject: string, says = ""): Letter => ({ subject, says });

const lettersOfAppeal = (number: string | null, verdict: "upheld" | "dismissed"): Letter[] => [
  letter(`Wniosek ${number}: przyjęliśmy odwołanie`),
  letter(`Wniosek ${number}: odwołanie ${verdict === "upheld" ? "uwzględnione" : "nieuwzględnione"}`),
];

/** The letters that an author gets along the course of a proposal, with the days that they name. */
export const lettersOf = (
  { filing, number, formal, formalAppeal, merit, meritAppeal }: Course,
  calendar: SeasonCalendar,
): Letter[] => {
  const { channel, isLate, withdrawal, formal: how } = filing;
  if (isLate) return [letter("Twój wniosek przyszedł po terminie")];
  const isCalled = formal !== null && ["corrected", "corrected-in-vain", "unanswered"].includes(how);
  const answerBy = untilEndOf(workingDaysAfter(firstChecks(calendar), CORRECTION_DAYS));
  const appealBy = untilEndOf(workingDaysAfter(calendar.formalPublished, APPEAL_DAYS));
  const meritAppealBy = untilEndOf(workingDaysAfter(calendar.meritPublished, APPEAL_DAYS));
  return [
    ...(channel === "online" ? [letter("Potwierdź swój wniosek")] : []),
    letter(`Przyjęliśmy Twój wniosek ${number}`),
    ...(withdrawal === null ? [] : [letter(`Wniosek ${number} został wycofany`)]),
    ...(isCalled ? [letter(`Wniosek ${number}: wezwanie do uzupełnienia`, answerBy)] : []),
    ...(isCalled && how === "unanswered"
      ? [letter(`Wniosek ${number}: kończy się czas na uzupełnienie`, answerBy)]
      : []),
    ...(formal === "accepted" ? [letter(`Wniosek ${number} przeszedł ocenę formalną`)] : []),
    ...(formal === "rejected" ? [letter(`Wniosek ${number} odrzucony formalnie`, appealBy)] : []),
    ...(formalAppeal === null ? [] : lettersOfAppeal(number, formalAppeal)),
    ...(merit === "accepted" ? [letter(`${number}: dopuszczony do głosowania`)] : []),
    ...(merit === "rejected" ? [letter(`${number}: niedopuszczony do głosowania`, meritAppealBy)] : []),
    ...(meritAppeal === null ? [] : lettersOfAppeal(number, meritAppeal)),
  ];
};
