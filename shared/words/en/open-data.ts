import type { openData as polish } from "../pl/open-data.ts";

export const openData: typeof polish = {
  title: (city) => `Data of the participatory budget and consultations: ${city}`,
  lead: "Everything that this site has published: editions, results, consultations, surveys and meetings.",
  edition: "Rules, calendar, projects, turnout and results of an edition.",
  requests: [
    "Requests for a consultation",
    "Requests of residents for a consultation: state, terms, how many signed, answers.",
  ],
  decisions: ["Decisions and promises", "What the city promised at meetings: who, by when, how it stands."],
  meetings: ["Meetings with residents", "When and where meetings are, and how many places are left."],
  consultations: ["Public consultations", "The list of published consultations, and the log of moderation."],
  consultation:
    "Subject, dates and meetings of a consultation, remarks of residents and what was decided about them.",
  survey: "Questions and counted answers. Numbers that would tell of few people are left out.",
  interface: ["API and signing key", "The description of this site's API, and the key that signs results."],
};
