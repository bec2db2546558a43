import { inLanguage } from "../fallback.ts";
import { broughtAlong, type LetterFrame, type LetterTexts } from "../letter-words.ts";
import { meetingLetters } from "./letters-meetings.ts";
import { officeLetters } from "./letters-office.ts";
import { proposalLetters } from "./letters-proposals.ts";
import { shortVotingTexts, votingLetters } from "./letters-voting.ts";

const frame: LetterFrame = {
  greeting: "Dzień dobry,",
  sameLink: "Przycisk nie działa? Skopiuj ten adres do przeglądarki:",
  sender: (city, address) => [
    `${city.office}, ${city.unit}`,
    city.address,
    `Telefon: ${city.phone}, ${inLanguage(city.hours, "pl")}`,
    `Odpowiedz na tę wiadomość lub napisz: ${address}`,
  ],
  controller: (city) =>
    `Administrator danych: ${inLanguage(city.controller, "pl")}. Inspektor ochrony danych: ${city.privacyOfficer}.`,
  privacy: "Jak chronimy Twoje dane:",
};

const texts: LetterTexts = {
  ...votingLetters,
  ...proposalLetters,
  ...meetingLetters,
  ...officeLetters,
  "subject/letter": broughtAlong,
  "subject/decision": broughtAlong,
};

export const letters = { frame, texts, short: shortVotingTexts };
