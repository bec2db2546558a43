import { inLanguage } from "../fallback.ts";
import { broughtAlong, type LetterFrame } from "../letter-words.ts";
import type { ForResidents } from "../words.ts";
import { meetingLetters } from "./letters-meetings.ts";
import { proposalLetters } from "./letters-proposals.ts";
import { shortVotingTexts, votingLetters } from "./letters-voting.ts";

const frame: LetterFrame = {
  greeting: "Добрий день!",
  sameLink: "Кнопка не працює? Скопіюйте цю адресу в браузер:",
  sender: (city, address) => [
    `${city.office}, ${city.unit}`,
    city.address,
    `Телефон: ${city.phone}, ${inLanguage(city.hours, "uk")}`,
    `Відповідайте на цей лист або напишіть: ${address}`,
  ],
  controller: (city) =>
    `Розпорядник даних: ${inLanguage(city.controller, "uk")}. Інспектор із захисту даних: ${city.privacyOfficer}.`,
  privacy: "Як ми захищаємо ваші дані:",
};

/** Those to residents: what the office writes to its own people is Polish. */
export const letters: ForResidents["letters"] = {
  frame,
  texts: {
    ...votingLetters,
    ...proposalLetters,
    ...meetingLetters,
    "subject/letter": broughtAlong,
    "subject/decision": broughtAlong,
  },
  short: shortVotingTexts,
};
