import { inLanguage } from "../fallback.ts";
import { broughtAlong } from "../letter-words.ts";
import type { Words } from "../words.ts";
import { meetingLetters } from "./letters-meetings.ts";
import { officeLetters } from "./letters-office.ts";
import { proposalLetters } from "./letters-proposals.ts";
import { shortVotingTexts, votingLetters } from "./letters-voting.ts";

export const letters: Words["letters"] = {
  frame: {
    greeting: "Hello,",
    sameLink: "Does the button not work? Copy this address into your browser:",
    sender: (city, address) => [
      `${city.office} (city office), ${city.unit}`,
      city.address,
      `Phone: ${city.phone}, ${inLanguage(city.hours, "en")}`,
      `Reply to this message or write to: ${address}`,
    ],
    controller: (city) =>
      `Data controller: ${inLanguage(city.controller, "en")}. Data protection officer: ${city.privacyOfficer}.`,
    privacy: "How we protect your data:",
  },
  texts: {
    ...votingLetters,
    ...proposalLetters,
    ...meetingLetters,
    ...officeLetters,
    "subject/letter": broughtAlong,
    "subject/decision": broughtAlong,
  },
  short: shortVotingTexts,
};
